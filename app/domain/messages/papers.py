"""Messages of the subject: the papers of a payroll, and checking a slip's code."""

from app.domain.messages.text import Text

_KINDS: dict[str, Text] = {
    "run_kind_regular": Text("月度工资", "the month's payroll"),
    "run_kind_first_half": Text("上半月工资", "the first half's payroll"),
    "run_kind_settlement": Text("离职结算", "a settlement"),
    "run_kind_correction": Text("更正", "a correction"),
}

_NAMES: dict[str, Text] = {
    "paper_ledger": Text("工资支付台账", "wage ledger"),
    "paper_slips": Text("工资条", "wage slips"),
    "paper_settlement": Text("加工费、劳务费结算单", "settlement sheet"),
    "paper_board": Text("工资发放公示", "public board"),
    "paper_cash": Text("现金发放清单", "cash list"),
    "paper_sheet": Text("工资表(电子表格)", "payroll as a spreadsheet"),
    "paper_tax_list": Text("个税申报表", "tax list"),
    "paper_certificate": Text("收入证明", "wage certificate"),
    "paper_subsidy": Text("奖补材料", "subsidy pack"),
}

_REFUSALS: dict[str, Text] = {
    "paper_run_given_up": Text(
        "{month}的这份工资已经退回或作废,不能再打印。请刷新后选现在有效的一份",
        "This payroll of {month} was reopened or voided and is not printed any more. Refresh and take the one that "
        "stands",
    ),
    "paper_run_of_kind_missing": Text(
        "{month}没有已锁定的{kind},没有可打印的。请核对月份和种类",
        "Nothing is locked in {month} as {kind}, so there is nothing to print. Check month and kind",
    ),
    "paper_run_several": Text(
        "{month}有多份这样的工资({runs}),请用 --run 指明打印哪一份",
        "{month} has several payrolls of this kind ({runs}): say with --run which one to print",
    ),
    "print_nothing_asked": Text(
        "没有说要打印什么。请至少给出 --ledger、--slips、--settlement、--board、--cash 中的一个",
        "Nothing to print was named. Give at least one of --ledger, --slips, --settlement, --board, --cash",
    ),
    "settlement_empty": Text(
        "{month}没有居家承揽或劳务人员,没有结算单",
        "Nobody works at home or by services in {month}: there is no settlement sheet",
    ),
    "cash_empty": Text(
        "{month}没有待发的金额,没有现金发放清单。都已发放,或请核对月份",
        "Nothing is open in {month}, so there is no cash list: all is paid, or check the month",
    ),
    "cash_by_bank": Text(
        "{month}待发的人都有银行账号,由银行文件发放,没有要发现金的人。要全部发现金,请选“有账号的人也发现金”"
        "(命令行用 --cash-all)",
        "Everybody open in {month} has an account and is paid by the bank file: nobody is left for cash. To pay them "
        "all in cash choose “Cash also for those with an account” (on the command line: --cash-all)",
    ),
    "papers_need_lock": Text(
        "{month}工资还没有锁定,不能出具{paper}。请先锁定",
        "The payroll of {month} is not locked, so there is no {paper}. Lock it first",
    ),
    "tax_list_id_missing": Text(
        "{month}有 {count} 人没有身份证号,不能申报:{names}。请在“工人”里补全,已锁定的月份也随之补上",
        "Nobody can be declared without an ID number; who has none in {month} ({count}): {names}. Complete them under "
        "Workers; a locked month follows",
    ),
    "certificate_worker_missing": Text(
        "没有编号为 {no} 的工人。请核对编号", "There is no worker with number {no}. Check the number"
    ),
    "certificate_months": Text(
        "收入证明要写的月数不能是 {months}。请写 1 到 {most} 之间的数",
        "A certificate cannot be of {months} months. Give a number from 1 to {most}",
    ),
    "file_ending": Text(
        "{file} 的扩展名不对:写出的是 {ending} 文件,别的程序会打不开。请写成 {better}",
        "{file} has the wrong ending: what is written is a {ending} file, which programs will not open. Write {better}",
    ),
    "file_twice": Text(
        "{file} 写了两次:后写的会盖掉先写的。请给每份各写一个文件名",
        "{file} is named twice: the second paper would take the place of the first. Name a file for each",
    ),
    "certificate_nothing_paid": Text(
        "{no} {name} 在这段时间没有已锁定并登记发放的工资(已锁定未发放:{months} 个月),不能出具收入证明。请先登记发放",
        "{no} {name} has no wages locked and noted as paid in this time (locked but not paid, months: {months}), so no "
        "certificate can be given. Note the payment first",
    ),
    "subsidy_no_runs": Text(
        "{first}至{last}没有一个月锁定了工资,不能做奖补材料",
        "No payroll is locked from {first} to {last}: there is nothing to put into a subsidy pack",
    ),
    "slip_code_unreadable": Text(
        "这不是工资条上的二维码内容,或没有复制完整。请整段复制扫码得到的文字再核验",
        "This is not the text of a wage slip's code, or not all of it. Copy the whole scanned text and check again",
    ),
}

