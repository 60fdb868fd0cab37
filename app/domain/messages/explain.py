"""Messages of the subject: where each figure of a slip comes from, and why it differs from last month's."""

from app.domain.messages.text import Text

_WORDS: dict[str, Text] = {
    "explain_basis_monthly": Text("月薪", "a month"),
    "explain_basis_daily": Text("日薪", "a day"),
    "explain_basis_hourly": Text("时薪", "an hour"),
    "explain_basis_piece": Text("计件", "by the piece"),
    "explain_time_normal": Text("正常", "normal"),
    "explain_time_overtime": Text("加班", "overtime"),
    "explain_time_rest_day": Text("休息日", "rest day"),
    "explain_time_statutory": Text("法定", "statutory"),
    "explain_day_working": Text("工作日", "working day"),
    "explain_day_rest": Text("休息日", "rest day"),
    "explain_day_statutory": Text("法定节假日", "statutory day"),
    "explain_mark_work": Text("{mark}", "{mark}"),
    "explain_mark_half": Text("{mark}", "{mark} (half a day)"),
    "explain_mark_extra": Text("{mark}", "{mark} (extra hours)"),
    "explain_mark_off": Text("{mark}", "{mark} (day off)"),
    "explain_mark_swapped": Text("{mark}", "{mark} (day exchanged)"),
    "explain_mark_unpaid": Text("{mark}", "{mark} (unpaid leave)"),
    "explain_mark_absent": Text("{mark}", "{mark} (absent)"),
    "explain_mark_sick": Text("{mark}", "{mark} (sick)"),
    "explain_mark_paid": Text("{mark}", "{mark} (paid leave)"),
    "explain_mark_injury": Text("{mark}", "{mark} (work injury)"),
}

_TITLES: dict[str, Text] = {
    "explain_gross": Text("应发合计", "Gross"),
    "explain_net": Text("实发", "Net"),
    "explain_damage_left": Text("未扣完的赔偿,结转下月", "Damage left, carried to next month"),
    "explain_advance_left": Text("未扣完的预支,结转下月", "Advance left, carried to next month"),
    "explain_floor": Text("本月最低工资线", "Minimum wage of this month"),
    "explain_about": Text("{rest}({kind})", "{rest} ({kind})"),
    "explain_of": Text("{title} {about}", "{title} · {about}"),
}

_EARNED: dict[str, Text] = {
    "explain_terms": Text("{basis} {rate} 元,自 {since} 起", "{rate} yuan {basis}, from {since}"),
    "explain_terms_pieces": Text("按计件计薪,自 {since} 起", "Paid by the piece, from {since}"),
    "explain_minimum": Text("月最低工资 {amount} 元", "Monthly minimum wage {amount} yuan"),
    "explain_factor": Text("{kind}按 {factor} 计", "{kind} counts {factor}"),
    "explain_month_whole": Text("整月在职", "Employed for the whole month"),
    "explain_marked": Text("考勤 {mark}", "Marked {mark}"),
    "explain_marked_on": Text("{day},考勤 {mark}", "{day}, marked {mark}"),
    "explain_holiday": Text("{name}", "{name} (statutory day)"),
    "explain_price": Text("单价 {price} 元,自 {since} 起", "Price {price} yuan, in force from {since}"),
    "explain_pieces": Text("计件记录", "Piece entry"),
    "explain_pieces_kind": Text("计件记录,{kind}", "Piece entry, {kind}"),
    "explain_pieces_days": Text("计件记录,{days}", "Piece entries, {days}"),
    "explain_team_whole": Text(
        "集体计件 {item}:{quantity} × {price} = {whole} 元",
        "Team work, {item}: {quantity} × {price} = {whole} yuan",
    ),
    "explain_team_own": Text("{name}(本人)分摊 {weight}", "{name} (this worker), weight {weight}"),
    "explain_team_other": Text(
        "{name}分摊 {weight},得 {amount} 元", "{name}, weight {weight}: {amount} yuan (not on this slip)"
    ),
    "explain_adjustment": Text("增减“{name}”", "Addition “{name}”"),
    "explain_adjustment_bare": Text("增减", "Addition"),
    "explain_plan_full": Text(
        "“{name}”:全勤 {amount} 元,自 {since} 起", "“{name}”: {amount} yuan for full attendance, from {since}"
    ),
    "explain_plan_day": Text(
        "“{name}”:每出勤一天 {amount} 元,自 {since} 起", "“{name}”: {amount} yuan a day present, from {since}"
    ),
    "explain_plan_month": Text(
        "“{name}”:每月 {amount} 元,自 {since} 起", "“{name}”: {amount} yuan a month, from {since}"
    ),
    "explain_paid_before": Text("本月其他工资单已付", "Paid by other payrolls of this month"),
    "explain_floor_reached": Text("应达到的最低工资", "Minimum to be reached"),
    "explain_counts": Text("计入:{title}", "Counts towards it: {title}"),
    "explain_counts_not": Text("不计入:{title} {amount} 元", "Does not count: {title}, {amount} yuan"),
}

