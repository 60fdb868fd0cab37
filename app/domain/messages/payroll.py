"""Messages of the subject: payroll. Titles of slip lines, the check list before locking, and what the lock refuses."""

from app.domain.messages.text import Text

LINE_TITLES: dict[str, Text] = {
    "base": Text("基本工资", "Base pay"),
    "absence": Text("缺勤扣减", "Absence"),
    "paid_leave": Text("带薪假", "Paid leave"),
    "holiday": Text("法定假日", "Statutory days"),
    "overtime": Text("加班工资", "Overtime"),
    "sick_pay": Text("病假工资", "Sick pay"),
    "piece": Text("计件工资", "Piece work"),
    "team_piece": Text("集体计件", "Team piece work"),
    "allowance": Text("补贴", "Allowance"),
    "special_allowance": Text("特殊津贴", "Special allowance"),
    "minimum_top_up": Text("最低工资补足", "Minimum wage top-up"),
    "social": Text("社会保险", "Social insurance"),
    "tax": Text("个人所得税", "Income tax"),
    "other": Text("其他扣款", "Other deductions"),
    "damage": Text("赔偿扣款", "Damage"),
    "advance": Text("扣回预支", "Advance repaid"),
}
"""Names of line codes in both languages, for papers and pages."""

TITLES: dict[str, str] = {code: text.zh for code, text in LINE_TITLES.items()}
"""Chinese names of line codes, as they stand frozen on slips."""

OTHER_PLANS = "其他扣款(分期)"
"""The line of a slip that takes instalments of other deductions; balances are summed by it, so it never changes."""

OVERPAID = "多付转预支"
"""The line of a correction's slip that turns wages paid too much into an advance."""

