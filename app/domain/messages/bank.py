"""Messages of the subject: bank files and their templates."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {
    # ------------------------------------------------------------ templates
    "bank_template_unreadable": Text(
        "银行模板读不懂({where})。请换一个文件,或从预设复制一份再改。",
        "The bank template cannot be read ({where}). Choose another file, or copy a preset and change it.",
    ),
    "bank_template_missing": Text(
        "没有银行模板“{name}”。用 payroll bankfile --list 查看有哪些。",
        "There is no bank template “{name}”. payroll bankfile --list shows those there are.",
    ),
    "bank_template_name_taken": Text(
        "已有名为“{name}”的模板,请换一个名称。", "There is already a template named “{name}”. Choose another name."
    ),
    "bank_template_name": Text("请填写模板名称,最多 {most} 个字。", "Name the template, in {most} characters at most."),
    "bank_template_delimiter": Text(
        "分隔符“{text}”不能用:请填一个符号,如 , | ; 或制表符,不能是字母、数字、引号、小数点、正负号或空格。",
        "“{text}” cannot divide fields: one character such as , | ; or a tab, no letter, digit, quotation mark, point, "
        "sign or space.",
    ),
    "bank_template_file_name": Text(
        "请填写文件名,可用 {{month}} {{yyyymm}} {{date}} {{unit}} {{batch}}。",
        "Name the file; {{month}} {{yyyymm}} {{date}} {{unit}} {{batch}} may stand in it.",
    ),
    "bank_template_columns_many": Text("列太多,最多 {most} 列。", "Too many columns; {most} at most."),
    "bank_template_column_once": Text(
        "“{column}”列应有且只有一列,现在有 {count} 列。", "The column {column} must stand once; there are {count}."
    ),
    "bank_template_field_place": Text(
        "第 {at} 列“{column}”不能放在这里:笔数和总金额只用于首尾记录,工人的内容只用于明细。",
        "Column {at}, {column}, cannot stand here: count and total belong to the records before and after, a worker's "
        "data to the rows.",
    ),
    "bank_template_width": Text(
        "第 {at} 列“{column}”的宽度应为 1 至 {most} 字节(非定长可填 0,表示不限)。",
        "Column {at}, {column}: its width must be 1 to {most} bytes (0 for no bound unless fixed).",
    ),
    "bank_template_pad": Text(
        "第 {at} 列“{column}”的补位符“{text}”不能用:请填空格、0 或一个符号,不能与分隔符相同。",
        "Column {at}, {column}: “{text}” cannot fill it up; take a space, 0 or one sign other than the delimiter.",
    ),
    "bank_template_pad_changes": Text(
        "第 {at} 列“{column}”左对齐时不能用“{text}”补位:数字会变。请改为右对齐,或用空格补位。",
        "Column {at}, {column}: “{text}” after a value would change it. Align right, or fill with spaces.",
    ),
    "bank_template_unprintable": Text(
        "第 {at} 列“{column}”里有打印不出的字符,请删去重写。",
        "Column {at}, {column}, has a character that cannot be printed. Delete it and type it again.",
    ),
    "bank_template_lacks": Text(
        "第 {at} 列“{column}”里有 {encoding} 编码没有的字,请改写或换编码。",
        "Column {at}, {column}, has a letter that {encoding} lacks. Reword it, or take another encoding.",
    ),
    "bank_template_wide": Text(
        "第 {at} 列“{column}”的“{text}”占 {size} 字节,超过列宽 {width}。",
        "Column {at}, {column}: “{text}” takes {size} bytes, more than its width {width}.",
    ),
    "bank_template_divides": Text(
        "第 {at} 列“{column}”的“{text}”里有分隔符或引号。请改写,或改用引号规则“需要时加引号”。",
        "Column {at}, {column}: “{text}” holds the delimiter or a quotation mark. Reword it, or quote where needed.",
    ),
    "bank_field_seq": Text("序号", "Line"),
    "bank_field_no": Text("编号", "No."),
    "bank_field_name": Text("姓名", "Name"),
    "bank_field_account": Text("银行账号", "Account"),
    "bank_field_bank": Text("开户行", "Bank"),
    "bank_field_id_number": Text("身份证号", "ID number"),
    "bank_field_amount": Text("金额", "Amount"),
    "bank_field_month": Text("月份", "Month"),
    "bank_field_date": Text("日期", "Date"),
    "bank_field_remark": Text("附言", "Remark"),
    "bank_field_unit": Text("单位名称", "Unit"),
    "bank_field_constant": Text("固定内容", "Constant"),
    "bank_field_count": Text("笔数", "Count"),
    "bank_field_total": Text("总金额", "Total"),
    # ------------------------------------------------------------ the file
    "bank_run_draft": Text(
        "{month} 的工资还没有锁定,不能出银行文件。请先锁定。",
        "The payroll of {month} is not locked: no bank file yet. Lock it first.",
    ),
    "bank_run_disputed": Text(
        "{month} 有两份锁定的工资并存,作废其中一份之前不能出银行文件。",
        "Two locked payrolls of {month} stand side by side: no bank file until one of them is voided.",
    ),
    "bank_nobody": Text(
        "{month} 没有要通过银行发放的人:都已发放、实发为零或没有账号。",
        "Nobody of {month} is to be paid through the bank: all are paid, have nothing to get, or have no account.",
    ),
    "bank_value_wide": Text(
        "{who} 的“{column}”为“{value}”,占 {size} 字节,超过模板的 {width}。请改模板或改短。",
        "{who}: {column} “{value}” takes {size} bytes, more than the template's {width}. Change the template or "
        "shorten it.",
    ),
    "bank_encoding_lacks": Text(
        "{who} 的“{column}”里的“{letter}”({point})是 {encoding} 编码没有的字。请换编码,或问银行用什么字代替。",
        "{who}: {encoding} lacks “{letter}” ({point}) in {column}. Take another encoding, or ask the bank what to "
        "write instead.",
    ),
    "bank_unprintable": Text(
        "{who} 的“{column}”里有打印不出的字符 {point}。请在“工人”里重新填写这一项。",
        "{who}: {column} has a character that cannot be printed, {point}. Type it again under Workers.",
    ),
    "bank_account_scientific": Text(
        "{who} 的银行账号“{value}”是科学记数,后面的数字已经丢失。请按存折或银行卡重新填写。",
        "{who}: the account “{value}” is in scientific notation, its last digits are lost. Copy it again from the "
        "passbook or card.",
    ),
    "bank_account_wrong": Text(
        "{who} 的银行账号“{value}”不全是数字。请按存折或银行卡重新填写。",
        "{who}: the account “{value}” is not digits only. Copy it again from the passbook or card.",
    ),
    "bank_payee_account": Text(
        "{who} 填了开户行,没有银行账号。请补上账号,或删去开户行改发现金。",
        "{who} has a bank but no account. Add the account, or take the bank away and pay in cash.",
    ),
    "bank_name_missing": Text(
        "{who} 没有填开户行,模板里有这一列。请在“工人”里补上。",
        "{who} has no bank, and the template has a column for it. Add it under Workers.",
    ),
    "bank_id_missing": Text(
        "{who} 没有身份证号,模板里有这一列。请在“工人”里补上。",
        "{who} has no ID number, and the template has a column for it. Add it under Workers.",
    ),
    "bank_amount_wrong": Text(
        "{who} 的金额 {amount} 不能发放,应大于零。",
        "{who}: {amount} cannot be paid; it must be above zero.",
    ),
    "bank_value_divides": Text(
        "{who} 的“{column}”为“{value}”,里面有分隔符或引号。请改用引号规则“需要时加引号”,或换分隔符。",
        "{who}: {column} “{value}” holds the delimiter or a quotation mark. Let the template quote where needed, "
        "or take another delimiter.",
    ),
    "bank_value_formula": Text(
        "{who} 的“{column}”为“{value}”,以 {letter} 开头,表格软件会当成公式。请改正这一项。",
        "{who}: {column} “{value}” begins with {letter}, which a spreadsheet takes for a formula. Correct it.",
    ),
    "bank_value_padding": Text(
        "{who} 的“{column}”为“{value}”,紧挨补位的一端就是补位符“{pad}”,银行读不出原值。请换补位符或对齐方式。",
        "{who}: {column} “{value}” begins or ends with the filling character “{pad}”, so that it could not be read "
        "back. Take another filling character or alignment.",
    ),
    "bank_self_check": Text(
        "写好的文件读回来与工资表不符({what}),没有交出。请换一个模板,并告诉技术支持。",
        "The file read back does not agree with the payroll ({what}) and was not handed out. Take another template, "
        "and tell support.",
    ),
    "bank_account_twice": Text(
        "{who} 与 {other} 用同一个银行账号(尾号 {tail}),请核对。",
        "{who} and {other} have the same account (ending in {tail}). Check it.",
    ),
    "bank_account_rounded": Text(
        "{who} 的银行账号第 15 位以后全是 0,可能被表格软件改过,请核对。",
        "{who}: the account has only zeros after its 15th digit; a spreadsheet may have changed it. Check it.",
    ),
    "bank_byte_divides": Text(
        "{who} 的“{column}”里有字的第二个字节与分隔符相同,很老的银行程序可能读错列。能换分隔符就换。",
        "{who}: a letter in {column} has the delimiter as its second byte; very old bank programs may misread the "
        "columns. Take another delimiter if you can.",
    ),
    "bank_whole_file": Text("整个文件", "the whole file"),
    "bank_skip_nothing": Text("没有要发的:已发放或实发为零", "nothing open: paid already, or nothing to get"),
    "bank_skip_cash": Text("没有银行账号,发现金", "no bank account: pay in cash"),
    # ------------------------------------------------------------ said by the command
    "bank_file_written": Text(
        "已写好 {file}:{count} 人,合计 {total} 元,SHA-256 {sha256}",
        "Written {file}: {count} {count:worker|workers}, {total} yuan in all, SHA-256 {sha256}",
    ),
    "bank_file_nothing_open": Text(
        "未列入 {count} 人:没有要发的(已发放或实发为零)",
        "left out, workers: {count}: nothing open (paid already, or net 0)",
    ),
    "bank_file_skipped": Text("未列入 {no} {name}:{why}", "left out {no} {name}: {why}"),
    "bank_preset_csv_utf8": Text("CSV 逗号分隔，UTF-8", "CSV, commas, UTF-8"),
    "bank_preset_txt_gb18030": Text("TXT 竖线分隔，GB18030", "TXT, vertical bars, GB18030"),
    "bank_preset_fixed_80": Text("定长 80 字节，首尾记录", "Fixed 80 bytes with totals"),
    "bank_preset_csv_fen": Text("CSV 整数分，带身份证号", "CSV, whole fen, ID numbers"),
    "bank_preset_xlsx": Text("Excel 工作簿", "Excel workbook"),
    "bank_template_own": Text("自己的", "own"),
    "bank_template_shipped": Text("预设", "preset"),
    "help_bankfile": Text(
        "某月未发放工资的银行代发文件;--list 列出模板", "bank file of what is still to be paid; --list shows templates"
    ),
    "help_bankfile_out": Text(
        "写到的文件;给文件夹则按模板取名", "the file to write; in a folder, the template names it"
    ),
    "help_bankfile_template": Text(
        "模板名称(默认第一个自己的模板,没有则用 CSV 预设)",
        "name of the template (default: first own, else the CSV preset)",
    ),
    "help_bankfile_list": Text("列出模板", "list the templates"),
}
