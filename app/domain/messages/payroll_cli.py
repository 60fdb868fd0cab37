"""Messages of the subject: the headless commands of a payroll's life."""

from app.domain.messages.text import Text

_HELP: dict[str, Text] = {
    "help_workers": Text("工人编号(可写几个)", "numbers of workers (several may follow)"),
    "help_reason": Text(
        "原因(撤回、作废、更正、退回、取出归档时必填)",
        "the reason (needed to reopen, void, correct, return, unarchive)",
    ),
    "help_all_workshops": Text("账本里的所有工坊", "every workshop of these records"),
    "help_run_id": Text(
        "工资编号,当月有几份时用(见 payroll status)",
        "number of the payroll, where the month has several (see payroll status)",
    ),
    "help_on": Text(
        "发放或退回日期,如 2026-11-10(默认今天)", "day of payment or return, such as 2026-11-10 (default: today)"
    ),
    "help_kind": Text(
        "种类:regular 月工资、first_half 上半月、settlement 离职结算、correction 更正",
        "kind: regular (the month), first_half, settlement (at a job's end), correction",
    ),
    "help_kind_lock": Text(
        "种类:regular 月工资、first_half 上半月、settlement 离职结算(更正用 payroll correct)",
        "kind: regular (the month), first_half, settlement (at a job's end); a correction is payroll correct",
    ),
    "help_payroll_correct": Text(
        "更正已发放月份的一人或几人,只算差额", "correct one or several workers of a paid month: only the differences"
    ),
    "help_payroll_reopen": Text("撤回锁定(发放前)", "reopen a locked payroll, before anything of it is paid"),
    "help_payroll_void": Text(
        "作废一份没有发放的工资(两份争议时留另一份)",
        "void a payroll of which nothing is paid (of two in dispute the other then counts)",
    ),
    "help_payroll_archive": Text(
        "归档当月已全部发放的各份工资(--run 只归档一份)",
        "archive the month's payrolls that are paid in full (--run: one of them)",
    ),
    "help_payroll_unarchive": Text(
        "取出归档的工资(如银行过后退回了款项),用完可再归档",
        "take an archived payroll out again (when the bank returned money later); archive it again afterwards",
    ),
    "help_payroll_status": Text("某月工资到了哪一步、有哪几份", "how far a month's payroll is, and its runs"),
    "help_payroll_verify": Text(
        "核验每份锁定的工资:工资条、底稿、按底稿重算是否一分不差",
        "verify every locked payroll: its slips, its inputs, and whether these compute to the same fen",
    ),
    "help_payroll_pay": Text("登记发放或退回", "note payments, or one that came back"),
    "help_only": Text("只发给这些编号(默认所有未发的人)", "only these numbers (default: everybody still open)"),
    "help_pay_cash": Text("现金发放(默认银行转账)", "in cash (default: by bank)"),
    "help_returned": Text("这个编号的款项被退回", "the payment of this number came back"),
    "help_payroll_payments": Text(
        "当月各份工资每人发放情况(--run 只看一份)",
        "what was paid to each worker of the month's payrolls (--run: of one)",
    ),
    "help_payroll_compare": Text(
        "与上月逐人比较,变化30%以上加标记", "each worker beside last month, changes of 30 % or more marked"
    ),
}

_NOBODY = Text("当月没有在职工人", "nobody employed in the month")