_TAKEN: dict[str, Text] = {
    "explain_social_fixed": Text("约定的社保个人部分,每月", "Own share of social insurance agreed on, a month"),
    "explain_social_item": Text("{name}:{formula}", "{name}: {formula}"),
    "explain_taken_before": Text("本月其他工资单已扣", "Taken by other payrolls of this month"),
    "explain_not_enough": Text("工资不够或超过限额,这次没扣", "Not taken now: wages or the limit do not reach"),
    "explain_brought": Text("以前结转、本月应扣的余额", "Brought forward and due"),
    "explain_deduction": Text("增减“{name}”", "Deduction “{name}”"),
    "explain_instalment": Text("分期“{name}”,本月一期", "Instalment of “{name}”"),
    "explain_instalments_rest": Text("离职,以后各期一并扣回", "Leaving: later instalments are due now"),
    "explain_advance": Text("预支 {amount} 元", "Advance of {amount} yuan"),
    "explain_advance_monthly": Text(
        "预支 {amount} 元,每月扣 {monthly} 元", "Advance of {amount} yuan, {monthly} yuan a month"
    ),
    "explain_debt": Text(
        "{day} 预支 {amount} 元,本月前已扣 {taken} 元,余 {left} 元",
        "{day}: advance of {amount} yuan, {taken} repaid before this month, {left} left",
    ),
    "explain_damage_cap": Text(
        "每月最多扣应发的 {share},扣后不低于最低工资", "At most {share} of gross, keeping the minimum wage"
    ),
    "explain_open_before": Text("这次以前还没扣的", "Outstanding before this"),
    "explain_due_later": Text("以后各期", "Later instalments"),
    "explain_taken_now": Text("本次已扣", "Taken now"),
    "explain_given_back": Text("本次更正少扣的,又记为未扣", "Taken too much before: outstanding again"),
    "explain_added_now": Text("本次多付的,新转为预支", "Paid too much now: added as an advance"),
    "explain_tax_year": Text(
        "全年到本月:应纳税所得额 {taxable} 元 × {rate} - 速算扣除 {quick} 元",
        "Year up to this month: {taxable} yuan taxable × {rate} - {quick}",
    ),
    "explain_tax_withheld": Text("以前已扣的税", "Tax withheld before"),
    "explain_tax_over": Text("以前多扣的,年后由本人汇算", "Withheld too much before: settled after the year"),
    "explain_tax_later": Text("后面已锁定的月份少扣或多扣的", "What later months, locked before, withheld otherwise"),
    "explain_tax_services": Text("按本月劳务收入应扣", "Tax of the month's services"),
    "explain_tax_taxable": Text(
        "应纳税所得额 = 收入 {income} - 减除费用 {deduction} - 社保 {social} - 附加扣除 {additional} = {taxable} 元",
        "Taxable = income {income} - deduction {deduction} - social {social} - additional {additional} = {taxable}",
    ),
    "explain_tax_none": Text("没有应纳税所得额,不扣税", "Nothing is taxable, no tax"),
    "explain_line": Text("{title}", "{title}"),
    "explain_gross_row": Text("应发合计", "Gross"),
    "explain_opening": Text("期初({count} 个月)", "Opening (months: {count})"),
    "explain_before_all": Text("本年以前的工资({count} 个月)", "Earlier payrolls of the year (months: {count})"),
    "explain_month": Text("{month}", "{month}"),
    "explain_this_month": Text("本月", "This month"),
    "explain_this_other": Text("本月其他工资单", "Other payrolls of this month"),
    "explain_should": Text("按现在的记录应为", "Should be, by the records"),
    "explain_counted": Text("{run}已计", "Counted by: {run}"),
    "explain_should_take": Text("更正后共扣", "Taken in all after the correction"),
    "explain_taken_by": Text("{run}已扣", "Taken by: {run}"),
    "explain_year_again": Text("全年重算应扣", "Tax of the year computed again"),
    "explain_year_month": Text("{month}已扣", "Withheld for {month}"),
    "explain_overpaid": Text("多付的转为预支,从以后工资扣回", "Paid too much: an advance, repaid from coming wages"),
}

_NOTES: dict[str, Text] = {
    "explain_frozen": Text("按锁定时保存的底稿", "By what the lock kept"),
    "explain_today": Text(
        "锁定时的底稿不在这台电脑上,下面是现在的记录,可能已改过",
        "What the lock kept is not on this PC; these are today's records, which may have been changed since",
    ),
    "explain_damaged": Text(
        "锁定时的底稿已损坏,下面是现在的记录,可能已改过",
        "What the lock kept is damaged; these are today's records, which may have been changed since",
    ),
    "explain_differs": Text(
        "现在的记录与这一行不符:锁定后改过", "Today's records do not add up to this line: they were changed since"
    ),
    "explain_no_records": Text("没有找到这一行的记录", "No records of this line were found"),
    "explain_days_changed": Text(
        "有几天的逐日数量锁定后改过,这里按锁定时的合计列出",
        "Some days' entries were changed since the lock; the sums of the lock are shown",
    ),
}

