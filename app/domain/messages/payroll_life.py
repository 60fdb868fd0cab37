"""Messages of the subject: the life of a payroll, from its lock to the archive, and its payments."""

from app.domain.messages.text import Text

_TAKE_OUT_ZH = "在窗口点“取出归档”或用命令 payroll unarchive {month} --reason …"
_TAKE_OUT_EN = "“Take out of archive” in the window, or payroll unarchive {month} --reason …"

_LOCK: dict[str, Text] = {
    "reason_missing": Text(
        "没有写明原因。请写一句为什么要这样做,以后查账要用",
        "No reason is given. Say in a sentence why: it is needed when the books are checked",
    ),
    "workers_missing": Text(
        "没有选工人。离职结算和更正只算点名的工人,请至少选一人",
        "No worker is named. A settlement or correction is for named workers only: choose at least one",
    ),
    "worker_unknown": Text(
        "工坊里没有编号为 {numbers} 的工人。请核对编号",
        "The workshop has no worker with the number {numbers}. Check the number",
    ),
    "number_shared": Text(
        "编号 {no} 有几个人用:{names}。请在“工资”页按姓名勾选,或在“工人”里给其中一人换一个编号",
        "The number {no} belongs to several people: {names}. Tick them by name on the page Payroll, or give one of "
        "them another number under Workers",
    ),
    "workers_not_for_all": Text(
        "月工资要算所有在职的人,不能只锁定几个人。提前离职的请做离职结算,发错的请做更正",
        "A month's payroll is for everybody employed and cannot be locked for some. For who left early make a "
        "settlement, for what was paid wrongly a correction",
    ),
    "workers_not_apart": Text(
        "月工资要算所有在职的人,不能只算几个人。只看一个人的,请用 payroll explain 月份 --worker 编号",
        "A month's payroll is for everybody employed and is not computed for some. One worker's wages are shown by "
        "payroll explain MONTH --worker NO",
    ),
    "first_half_nobody": Text(
        "{month}没有按半月结算的人,没有上半月工资可算:上半月工资只付给用工形式为“非全日制”、结算周期为“半月”、15日以后还在职的人。"
        "结算周期在“工人”页打开工人,在“工资约定”里设置",
        "Nobody is paid by half months in {month}, so there is no first half to pay: it is for who works part-time, is "
        "settled by half months and stays after the 15th. The pay period is set on the page Workers, in the worker's "
        "pay terms",
    ),
    "settlement_locked": Text(
        "{names} 在{month}已经做过离职结算,不能再做一次。要改请撤回那份结算,已发放的请做更正",
        "{names} had the settlement of {month} already. To change it reopen that one, or correct it once it is paid",
    ),
    "settlement_after_month": Text(
        "{names} 的{month}工资已在当月工资里锁定,不能再做离职结算。要改请撤回当月工资,已发放的请做更正",
        "The wages of {names} for {month} are locked with the month's payroll: no settlement besides. Reopen that one, "
        "or correct it once it is paid",
    ),
    "half_after_month": Text(
        "{month}的月工资已经锁定,上半月的工资已在其中,不能再单独锁定",
        "The payroll of {month} is locked and pays its first half too; the half cannot be locked besides",
    ),
    "correction_before_payment": Text(
        "{month}工资还没有发放,不用做更正。请撤回锁定(写明原因),改好记录后重新锁定",
        "Nothing of {month}'s payroll is paid yet, so no correction is needed. Reopen it with a reason, mend the "
        "records and lock it again",
    ),
    "correction_before_month": Text(
        "{names} 做过离职结算但还在职,{month}其余的工资由当月工资发放,还不能做更正。请先锁定并发放当月工资;确实离职的,"
        "先核对离职日期",
        "{names} had a settlement but stayed: the rest of {month} is paid by the month's payroll, so nothing can be "
        "corrected yet. Lock and pay that first; for who did leave, check the last day",
    ),
    "corrected_before": Text(
        "{names} 的{month}工资已在更正里锁定,再锁定这份会重复发放。要再改请再做更正;要改用这份,请先撤回那份更正"
        "(已发放的先登记退回)",
        "The wages of {names} for {month} are locked with a correction and would be paid twice. For a further change "
        "make another correction; to lock this one, reopen that correction first (after noting the return of what was "
        "paid)",
    ),
    "correction_empty": Text(
        "点名工人的{month}工资按现在的记录重算没有差别,没有可更正的。请先改正考勤、计件或其他记录。只改身份证号、姓名的不用做"
        "更正:报税表和以后的累计个税已按改正后的号码;{month}的台账保留锁定时的号码,请在打印的台账上改正并签章",
        "Computed again from today's records, {month}'s wages of the named workers are the same: nothing to correct. "
        "First mend attendance, pieces or whatever was wrong. An ID number or a name alone needs no correction: the "
        "tax list and the tax of coming months go by the mended one; {month}'s ledger keeps what was locked, so mend "
        "the printed page and sign there",
    ),
    "run_disputed": Text(
        "{month}有两份已锁定的工资在争议中,不能再锁定、发放、更正或归档。请先作废其中一份",
        "Two locked payrolls of {month} are in dispute: nothing can be locked, paid, corrected or archived. Void one "
        "of them first",
    ),
    "snapshot_missing": Text(
        "这台电脑上没有{month}这份工资锁定时的底稿:它是在别的电脑上锁定的。请在那台电脑上核算",
        "This PC has no record of what the payroll of {month} was computed from: it was locked on another one. "
        "Recompute it there",
    ),
    "snapshot_damaged": Text(
        "{month}这份工资的底稿与锁定时的校验值不符,不能用来核算。工资条不受影响,请从备份中找回底稿",
        "What is kept of the inputs of {month}'s payroll does not match the hash of its lock and cannot be used. The "
        "slips are not affected; look for it in a backup",
    ),
}