_PROBLEMS: dict[str, Text] = {
    "day_not_filled": Text(
        "{no} {name} 有{count}个工作日没有填考勤:{days}。请在“考勤”里补填",
        "{no} {name}: working days not filled in ({count}): {days}. Fill them in under Attendance",
    ),
    "piece_without_price": Text(
        "{no} {name} 的“{item}”在{days}没有生效的单价。"
        "请在“工人”的“工资设置 › 计件单价”里补上,或在工作簿的“单价”表里补上再导入",
        "{no} {name}: no price of “{item}” is in force on {days}. "
        "Add one under Workers, Wage settings, Piece prices, or on the workbook's 单价 sheet and import it again",
    ),
    "hourly_below_minimum": Text(
        "{no} {name} 的时薪{rate}元低于小时最低工资{minimum}元。请改正计薪标准",
        "{no} {name}: {rate} yuan an hour is below the hourly minimum of {minimum}. Correct the rate of pay",
    ),
    "relation_changes_inside_month": Text(
        "{no} {name} 的用工形式在月中({day})变更,一个月不能按两种形式计算。请改到某月1日,或办理离职后另建工人",
        "{no} {name}: the relation changes within the month ({day}), and one month cannot be paid by two. Date the "
        "change to the first of a month, or end the job and enter a new worker",
    ),
    "correction_changes_relation": Text(
        "{no} {name} 本月已按{relation}发放,更正不能改变工资与劳务的性质。请改回用工形式,或从下月起变更",
        "{no} {name} was paid this month under another form ({relation}): a correction cannot turn wages into services "
        "or the reverse. Change the relation back, or from next month on",
    ),
    "settlement_not_left": Text(
        "{no} {name} 本月没有离职,不能结算。请先在“工人”里填写离职日期",
        "{no} {name} has not left this month and cannot be settled. Enter the leaving date under Workers first",
    ),
    "social_pack_missing": Text(
        "{no} {name} 按缴费基数扣社保,但本地区没有生效的社会保险费率。请导入规则包,或在“工人”里改填社保个人金额",
        "{no} {name} pays social insurance on a base, but no rates are in force for the region. Import a rule pack, or "
        "enter a fixed amount under Workers",
    ),
    "minimum_missing": Text(
        "没有设置月最低工资,全日制工人的工资不能核定。请在“工人”的“工资设置”里填写,或在工作簿的“工坊”表里填写“月最低工资”再导入",
        "The monthly minimum wage is not set, so full-time wages cannot be checked. "
        "Enter it under Workers, Wage settings, or 月最低工资 on the workbook's 工坊 sheet and import it again",
    ),
    "hour_minimum_missing": Text(
        "没有设置小时最低工资,非全日制工人的工资不能核定。请在“工人”的“工资设置”里填写,或在工作簿的“工坊”表里填写“小时最低工资”再导入",
        "The hourly minimum wage is not set, so part-time wages cannot be checked. "
        "Enter it under Workers, Wage settings, or 小时最低工资 on the workbook's 工坊 sheet and import it again",
    ),
    "terms_missing": Text(
        "{no} {name} 在本月没有生效的计薪方式。请在“工人”里填写用工形式、计薪方式和标准",
        "{no} {name} has no pay terms in force this month. Fill in relation, basis and rate under Workers",
    ),
    "rate_missing": Text(
        "{no} {name} 的{basis}没有填写标准。请在“工人”里补上",
        "{no} {name} is paid {basis} but no rate is filled in. Add it under Workers",
    ),
    "part_time_not_hourly": Text(
        "{no} {name} 是非全日制,应按时薪计,现为{basis}。请改正计薪方式",
        "{no} {name} is part-time and must be paid by the hour, not {basis}. Correct the basis of pay",
    ),
    "record_without_employment": Text(
        "{no} {name} 本月不在职,却有{what}。请核对入职、离职日期或删除该记录",
        "{no} {name} is not employed this month but has {what}. Check the dates of employment or delete the record",
    ),
    "team_not_shared": Text(
        "{day}有一笔集体计件没有分摊到人。请在工作簿的“计件”表里补上编号和分摊,再导入一次",
        "A team entry of {day} is shared out to nobody. "
        "Add numbers and weights on the workbook's 计件 sheet and import it again",
    ),
    "month_disputed": Text(
        "{disputed}有两份已锁定的工资,本月的累计个税和欠款无法核定。请先作废其中一份",
        "{disputed} has two locked payrolls, so this month's cumulative tax and what is owed cannot be settled. "
        "Void one of them first",
    ),
    "gross_absurd": Text(
        "{no} {name} 本月应发{gross}元,超过{most}元,没有这样的工资,不能锁定。最大的一项是{item}{amount}元:"
        "请核对其数量、单价或标准的小数点",
        "{no} {name}: gross {gross} yuan this month is above {most}; there is no such pay. The largest line is {item}, "
        "{amount} yuan: check the decimal points of its quantity, price or rate",
    ),
    "month_not_begun": Text(
        "{month}还没有开始({first}起),今天是{today},不能锁定。请核对月份;如果电脑的日期不对,请先改正",
        "{month} has not begun (its first day is {first}, today is {today}), so it is not locked. Check the month; if "
        "the computer's date is wrong, correct it first",
    ),
    "opening_debts_twice": Text(
        "{no} {name} 的期初写了预支或赔偿余额,而同一人以前的一行还欠{amount}元,由本行接着扣:会扣两次。请把期初里的余额"
        "改为0;确是另外的欠款,请记为预支或扣款",
        "{no} {name}: the opening has a balance of advances or damage while the same person's earlier row still owes "
        "{amount} yuan, which this row is asked for too: it would be taken twice. Set the opening's balance to 0; if "
        "it is another debt, record it as an advance or a deduction",
    ),
    "opening_overlaps": Text(
        "{no} {name} 的期初({opening}个月)包括了已锁定的{covered}工资,累计个税会重复计算。请核对期初",
        "{no} {name}: the opening (months: {opening}) covers {covered}, which is locked: it would be taxed twice. "
        "Check the opening",
    ),
}