_WHY: dict[str, Text] = {
    "why_more": Text("多 {amount} 元", "{amount} more"),
    "why_less": Text("少 {amount} 元", "{amount} less"),
    "why_new": Text("上月没有工资,{change}", "No wages last month: {change}"),
    "why_joined": Text("{day} 入职,上月没有工资,{change}", "Joined on {day}, no wages last month: {change}"),
    "why_gone": Text("本月没有工资,{change}", "No wages this month: {change}"),
    "why_left": Text("{day} 离职,本月没有工资,{change}", "Left on {day}, no wages this month: {change}"),
    "why_raise": Text(
        "{basis}从 {old} 元提到 {new} 元,{change}", "Rate {basis} raised from {old} to {new} yuan: {change}"
    ),
    "why_cut": Text(
        "{basis}从 {old} 元降到 {new} 元,{change}", "Rate {basis} lowered from {old} to {new} yuan: {change}"
    ),
    "why_base": Text("{title}{change}", "{title}: {change}"),
    "why_base_joined": Text("{day} 入职,{title}{change}", "Joined on {day}; {title}: {change}"),
    "why_base_left": Text("{day} 离职,{title}{change}", "Left on {day}; {title}: {change}"),
    "why_more_hours": Text("{title}多 {count} 小时,{change}", "{title}, {count} h more: {change}"),
    "why_less_hours": Text("{title}少 {count} 小时,{change}", "{title}, {count} h less: {change}"),
    "why_more_days": Text("{title}多 {count} 天,{change}", "{title}, more days ({count}): {change}"),
    "why_less_days": Text("{title}少 {count} 天,{change}", "{title}, fewer days ({count}): {change}"),
    "why_attendance": Text("出勤", "Work"),
    "why_more_absent": Text("缺勤多 {count} 天({days}),{change}", "More days absent ({count}: {days}): {change}"),
    "why_more_made": Text("多做{item} {count} 件,{change}", "{count} more of {item}: {change}"),
    "why_less_made": Text("少做{item} {count} 件,{change}", "{count} fewer of {item}: {change}"),
    "why_new_made": Text("新做{item} {count} 件,{change}", "{count} of {item}, none last month: {change}"),
    "why_not_made": Text("没有做{item}(上月 {count} 件),{change}", "None of {item} ({count} last month): {change}"),
    "why_price": Text(
        "{item}单价从 {old} 元改为 {new} 元,{change}", "Price of {item} from {old} to {new} yuan: {change}"
    ),
    "why_price_mixed": Text("{item}单价有变,{change}", "Prices of {item} changed: {change}"),
    "why_team": Text("集体计件{item},{change}", "Team work, {item}: {change}"),
    "why_rate": Text("{title}标准有变,{change}", "Rate of {title} changed: {change}"),
    "why_given": Text("有{title}(上月没有),{change}", "{title} given, none last month: {change}"),
    "why_not_given": Text("没有{title},{change}", "{title} not given: {change}"),
    "why_not_given_absent": Text("没有{title}(缺勤 {days}),{change}", "{title} not given (absent on {days}): {change}"),
    "why_changed": Text("{title}有变,{change}", "{title} changed: {change}"),
    "why_taken_more": Text("{title}多扣 {amount} 元", "{title}: {amount} more taken"),
    "why_taken_less": Text("{title}少扣 {amount} 元", "{title}: {amount} less taken"),
    "why_tax_more": Text("个人所得税多扣 {amount} 元{because}", "Income tax: {amount} more taken{because}"),
    "why_tax_less": Text("个人所得税少扣 {amount} 元{because}", "Income tax: {amount} less taken{because}"),
    "why_because_band": Text("(税率从 {old} 到 {new})", " (rate from {old} to {new})"),
    "why_because_year": Text("(按全年累计收入计算)", " (by the year's income so far)"),
    "why_because_services": Text("(按本月劳务收入计算)", " (by the month's services)"),
    "why_because_nothing": Text("", ""),
}

_CLI: dict[str, Text] = {
    "explain_head": Text("{no} {name} {month}", "{no} {name}, {month}"),
    "explain_why_head": Text("与上月相比:实发{change}", "Beside last month, net: {change}"),
    "explain_why_same": Text("实发与上月相同", "Net is the same as last month"),
    "explain_why_no_last": Text(
        "上个月没有锁定的工资,没有可比的", "No payroll of last month is locked: nothing to compare"
    ),
    "explain_year_head": Text("本年个税,逐月", "The tax year by month"),
    "explain_year_row": Text(
        "{label}:收入 {income},社保 {social},附加扣除 {additional},已扣税 {withheld}",
        "{label}: income {income}, social {social}, additional {additional}, withheld {withheld}",
    ),
    "explain_nobody": Text(
        "{no} 在{month}没有工资条。请核对编号和月份", "{no} has no slip in {month}. Check number and month"
    ),
    "help_payroll_explain": Text(
        "一个工人的工资条:每个数的算式和记录,与上月为什么不同",
        "one worker's slip: formula and records of each figure, and why it differs from last month",
    ),
    "help_explain_worker": Text("工人编号", "the worker's number"),
}

TEXTS: dict[str, Text] = {**_WORDS, **_TITLES, **_EARNED, **_TAKEN, **_NOTES, **_WHY, **_CLI}