_CLI: dict[str, Text] = {
    "paper_written": Text("{paper}已写入 {file}。", "Written to {file}: {paper}."),
    "paper_draft_written": Text(
        "{paper}(草稿,工资未锁定)已写入 {file}。",
        "Written to {file}: {paper} (DRAFT: the payroll is not locked).",
    ),
    "paper_left_out": Text("没有打印{paper}:{reason}。", "Not printed, the {paper}: {reason}."),
    "paper_letters_missing": Text(
        "打印字体里没有这些字,纸上印成“〓”,请在纸上手写补上:{texts}。",
        "No font has these letters; the paper shows 〓 for each. Write them in by hand on the paper: {texts}.",
    ),
    "paper_letters_more": Text("另有 {count} 处", "and {count} more"),
    "subsidy_missing": Text(
        "没有锁定工资的月份:{months}。目录页上已列出。",
        "Months without a locked payroll: {months}. They are named on the contents page.",
    ),
    "subsidy_unpaid": Text(
        "尚未足额发放的月份:{months}。目录页上已列出,发放后请重新出具。",
        "Months not paid in full: {months}. They are named on the contents page; make the pack again once all is paid.",
    ),
    "slip_valid": Text(
        "有效:{month} 编号 {no} {name},实发 {net} 元,与锁定的工资一致。",
        "Valid: {month}, number {no}, {name}, net {net} yuan, as it was locked.",
    ),
    "slip_changed": Text(
        "不一致:签名是本工坊的,但 {month} 编号 {no} {name} 的工资记录(实发 {net} 元)与这张工资条不同。",
        "Changed: the signature is ours, but the record of {month}, number {no}, {name} (net {net} yuan) differs from "
        "this slip.",
    ),
    "slip_replaced": Text(
        "已作废:{month} 编号 {no} {name} 的这份工资(实发 {net} 元)后来退回或作废,请以新的工资条为准。",
        "Replaced: this payroll of {month}, number {no}, {name} (net {net} yuan) was reopened or voided later; the "
        "newer slip counts.",
    ),
    "slip_missing": Text(
        "签名是本工坊的,但本机没有这份工资。请先同步再核验。",
        "The signature is ours, but this PC does not have that payroll. Sync, then check again.",
    ),
    "slip_forged": Text(
        "签名不符:二维码里的文字或内容被改动过,不能作为凭据。",
        "The signature does not fit: words or content of the code were altered. It proves nothing.",
    ),
    "slip_unknown_signer": Text(
        "签发的设备(编号 {device})本机不认识。可能是本工坊新加的电脑:请先同步再核验。",
        "Signed by a device (number {device}) this PC does not know. It may be a new PC of the workshop: sync, then "
        "check again.",
    ),
    "slip_not_ours": Text(
        "这不是本机任何一个工坊的工资条:{words}", "This is no slip of any workshop on this PC: {words}"
    ),
}

_HELP: dict[str, Text] = {
    "help_slips": Text("工资条,每张 A4 八份(PDF 文件)", "wage slips, eight to an A4 (PDF file)"),
    "help_formulas": Text("工资条上印出每行的算式", "print each line's formula on the slips"),
    "help_slip_workers": Text("只印这些编号的工资条", "slips of these numbers only"),
    "help_settlement": Text("加工费、劳务费结算单(PDF 文件)", "settlement sheets of home work and services (PDF file)"),
    "help_board": Text("公示表(PDF 文件)", "the public board (PDF file)"),
    "help_board_names": Text("公示的姓名写法,记住供下次用", "how the board shows names; kept for the next time"),
    "help_board_amounts": Text("公示的金额写法,记住供下次用", "how the board shows amounts; kept for the next time"),
    "help_cash": Text("现金发放清单,含券别(PDF 文件)", "the cash list with banknotes (PDF file)"),
    "help_cash_all": Text(
        "现金清单列出全部待发工人;默认只列现在没有银行账号的",
        "list everybody who is open; by default only those without an account now",
    ),
    "help_run_kind": Text("哪一种工资(默认:月度工资)", "which kind of payroll (default: the month's)"),
    "help_run": Text("哪一份工资,按编号", "which payroll, by its number"),
    "help_payroll_taxlist": Text("导出个税申报表(工资薪金、劳务报酬)", "write the tax list (wages, services)"),
    "help_payroll_sheet": Text("把工资表导出为电子表格", "write a month's payroll as a spreadsheet"),
    "help_payroll_certificate": Text("出具一名工人的收入证明", "write the wage certificate of one worker"),
    "help_payroll_subsidy": Text(
        "做奖补材料(花名册、六个月工资、合同、身份证清单)", "write the subsidy pack of six months"
    ),
    "help_payroll_verify_slip": Text("核验工资条上的二维码", "check the code on a wage slip"),
    "help_out_xlsx": Text("写到哪个电子表格文件", "spreadsheet file to write"),
    "help_out_pdf": Text("写到哪个 PDF 文件", "PDF file to write"),
    "help_tax_pdf": Text("同时打印成 PDF 清单", "write the list as a PDF too"),
    "help_certificate_worker": Text("工人编号", "the worker's number"),
    "help_certificate_months": Text("往前几个月(默认 12)", "how many months back (default 12)"),
    "help_slip_text": Text("扫码得到的整段文字", "the whole text of the scanned code"),
}

TEXTS: dict[str, Text] = {**_KINDS, **_NAMES, **_REFUSALS, **_CLI, **_HELP}