_WARNINGS: dict[str, Text] = {
    "id_missing": Text(
        "{no} {name} 没有身份证号,台账不能打印。请在“工人”里补上",
        "{no} {name} has no ID number; the ledger cannot be printed. Add it under Workers",
    ),
    "id_wrong": Text(
        "{no} {name} 的身份证号({value})不对,至少有一位写错,个税申报会被退回。请对照证件,在“工人”里改正",
        "{no} {name}: the ID number ({value}) is not right, at least one character is wrong; the tax declaration would "
        "be sent back. Compare it with the card and mend it under Workers",
    ),
    "phone_missing": Text(
        "{no} {name} 没有手机号,台账不能打印。请在“工人”里补上",
        "{no} {name} has no phone number; the ledger cannot be printed. Add it under Workers",
    ),
    "account_missing": Text(
        "{no} {name} 没有银行账号,只能发现金。如转账发放,请在“工人”里补上",
        "{no} {name} has no bank account and can only be paid in cash. To pay by bank, add it under Workers",
    ),
    "rate_not_used": Text(
        "{no} {name} 是{relation},只计计件和补贴,{basis}标准不起作用。请核对用工形式和计薪方式",
        "{no} {name} ({relation}): only pieces and allowances are paid, the rate {basis} is not used. "
        "Check relation and basis",
    ),
    "part_time_by_piece": Text(
        "{no} {name} 是非全日制、按计件计薪,工时不计薪。请核对所得不低于小时最低工资",
        "{no} {name} is part-time and paid by the piece: hours pay nothing. Check earnings against the hourly minimum",
    ),
    "id_duplicate": Text(
        "{no} {name} 与{others}的身份证号相同。请核对是否同一人",
        "{no} {name} has the same ID number as {others}. Check whether they are one person",
    ),
    "social_elsewhere": Text(
        "{no} {name} 本月社保已在同一人的另一行扣{elsewhere}元,每人每月只扣一次,本行扣{here}元。请核对两行的社保",
        "{no} {name}: {elsewhere} yuan of this month's social insurance were taken in another row of the same person. "
        "A person pays it once a month, so {here} yuan are taken here. Check the social insurance of both rows",
    ),
    "minimum_top_up": Text(
        "{no} {name} 补足最低工资{amount}元",
        "{no} {name}: topped up to the minimum wage by {amount} yuan",
    ),
    "overtime_day": Text(
        "{no} {name} {day} 加班{hours}小时,超过每日{limit}小时",
        "{no} {name}, {day}: {hours} h of overtime, more than {limit} h a day",
    ),
    "overtime_month": Text(
        "{no} {name} 本月加班共{hours}小时,超过{limit}小时",
        "{no} {name}: {hours} h of overtime this month, more than {limit} h",
    ),
    "part_time_day": Text(
        "{no} {name} 非全日制,平均每日{hours}小时,超过{limit}小时",
        "{no} {name} is part-time but averages {hours} h a day, more than {limit} h",
    ),
    "part_time_week": Text(
        "{no} {name} 非全日制,{day}起的一周共{hours}小时,超过{limit}小时",
        "{no} {name} is part-time but worked {hours} h in the week from {day}, more than {limit} h",
    ),
    "week_hours": Text(
        "{no} {name} {day}起的一周正常工时共{hours}小时,超过{limit}小时。请安排补休,或把超出部分记为休息日加班",
        "{no} {name}: {hours} normal hours in the week from {day}, more than {limit}. Give a day off in exchange, or "
        "mark what exceeds it as rest-day hours",
    ),
    "week_hours_outer": Text(
        "{no} {name} {day}起的一周正常工时共{hours}小时,超过劳动法每周{limit}小时的上限。请安排补休或改记加班",
        "{no} {name}: {hours} normal hours in the week from {day}, more than the Labour Law's {limit}. Give days off "
        "in exchange, or mark them as overtime",
    ),
    "week_without_rest": Text(
        "{no} {name} {day}起的一周七天都有工时,没有休息日。每周至少应休息一天",
        "{no} {name}: hours on all seven days of the week from {day}. At least one day a week must be free",
    ),
    "half_day": Text(
        "{day}是{festival},女职工放假半天,不扣工资:当天考勤请填“√”,不要填“半”",
        "{day} is {festival}: women have half a day off without loss of pay. Mark the day √, not 半",
    ),
    "advance_without_wages": Text(
        "{no} {name} 本月没有工资,预支的{amount}元这个月扣不回。请核对是否已离职",
        "{no} {name} has no wages this month, so the advance of {amount} yuan is not taken back now. "
        "Check whether they have left",
    ),
    "debt_not_asked": Text(
        "{no} {name} 本月没有工资,以前的{item}还有{amount}元没有扣回,本月也扣不到。请与本人商定归还",
        "{no} {name} has no wages this month: of {item}, {amount} yuan from before are still owed and are not taken "
        "back. Agree with the worker how they are repaid",
    ),
    "holiday_not_paid": Text(
        "设置为法定节假日不计薪:日薪、时薪、计件工人本月没有法定假日工资。请确认",
        "Settings say statutory days are not paid: workers by day, hour or piece get nothing for them. Please confirm",
    ),
    "calendar_provisional": Text(
        "{year}年放假安排尚未公布,只知道法定节假日,调休未计入",
        "The notice for {year} is not out: only statutory days are known, no exchanged working days",
    ),
    "gross_changed": Text(
        "{no} {name} 应发{gross}元,比上月{last}元变化达到30%。请核对",
        "{no} {name}: gross {gross} yuan differs from last month's {last} by 30 % or more. Please check",
    ),
    "gross_above_others": Text(
        "{no} {name} 应发{gross}元,超过其他工人中位数{median}元的5倍。请核对数量、单价和标准",
        "{no} {name}: gross {gross} yuan is above five times the others' median of {median}. "
        "Check quantities, prices and rate",
    ),
    "piece_price_zero": Text(
        "“{item}”自{since}起的单价是0元,以下计件没有工钱:{pieces}(件)。请核对;要改,在“工人”的“工资设置 › 计件单价”里改,"
        "或改工作簿的“单价”表再导入",
        "The price of “{item}” from {since} on is 0, so these pieces pay nothing: {pieces}. Check it; change it under "
        "Workers, Wage settings, Piece prices, or on the workbook's 单价 sheet and import it again",
    ),
    "month_not_over": Text(
        "还没有到{last}:今天是{today},还有{left}天。锁定以后再登记的考勤和计件不在这份工资里,请确认",
        "{last} is still to come: today is {today}, days left: {left}. Attendance and pieces noted after the lock are "
        "not in this payroll; make sure",
    ),
    "net_zero": Text(
        "{no} {name} 应发{gross}元,扣款后实发为0.00元,最大的一项是{item}{amount}元。请确认,必要时与本人商定少扣",
        "{no} {name}: of {gross} yuan gross nothing is paid out (net 0.00); the largest deduction is {item}, {amount} "
        "yuan. Make sure, and agree with the worker to take less if need be",
    ),
    "deduction_cut": Text(
        "{no} {name} 的{item}应扣{asked}元,工资不够,少扣{cut}元",
        "{no} {name}, {item}: {asked} yuan due, but wages do not reach; {cut} yuan not taken",
    ),
    "damage_carried": Text(
        "{no} {name} 的赔偿扣款有{amount}元结转下月",
        "{no} {name}: {amount} yuan of damage is carried to next month",
    ),
    "advance_carried": Text(
        "{no} {name} 的预支有{amount}元结转下月",
        "{no} {name}: {amount} yuan of advances is carried to next month",
    ),
    "balance_negative": Text(
        "{no} {name} 的{item}余额为负:{amount}元。请核对期初余额",
        "{no} {name}, {item}: the balance is negative, {amount} yuan. Check the opening balance",
    ),
    "hours_without_piece": Text(
        "{no} {name} {day} 填了{kind}工时,却没有{kind}的计件",
        "{no} {name}, {day}: {kind} hours are marked but there is no piece entry for {kind} work",
    ),
    "piece_without_hours": Text(
        "{no} {name} {day} 有{kind}的计件,却没有填{kind}工时",
        "{no} {name}, {day}: there is a piece entry for {kind} work but no {kind} hours are marked",
    ),
    "piece_on_absent_day": Text(
        "{no} {name} {day} 考勤为“{mark}”,却有计件",
        "{no} {name}, {day}: marked “{mark}” but has a piece entry",
    ),
    "mark_outside_employment": Text(
        "{no} {name} 在入职前或离职后填了工时:{days},没有计入。请核对日期",
        "{no} {name} has hours before hiring or after leaving: {days}; they are not counted. Check the dates",
    ),
    "piece_outside_employment": Text(
        "{no} {name} 在入职前或离职后有计件:{days},已计入。请核对日期",
        "{no} {name} has piece entries before hiring or after leaving: {days}; they are counted. Check the dates",
    ),
    "terms_changed": Text(
        "{no} {name} 的计薪标准在月中({day})变更,变更前后分段计算",
        "{no} {name}: the rate of pay changes within the month ({day}); days before and after are paid by their own",
    ),
    "half_month_unpaid": Text(
        "{no} {name} 按半月结算,但上半月没有发放,本次按全月计算。非全日制工资结算周期最长不得超过十五日",
        "{no} {name} is settled by half months, but the first half was not paid: the whole month is paid now. "
        "Part-time wages are settled every 15 days at most",
    ),
    "paid_days_changed": Text(
        "{no} {name} 本月已锁定的工资之后又改了记录,与应发相差{amount}元,本次不会补发。请做更正",
        "{no} {name}: records of days already paid this month were changed, a difference of {amount} yuan that this "
        "payroll does not pay. Make a correction",
    ),
    "minimum_below_pack": Text(
        "工坊设置的最低工资({kind}){set}元低于本地区标准{pack}元。请核对",
        "The workshop's minimum wage ({kind}) of {set} yuan is below the region's {pack}. Please check",
    ),
}

