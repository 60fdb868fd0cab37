"""Messages of the subject: the programme's figures, what each is, and which record one of them lacks."""

from app.domain.messages.text import Text

_GROUPS: dict[str, Text] = {
    "indicator_group_work": Text("用工", "Employment"),
    "indicator_group_income": Text("收入", "Income"),
    "indicator_group_training": Text("培训", "Training"),
    "indicator_group_heritage": Text("传承", "Heritage"),
    "indicator_group_output": Text("生产", "Output"),
    "indicator_group_sales": Text("销售", "Sales"),
}

_NAMES: dict[str, Text] = {
    "indicator_workers_employed": Text("在职人数", "Employed"),
    "indicator_workers_full_time": Text("其中 全日制", "of them full-time"),
    "indicator_workers_part_time": Text("其中 非全日制", "of them part-time"),
    "indicator_workers_services": Text("其中 劳务", "of them services"),
    "indicator_workers_home": Text("其中 居家承揽", "of them home work"),
    "indicator_workers_new": Text("新进", "Newly employed"),
    "indicator_workers_left": Text("离职", "Left"),
    "indicator_workers_registered": Text("脱贫户和监测户", "Registered households"),
    "indicator_registered_share": Text("脱贫户和监测户占比", "Share of registered households"),
    "indicator_workers_paid": Text("发放工资人数", "People paid"),
    "indicator_wages_gross_fen": Text("应发合计", "Gross income"),
    "indicator_wages_net_fen": Text("实发合计", "Net income"),
    "indicator_income_per_worker_fen": Text("人均收入", "Income per worker"),
    "indicator_training_sessions": Text("培训次数", "Training sessions"),
    "indicator_trained_persons": Text("培训人数", "People trained"),
    "indicator_trained_attendances": Text("培训人次", "Attendances at training"),
    "indicator_training_minutes": Text("培训学时", "Hours of training"),
    "indicator_inheritors": Text("传承人", "Inheritors"),
    "indicator_apprentices": Text("徒弟", "Apprentices"),
    "indicator_apprentices_working": Text("徒弟在岗", "Apprentices at work"),
    "indicator_output_pieces": Text("产量", "Output"),
    "indicator_sales_orders": Text("订单", "Orders"),
    "indicator_sales_pieces": Text("销量", "Pieces sold"),
    "indicator_sales_amount_fen": Text("销售净额", "Net sales"),
    "indicator_returns_pieces": Text("退货", "Pieces returned"),
}

