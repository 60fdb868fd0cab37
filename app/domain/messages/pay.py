"""Messages of the subject: pay terms, allowances, deduction plans, advances, openings, wage settings, piece prices."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {
    "pay_date_empty": Text("请填写从哪一天起,例如 2026-11-16。", "Enter the day it begins, for example 2026-11-16."),
    "pay_before_hired": Text(
        "早于入职日期 {hired}。请改这个日期;若入职日期有误,请先改正入职日期。",
        "This lies before the hiring date {hired}. Change it, or correct the hiring date first.",
    ),
    "pay_after_left": Text(
        "晚于离职日期 {left}。请改这个日期;若离职日期有误,请先改正离职日期。",
        "This lies after the leaving date {left}. Change it, or correct the leaving date first.",
    ),
    "pay_month_wrong": Text("月份请写成 2026-11。", "Write the month like 2026-11."),
    "pay_month_locked": Text(
        "{months} 的工资已锁定:已锁定的工资表不变,会显示“锁定后有变化”;要补发或扣回,请做更正。",
        "Payroll of {months} is locked and stays as it is; it will be shown as differing since the lock. "
        "To pay or take back the difference, make a correction.",
    ),
    "pay_amount_empty": Text("请填写金额,应大于 0。", "Enter an amount above 0."),
    "pay_amount_absurd": Text(
        "金额超过 {most} 元,可能少了小数点,请核对。",
        "The amount is above {most} yuan; a decimal point may be missing. Check it.",
    ),
    "pay_record_missing": Text(
        "没有这条记录,可能已在别的电脑上撤回。请刷新后再试。",
        "There is no such record; it may have been withdrawn on another PC. Refresh and try again.",
    ),
    "term_date_taken": Text(
        "{day} 起已有一份工资约定。请改那一份,或换一个日期。",
        "There are pay terms from {day} already. Correct those, or choose another day.",
    ),
    "term_rate_absurd": Text(
        "{basis}标准超过 {most} 元,可能少了小数点,请核对。",
        "A rate above {most} yuan for the basis {basis}: a decimal point may be missing. Check it.",
    ),
    "term_half_month_part_time": Text(
        "半月结算只用于非全日制用工(劳动合同法第七十二条),请选“月”。",
        "Settling every half month is for part-time work only (Labour Contract Law 72). Choose the month.",
    ),
    "term_relation_mid_month": Text(
        "{day} 不是1日:用工形式只能从每月1日起改变,一个月只按一种形式计算。请改成1日。",
        "The form of employment changes on the 1st of a month only ({day} is not): a month is computed by one form. "
        "Choose the 1st.",
    ),
    "term_social_both": Text(
        "社保个人缴费只填一种:每月固定金额,或缴费基数(按费率计算)。",
        "Give social insurance one way only: a fixed amount a month, or the base its rates apply to.",
    ),
    "term_social_services": Text(
        "劳务和居家承揽不扣社保,这里填的不会用到。",
        "No social insurance is taken from services or home work; this will not be used.",
    ),
    "term_sixty": Text(
        "一次六万:只适用于上一年每月都在本单位领工资、全年不超过 60,000 元的人(国家税务总局公告2020年第19号)。请核对。",
        "60,000 at once: only for those paid here in every month of last year, 60,000 yuan or less in all "
        "(State Taxation Administration notice 19 of 2020). Check it.",
    ),
    "term_sixty_services": Text(
        "一次六万只用于工资薪金,劳务和居家承揽不适用,不会用到。",
        "60,000 at once is for wages only; it will not be used for services or home work.",
    ),
    "term_last": Text(
        "这是唯一的一份工资约定,撤回后无法计算工资。请先新增一份,再撤回。",
        "These are the only pay terms; without them no wages can be computed. Add others first, then withdraw these.",
    ),
    "term_gap": Text(
        "{hired} 入职,但最早的工资约定从 {first} 起:之前的日子没有约定,不能锁定工资。请补上。",
        "Hired on {hired}, but the first pay terms begin on {first}: the days before have none, and their payroll "
        "cannot be locked. Add them.",
    ),
    "term_below_minimum": Text(
        "低于本工坊的最低工资 {minimum} 元:非全日制不能锁定,全日制要补足差额。请核对。",
        "Below this workshop's minimum wage of {minimum} yuan: part-time cannot be locked, full-time is topped up. "
        "Check it.",
    ),
    "leaving_pay_now": Text(
        "{left} 离职:解除或终止劳动关系时应一次付清工资(工资支付暂行规定第九条)。请在“工资”里为该工人做离职结算。",
        "Leaves on {left}: wages are to be paid in full when the employment ends (1994 wage payment rule 9). "
        "Make a settlement for this worker on the payroll page.",
    ),
    "leaving_advance_left": Text(
        "还有 {left} 元预支没有扣清:离职结算时先扣,扣不完的请与本人商定。",
        "{left} yuan of advances are not repaid: the settlement takes what it can; agree on the rest with the worker.",
    ),
    "leaving_records_after": Text(
        "离职日期 {left} 之后还有考勤或计件记录(最晚 {day})。请先改正这些记录,或换一个离职日期。",
        "There are attendance or piece records after the leaving date {left} (the last on {day}). Correct them first, "
        "or choose another leaving date.",
    ),
    "plan_name_empty": Text("请填写名称,它会印在工资条上。", "Enter a name; it is printed on the slip."),
    "plan_kind_empty": Text(
        "请选择扣款类型:赔偿扣款(受20%限制)或其他扣款(法院裁决等)。",
        "Choose the kind of deduction: compensation (within the 20 % limit) or another lawful one (court-ordered).",
    ),
    "plan_damage_cap": Text(
        "赔偿扣款每月不超过应发的20%,扣后不低于最低工资;扣不完的自动转到以后。",
        "Compensation takes at most 20 % of a month's gross and leaves the minimum wage; the rest is carried on.",
    ),
    "allowance_rule_empty": Text(
        "请选择怎样发:全勤、出勤天或每月。", "Choose what it is paid for: full attendance, a day present or a month."
    ),
    "allowance_ends_before": Text(
        "结束日期早于开始日期 {day},请改正其中一个。", "It ends before it begins ({day}). Correct one of the days."
    ),
    "adjustment_kind_empty": Text(
        "请选择类型:补贴、特殊津贴、赔偿扣款或其他扣款。",
        "Choose the kind: allowance, special allowance, compensation or other deduction.",
    ),
    "instalment_above_total": Text("每月扣的不能多于总额。", "A month's instalment cannot be above the total."),
    "instalment_above_advance": Text(
        "每月扣的不能多于预支金额。一次扣清请留空。",
        "A month's instalment cannot be above the advance. Leave it empty to take it all at once.",
    ),
    "instalment_long": Text(
        "要扣 {months} 个月才扣完,请核对每月金额。", "It would take {months} months. Check the amount a month."
    ),
    "opening_year_wrong": Text("请填写年份,例如 2026。", "Enter the year, for example 2026."),
    "opening_month_wrong": Text(
        "请填写在本程序发工资的第一个月,应在 {year} 年内,例如 {year}-07。",
        "Enter the first month paid with this program, within {year}, for example {year}-07.",
    ),
    "opening_months_wrong": Text(
        "{month} 之前最多 {most} 个月,请改正月数。",
        "There are at most {most} months before {month}. Correct the number.",
    ),
    "opening_months_missing": Text(
        "有累计收入,请填写是几个月的。", "There is income: say how many months it was earned in."
    ),
    "opening_above_income": Text("不能多于累计收入。", "It cannot be above the income so far."),
    "opening_covers_locked": Text(
        "{month} 的工资已在本程序锁定,期初不能再包括它。请把月份改到 {month} 或更早。",
        "The payroll of {month} is locked in this program; an opening cannot cover it. Choose {month} or earlier.",
    ),
    "opening_taken": Text(
        "{year} 年已有期初。请改那一条。", "There is an opening for {year} already. Correct that one."
    ),
    "settings_date_taken": Text(
        "{day} 起已有一份工资设置。请改那一份,或换一个日期。",
        "There are wage settings from {day} already. Correct those, or choose another day.",
    ),
    "settings_pay_day": Text("发薪日应为 1 到 31。", "The pay day must be from 1 to 31."),
    "settings_no_minimum": Text(
        "没有月最低工资:程序不能检查和补足最低工资。请按当地文件填写。",
        "No monthly minimum wage: it can neither be checked nor topped up. Enter it from the local notice.",
    ),
    "settings_statutory_unpaid": Text(
        "法定节假日应依法支付工资(劳动法第五十一条),选“否”时锁定前会提醒。",
        "Statutory holidays are to be paid (Labour Law 51); with “no” the check list warns before the lock.",
    ),
    "settings_last": Text(
        "这是唯一的一份工资设置,不能撤回。请改正它,或先新增一份。",
        "These are the only wage settings and cannot be withdrawn. Correct them, or add others first.",
    ),
    "price_process_empty": Text("请选择产品和工序。", "Choose the product and process."),
    "price_date_taken": Text(
        "这道工序和等级从 {day} 起已有单价。请改那一条,或换一个日期。",
        "This process and grade have a price from {day} already. Correct that one, or choose another day.",
    ),
    "price_empty": Text("请填写单价(元)。", "Enter the price in yuan."),
    "price_zero": Text("单价为 0:这道工序不付计件工资。请核对。", "A price of 0: pieces of it pay nothing. Check it."),
    "plan_taken": Text(
        "已扣 {taken} 元,不能撤回。要停止,请把总额改成 {taken}。",
        "{taken} yuan has been taken already, so it cannot be withdrawn. To stop it, change the total to {taken}.",
    ),
    "plan_below_taken": Text(
        "已扣 {taken} 元,总额不能少于它。", "{taken} yuan has been taken already; the total cannot be below it."
    ),
    "asked_month_locked": Text(
        "{months} 的工资已锁定,不会再变:这一笔从下一次发工资时扣。",
        "Payroll of {months} is locked and stays as it is: this is taken from the next wages.",
    ),
}