_REFUSALS: dict[str, Text] = {
    "payroll_has_problems": Text(
        "{month}工资还有{count}个问题没有解决,不能锁定。第一个:{first}",
        "The payroll of {month} cannot be locked; open problems: {count}. The first: {first}",
    ),
    "ledger_nothing_recorded": Text(
        "{month}没有任何考勤和计件记录,没有可打印的工资台账。请核对月份,或先导入、录入当月记录",
        "Nothing is recorded in {month}: there is no ledger to print. Check the month, or import or enter its records",
    ),
    "payroll_locked": Text(
        "{month}工资已经锁定,不能再锁一次。要改:发放前请撤回(写明原因),发放后请做更正",
        "The payroll of {month} is already locked and is not locked twice. To change it, reopen it with a reason "
        "before it is paid; afterwards make a correction",
    ),
    "payroll_empty": Text(
        "{month}没有在职工人,没有工资可以计算",
        "Nobody is employed in {month}; there is nothing to pay",
    ),
    "payroll_pays_nothing": Text(
        "{month}所有人应发都是0元(没有考勤、计件等记录),没有工资可以锁定。请核对月份,或先登记当月记录",
        "Everybody's gross in {month} is 0 (no attendance, pieces or other records): there are no wages to lock. Check "
        "the month, or enter its records first",
    ),
    "payroll_not_locked": Text(
        "{month}没有已锁定的工资。请先锁定当月工资",
        "No payroll of {month} is locked. Lock the month first",
    ),
    "payroll_run_missing": Text(
        "没有这份工资,可能已被作废。请刷新后再试",
        "There is no such payroll; it may have been voided. Refresh and try again",
    ),
}

TEXTS: dict[str, Text] = {
    **{f"line_{code}": text for code, text in LINE_TITLES.items()},
    **_PROBLEMS,
    **_WARNINGS,
    **_REFUSALS,
}