_DEFINITIONS: dict[str, Text] = {
    "indicator_workers_employed_is": Text(
        "月末最后一天在职的人，不分用工形式；离职当天算在职。今年：今年任何一天在职过的人，每人一次。",
        "People employed on the month's last day, by any relation; the leaving date counts. Year: everybody employed "
        "on any day of the year so far, each once.",
    ),
    "indicator_workers_full_time_is": Text(
        "月末在职的人里，当天有效的用工形式是全日制的。",
        "Of those employed at the month's end, whose relation in force that day is full-time.",
    ),
    "indicator_workers_part_time_is": Text(
        "月末在职的人里，当天有效的用工形式是非全日制的。",
        "Of those employed at the month's end, whose relation in force that day is part-time.",
    ),
    "indicator_workers_services_is": Text(
        "月末在职的人里，当天有效的用工形式是劳务的。",
        "Of those employed at the month's end, whose relation in force that day is services.",
    ),
    "indicator_workers_home_is": Text(
        "月末在职的人里，当天有效的用工形式是居家承揽的。",
        "Of those employed at the month's end, whose relation in force that day is home work.",
    ),
    "indicator_workers_new_is": Text(
        "入职日期在这段时间里的人。", "People whose first day of work lies in the month, or in the year so far."
    ),
    "indicator_workers_left_is": Text(
        "离职日期在这段时间里的人。", "People whose last day of work lies in the month, or in the year so far."
    ),
    "indicator_workers_registered_is": Text(
        "月末在职的人里，当天有效的户别是脱贫户，或有任何一种监测类型的，每人一次。只有数字，不印在公开的纸上。",
        "Of those employed at the month's end, whose household is lifted from poverty or monitored in any "
        "way, each once. A number only, on no public paper.",
    ),
    "indicator_registered_share_is": Text(
        "脱贫户和监测户 ÷ 在职人数。没有户别记录的人算在职，不算脱贫户或监测户；显示时不会把不到 30 % 写成 30 %。",
        "Registered households ÷ people employed. Who has no household record counts as employed and not as "
        "registered; less than 30 % is never written as 30 %.",
    ),
    "indicator_workers_paid_is": Text(
        "已锁定工资里应发大于 0 的人。今年：每人一次，不管发了几个月。",
        "People with a gross amount above 0 in locked payrolls. Year: each once, whatever the number of months.",
    ),
    "indicator_wages_gross_fen_is": Text(
        "已锁定工资的应发合计，更正和结算算在它们所属的月份。没有锁定和有争议的都不算。",
        "The gross sum of locked payrolls; corrections and settlements belong to their month. Neither drafts nor "
        "disputed payrolls count.",
    ),
    "indicator_wages_net_fen_is": Text(
        "已锁定工资的实发合计：应发减去社会保险、个税和其他扣款。",
        "The net sum of locked payrolls: gross less social insurance, tax and other deductions.",
    ),
    "indicator_income_per_worker_fen_is": Text(
        "应发合计 ÷ 发放工资人数，四舍五入到分。今年：今年应发合计 ÷ 今年发放过的人数。",
        "Gross income ÷ people paid, rounded to the fen. Year: the year's gross income ÷ everybody paid in it.",
    ),
    "indicator_training_sessions_is": Text("登记过的培训场次。", "Training sessions that were noted."),
    "indicator_trained_persons_is": Text(
        "参加过培训的人，每人一次（人）。", "People who took part in training, each counted once."
    ),
    "indicator_trained_attendances_is": Text(
        "参加培训的人次：一个人参加几次算几次（人次）。",
        "Attendances: somebody who took part three times counts three times.",
    ),
    "indicator_training_minutes_is": Text(
        "每人实际参加的学时合计；没有单独记的按整场算。",
        "The hours of everybody who took part together; the whole session where no hours of their own are noted.",
    ),
    "indicator_inheritors_is": Text(
        "今天在岗、登记了传承人级别（国家、省、市、县）的人。级别不带日期，只有现在的数。",
        "People at work today with an inheritor's level. Levels bear no dates: there is only the present number.",
    ),
    "indicator_apprentices_is": Text(
        "登记了师傅、师傅也在名册里的人。师徒不带日期，只有现在的数。",
        "People whose mentor is noted and on the roster. Mentors bear no dates: there is only the present number.",
    ),
    "indicator_apprentices_working_is": Text(
        "徒弟里今天还在岗的人：带一个，成一个。", "Of the apprentices, those still at work today."
    ),
    "indicator_output_pieces_is": Text(
        "计件记录里的合格数，班组的整条算一次；返工和报废不算。一件产品有几道工序就记几次。",
        "Good pieces of the piece entries, a team's entry once; neither rework nor scrap. A product counts once for "
        "each process noted.",
    ),
    "indicator_sales_orders_is": Text(
        "不同的订单号；没有订单号的每笔算一单。",
        "Different order numbers; a sale without a number is an order of its own.",
    ),
    "indicator_sales_pieces_is": Text("卖出的件数减去退货。", "Pieces sold less those returned."),
    "indicator_sales_amount_fen_is": Text("销售额减去退货金额。", "The amount sold less the amount returned."),
    "indicator_returns_pieces_is": Text("卖出后退回的件数。", "Pieces that came back after they were sold."),
}

_LACKING: dict[str, Text] = {
    "programme_nobody": Text("没有在职的人：请先登记工人", "Nobody is employed: add workers first"),
    "programme_no_relation": Text(
        "有 {count} 人当天没有用工形式，没有分进去：请在“工人”里补上",
        "{count} {count:person|people} without a relation on that day, in none of these: complete them under People",
    ),
    "programme_no_household": Text(
        "有 {count} 人没有户别记录：请在“工人”里补上",
        "{count} {count:person|people} without a household record: complete them under People",
    ),
    "programme_not_locked": Text(
        "{month}没有锁定的工资：锁定后才有数", "No payroll is locked in {month}: there is a figure once it is"
    ),
    "programme_disputed": Text(
        "{month}有争议的工资没有计入：请先处理争议", "Disputed payrolls of {month} are left out: settle them first"
    ),
    "programme_no_training": Text("{month}没有登记培训", "No training is noted in {month}"),
    "programme_no_trainees": Text(
        "{month}有 {count} 场培训没有勾选参加的人",
        "{count} {count:session|sessions} of {month} without anybody ticked as taking part",
    ),
    "programme_no_inheritor": Text(
        "没有登记传承人级别：请在“工人”里填写", "No inheritor's level is noted: fill it in under People"
    ),
    "programme_no_mentor": Text(
        "没有登记师傅：请在“工人”里填写师傅编号", "No mentor is noted: fill in the mentor's number under People"
    ),
    "programme_no_output": Text("{month}没有计件记录", "No piece entry is noted in {month}"),
    "programme_no_sales": Text("{month}没有销售记录", "No sale is noted in {month}"),
}

TEXTS: dict[str, Text] = {**_GROUPS, **_NAMES, **_DEFINITIONS, **_LACKING}