_STEPS: dict[str, Text] = {
    "reopen_reopened": Text(
        "{month}工资已经撤回过了,改好记录后直接锁定即可",
        "The payroll of {month} is reopened already: mend the records and lock it",
    ),
    "reopen_voided": Text(
        "{month}这份工资已作废,不用撤回。需要时重新锁定即可",
        "This payroll of {month} is void: there is nothing to reopen. Lock the month again where needed",
    ),
    "reopen_paid": Text(
        "{month}工资已经发放,不能撤回。请用更正补发或扣回差额",
        "The payroll of {month} is paid and cannot be reopened. Make a correction for the difference",
    ),
    "reopen_after_payment": Text(
        "{month}工资已发放{paid}元,不能撤回。请用更正处理差额;如果款项都已退回,先逐笔登记退回",
        "{paid} yuan of {month}'s payroll are paid out: it cannot be reopened. Make a correction for the difference; "
        "if all of it came back, note each return first",
    ),
    "reopen_archived": Text(
        "{month}工资已发放并归档,不能撤回。请用更正处理差额",
        "The payroll of {month} is paid and archived and cannot be reopened. Make a correction for the difference",
    ),
    "run_built_upon": Text(
        "{month}还有一份工资({later})是在这份之上算的,不能先动这份。请先撤回或作废那一份",
        "Another payroll of {month} ({later}) is computed upon this one, which therefore must stay. Reopen or void "
        "that one first",
    ),
    "void_reopened": Text(
        "{month}这份工资已撤回,不再计数,不用作废",
        "This payroll of {month} is reopened and counts nowhere: it need not be voided",
    ),
    "void_voided": Text("{month}这份工资已经作废了", "This payroll of {month} is void already"),
    "void_paid": Text(
        "{month}这份工资已经发放,不能作废。款项如已退回,请先逐笔登记退回",
        "This payroll of {month} is paid and cannot be voided. If the money came back, note each return first",
    ),
    "void_after_payment": Text(
        "{month}这份工资已发放{paid}元,不能作废。款项如已退回,请先逐笔登记退回;没有退回的,请作废另一份",
        "{paid} yuan of this payroll of {month} are paid out: it cannot be voided. If the money came back, note each "
        "return first; if not, void the other one",
    ),
    "void_archived": Text(
        f"{{month}}这份工资已发放并归档,不能作废。款项如已退回,请先取出归档({_TAKE_OUT_ZH}),再逐笔登记退回",
        "This payroll of {month} is paid and archived and cannot be voided. If the money came back, first take it out "
        f"of the archive ({_TAKE_OUT_EN}), then note each return",
    ),
    "archive_unpaid": Text(
        "{month}工资还有{count}人共{open}元没有发放,不能归档。请先发放或登记发放",
        "Of {month}'s payroll {open} yuan are still open (workers: {count}): it cannot be archived. Pay them, or note "
        "that they were paid, first",
    ),
    "archive_reopened": Text(
        "{month}这份工资已撤回,不能归档", "This payroll of {month} is reopened and cannot be archived"
    ),
    "archive_voided": Text("{month}这份工资已作废,不能归档", "This payroll of {month} is void and cannot be archived"),
    "archive_archived": Text("{month}工资已经归档了", "The payroll of {month} is archived already"),
    "unarchive_locked": Text(
        "{month}工资没有归档,不用取出:还没有全部发放,直接发放或登记退回即可",
        "The payroll of {month} is not archived: there is nothing to take out. Not all of it is paid; pay it, or note "
        "the return, as it is",
    ),
    "unarchive_paid": Text(
        "{month}工资没有归档,不用取出,直接登记退回即可",
        "The payroll of {month} is not archived: there is nothing to take out. Note the return as it is",
    ),
    "unarchive_reopened": Text(
        "{month}这份工资已撤回,没有归档,不用取出",
        "This payroll of {month} is reopened, not archived: there is nothing to take out",
    ),
    "unarchive_voided": Text(
        "{month}这份工资已作废,没有归档,不用取出",
        "This payroll of {month} is void, not archived: there is nothing to take out",
    ),
}