_SAID: dict[str, Text] = {
    "run_kind_missing": Text(
        "{month}没有锁定的{kind}。当月有哪几份工资,见 payroll status {month}",
        "{month} has no locked payroll of this kind: {kind}. payroll status {month} shows those there are",
    ),
    "run_kind_voided": Text(
        "{month}的{kind}已作废,没有现行的。当月其他工资不受影响,见 payroll status {month}",
        "This payroll of {month} is void: {kind}. None stands in its place; the month's others are as they were, see "
        "payroll status {month}",
    ),
    "run_kind_reopened": Text(
        "{month}的{kind}已撤回,还没有重新锁定。请改好记录后锁定",
        "This payroll of {month} is reopened and not locked again: {kind}. Mend the records and lock it",
    ),
    "run_ambiguous": Text(
        "{month}有几份工资,请用 --kind 或 --run 说明是哪一份:{runs}",
        "{month} has several payrolls; say which with --kind or --run: {runs}",
    ),
    "day_unreadable": Text(
        "日期“{text}”读不懂,请写成 2026-11-10 的形式", "The date “{text}” cannot be read; write it as 2026-11-10"
    ),
    "run_reopened_now": Text(
        "{month} {kind}已撤回锁定:{reason}。改好记录后请重新锁定",
        "{month}, {kind}: reopened, because: {reason}. Mend the records, then lock it again",
    ),
    "run_voided_now": Text("{month} {kind}已作废:{reason}", "{month}, {kind}: void, because: {reason}"),
    "run_archived_now": Text("{month} {kind}已归档", "{month}, {kind}: archived"),
    "run_unarchived_now": Text(
        "{month} {kind}已取出归档:{reason}。现在可以登记退回、重新发放,完成后请再归档",
        "{month}, {kind}: taken out of the archive, because: {reason}. A return can be noted and paid again now; "
        "archive it again afterwards",
    ),
    "run_locked_now": Text(
        "{month} {kind}已锁定:{workers} 人,应发 {gross} 元,实发 {net} 元,校验码 {code}",
        "{month}, {kind}: locked. Workers: {workers}, gross {gross}, net {net} yuan, check code {code}",
    ),
    "correction_carried": Text(
        "  {no} {name}:多付的 {amount} 元转为预支,从以后的工资扣回,不在这次实发里扣",
        "  {no} {name}: {amount} yuan paid too much become an advance, taken from coming wages and not from this net",
    ),
    "paid_now": Text(
        "{month} {kind}:{method}发放 {workers} 人共 {amount} 元({on})。还有 {open_workers} 人 {open} 元未发",
        "{month}, {kind}: {amount} yuan paid, {method}, workers: {workers} ({on}). Still open: {open} yuan, workers: "
        "{open_workers}",
    ),
    "paid_none": Text(
        "  {no} {name}:实发为 0 元(没有应发,或已全部扣完),没有要发放的",
        "  {no} {name}: net 0 (nothing earned, or all of it deducted): nothing to pay",
    ),
    "returned_now": Text(
        "{no} {name} 的款项已登记退回({on}:{reason}),现有 {open} 元未发",
        "{no} {name}: the payment came back ({on}: {reason}); {open} yuan are open again",
    ),
    "pay_bank": Text("银行转账", "by bank"),
    "pay_cash": Text("现金", "in cash"),
    "stage_line": Text("{month} 工资:{stage}", "Payroll {month}: {stage}"),
    "stage_empty": _NOBODY,
    "stage_draft": Text("草稿,还有问题没有解决", "draft, with problems left"),
    "stage_checked": Text("已检查,可以锁定", "checked, ready to be locked"),
    "stage_locked": Text("已锁定,未发完", "locked, not all paid"),
    "stage_paid": Text("已全部发放", "paid"),
    "stage_archived": Text("已归档", "archived"),
    "stage_disputed": Text(
        "有争议:两份锁定的工资重复,请作废其中一份", "in dispute: two locked payrolls pay the same; void one"
    ),
    "state_locked": Text("已锁定", "locked"),
    "state_reopened": Text("已撤回", "reopened"),
    "state_paid": Text("已发放", "paid"),
    "state_voided": Text("已作废", "void"),
    "state_archived": Text("已归档", "archived"),
    "state_disputed": Text("有争议", "disputed"),
    "run_line": Text(
        "{run_id} {kind}({state},{on}):{workers} 人,实发 {net} 元,已发 {paid} 元",
        "{run_id} {kind} ({state}, {on}): workers {workers}, net {net}, paid {paid} yuan",
    ),
    "payment_line": Text(
        "{no} {name}:实发 {net},已发 {paid},未发 {open} {how}", "{no} {name}: net {net}, paid {paid}, open {open} {how}"
    ),
    "payment_made": Text("{method} {on}", "{method} {on}"),
    "payment_came_back": Text("{method} {on},{back} 退回:{reason}", "{method} {on}, came back {back}: {reason}"),
    "check_sound": Text("{month} {kind}({run_id})无误", "{month}, {kind} ({run_id}): sound"),
    "check_no_inputs": Text(
        "{month} {kind}({run_id})工资条无误;底稿在锁定它的电脑上",
        "{month}, {kind} ({run_id}): slips sound; its inputs are on the PC that locked it",
    ),
    "check_bad": Text(
        "{month} {kind}({run_id})有误:工资条{slips},底稿{inputs},重算{same}",
        "{month}, {kind} ({run_id}): NOT sound. Slips {slips}, inputs {inputs}, computed again {same}",
    ),
    "check_good_word": Text("相符", "as locked"),
    "check_bad_word": Text("不符", "different"),
    "check_none_word": Text("无", "none"),
    "check_nothing": Text("还没有锁定过工资", "No payroll was ever locked"),
    "compare_line": Text(
        "{no} {name}:应发 {gross}(上月 {last_gross}),实发 {net}(上月 {last_net}){mark}",
        "{no} {name}: gross {gross} (last month {last_gross}), net {net} (last month {last_net}){mark}",
    ),
    "compare_total": Text("合计", "Total"),
    "compare_marked": Text(" ← 变化30%以上", " ← changed by 30 % or more"),
    "compare_new": Text(" ← 上月没有", " ← not there last month"),
    "compare_gone": Text(" ← 本月没有", " ← not there this month"),
    "shop_line": Text("{shop}:{what}", "{shop}: {what}"),
    "shop_ready": Text("可以锁定,{workers} 人,实发 {net} 元", "ready to be locked, workers: {workers}, net {net} yuan"),
    "shop_problems": Text(
        "还有 {count} 个问题,没有锁定。第一个:{first}", "problems: {count}, not locked. The first: {first}"
    ),
    "shop_empty": _NOBODY,
    "shop_locked": Text(
        "已锁定,{workers} 人,实发 {net} 元,校验码 {code}",
        "locked, workers: {workers}, net {net} yuan, check code {code}",
    ),
    "shop_locked_before": Text(
        "早已锁定,{workers} 人,实发 {net} 元,校验码 {code}",
        "locked before, workers: {workers}, net {net} yuan, check code {code}",
    ),
}

TEXTS: dict[str, Text] = {**_HELP, **_SAID}