_PAYING: dict[str, Text] = {
    "pay_reopened": Text(
        "{month}工资已撤回,不能发放。请重新锁定后再发",
        "The payroll of {month} is reopened and cannot be paid. Lock it again first",
    ),
    "pay_voided": Text("{month}这份工资已作废,不能发放", "This payroll of {month} is void and cannot be paid"),
    "already_paid": Text(
        "{month}工资已全部发放,不能再发一次", "All of {month}'s payroll is paid; it is not paid twice"
    ),
    "already_paid_workers": Text(
        "{names} 的{month}工资已经发放,不能再发一次。请从名单里去掉;如果款项已退回,先登记退回",
        "The wages of {names} for {month} are paid already and are not paid twice. Leave them out; if the money came "
        "back, note the return first",
    ),
    "nothing_to_pay_workers": Text(
        "{names} 的{month}工资实发为 0 元(没有应发,或已全部扣完),没有要发放的。请从名单里去掉",
        "The net of {names} for {month} is 0 (nothing earned, or all of it deducted): nothing is to be paid. Leave "
        "them out",
    ),
    "pay_archived": Text(
        "{month}工资已全部发放并归档,不能再发一次",
        "All of {month}'s payroll is paid, and it is archived: it is not paid twice",
    ),
    "not_in_run": Text(
        "这份{month}工资里没有编号为 {numbers} 的人。请核对编号",
        "This payroll of {month} has nobody with the number {numbers}. Check the number",
    ),
    "bank_account_missing": Text(
        "{names} 没有银行账号,不能转账,这次一个人也没有发。请在“工人”里补上账号,或对他们改发现金",
        "No bank account is known of {names}; nobody was paid. Add the account under Workers, or pay them in cash",
    ),
    "payment_before_lock": Text(
        "发放日期{day}早于锁定日期{locked}。请核对日期",
        "The day of payment, {day}, lies before the lock of {locked}. Check the date",
    ),
    "payment_in_future": Text(
        "日期{day}还没有到(今天是{today})。请在发放后登记",
        "{day} is still to come (today is {today}). Note the payment once it is made",
    ),
    "payment_missing": Text("没有这笔发放记录。请刷新后再试", "There is no such payment. Refresh and try again"),
    "nothing_to_return": Text(
        "{names} 在{month}没有已发放的款项,不能登记退回",
        "Nothing of {month} is paid out to {names}: there is nothing to return",
    ),
    "already_returned": Text("这笔款项已登记过退回({day})", "This payment is noted as returned already ({day})"),
    "return_before_payment": Text(
        "退回日期{day}早于发放日期{paid}。请核对日期",
        "The day of return, {day}, lies before the payment of {paid}. Check the date",
    ),
    "return_reopened": Text(
        "{month}这份工资已撤回,没有可退回的款项", "This payroll of {month} is reopened: there is nothing to return"
    ),
    "return_voided": Text(
        "{month}这份工资已作废,没有可退回的款项", "This payroll of {month} is void: there is nothing to return"
    ),
    "return_archived": Text(
        f"{{month}}工资已归档,不能直接登记退回。请先取出归档:{_TAKE_OUT_ZH},再登记退回",
        f"The payroll of {{month}} is archived: a return cannot be noted as it is. First take it out: {_TAKE_OUT_EN}; "
        "then note the return",
    ),
}

_PHOTOS: dict[str, Text] = {
    "photo_not_locked": Text(
        "{month}这份工资已撤回或作废,不用附签字页照片。请附到现行的那一份",
        "This payroll of {month} is reopened or void and takes no photographs. Attach them to the one that stands",
    ),
    "photo_missing": Text(
        "没有这张照片,可能已被移除。请刷新后再试", "There is no such photograph; it may have been removed"
    ),
    "picture_too_large": Text(
        "{file} 超过 {most} MB。请用较低的清晰度重拍,或分页保存",
        "{file} has more than {most} MB. Photograph it again at a lower resolution, or save its pages apart",
    ),
    "picture_unreadable": Text(
        "{file} 不是完整的 JPEG、PNG 或 PDF 文件。请重新拍照或扫描",
        "{file} is no whole JPEG, PNG or PDF file. Photograph or scan the page again",
    ),
    "picture_missing": Text(
        "照片文件不在这台电脑上:{file}。请在附照片的电脑上查看,或重新附上",
        "The photograph's file is not on this PC: {file}. Look at it on the PC it was attached on, or attach it again",
    ),
    "picture_damaged": Text(
        "照片文件已损坏,打不开:{file}。请重新附上这张照片",
        "The photograph's file is damaged and does not open: {file}. Attach the photograph again",
    ),
}

_KINDS: dict[str, Text] = {
    "run_regular": Text("月工资", "month's payroll"),
    "run_first_half": Text("上半月工资", "first half"),
    "run_settlement": Text("离职结算", "settlement"),
    "run_correction": Text("更正", "correction"),
}

TEXTS: dict[str, Text] = {**_KINDS, **_PHOTOS, **_LOCK, **_STEPS, **_PAYING}
