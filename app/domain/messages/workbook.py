"""Messages of the subject: workbook. Files that cannot be read, where a finding is, and what is wrong with it."""

from app.domain.messages.text import Text

FILE: dict[str, Text] = {
    "book_not_found": Text(
        "找不到文件“{name}”。请检查路径和文件名。", 'No file "{name}". Check the folder and the name.'
    ),
    "book_unreadable": Text(
        "无法打开文件“{name}”。它可能正被其他程序占用，或没有读取权限；请关闭表格程序后再试。",
        'The file "{name}" cannot be opened: in use by another program, or not readable for you. '
        "Close the spreadsheet program and try again.",
    ),
    "book_too_big": Text(
        "文件“{name}”有 {megabytes} MB，超过 {limit} MB 上限。请删除图片和无关工作表后再导入。",
        'The file "{name}" has {megabytes} MB, more than the limit of {limit} MB. Remove pictures and other sheets.',
    ),
    "book_empty_file": Text(
        "文件“{name}”是空的（0 字节）。请重新复制一份。", 'The file "{name}" is empty (0 bytes). Copy it again.'
    ),
    "book_truncated": Text(
        "文件“{name}”不完整或已损坏，可能没有复制完。请从原处重新复制一份。",
        'The file "{name}" is incomplete or damaged; perhaps it was not copied to its end. Copy it again.',
    ),
    "book_is_text": Text(
        "文件“{name}”不是 Excel 工作簿，而是文本（例如改了扩展名的 CSV）。请用表格程序打开，另存为 .xlsx。",
        'The file "{name}" is no Excel workbook but text, such as a CSV that was renamed. '
        "Open it in a spreadsheet program and save it as .xlsx.",
    ),
    "book_old_excel": Text(
        "文件“{name}”是旧格式的 Excel 文件（.xls 或 .xlsb）。请打开后另存为 .xlsx。",
        'The file "{name}" has an older or binary Excel format (.xls, .xlsb). Open it and save it as .xlsx.',
    ),
    "book_encrypted": Text(
        "文件“{name}”有打开密码。请在表格程序中取消密码后另存再导入。",
        'The file "{name}" is protected by a password. Remove the password in the spreadsheet program and save it.',
    ),
    "book_not_excel": Text(
        "文件“{name}”不是 Excel 工作簿（.xlsx）。请选择正确的文件。",
        'The file "{name}" is no Excel workbook (.xlsx). Choose the right file.',
    ),
    "book_bomb": Text(
        "文件“{name}”解开后大得不正常，为安全起见未读取。请删除多余的空行、空列和图片，另存后再试。",
        'The file "{name}" would unpack to an abnormal size and was not read. '
        "Delete surplus empty rows, columns and pictures, save it and try again.",
    ),
    "book_damaged": Text(
        "文件“{name}”的内容无法读取。请用表格程序打开并另存为 .xlsx 后再试。",
        'The content of the file "{name}" cannot be read. Open it in a spreadsheet program and save it as .xlsx.',
    ),
    "book_too_many_rows": Text(
        "文件“{name}”的工作表“{sheet}”超过 {limit} 行。请按月分开。",
        'The sheet "{sheet}" of "{name}" has more than {limit} rows. Keep one book a month.',
    ),
    "book_no_known_sheet": Text(
        "文件“{name}”中没有可识别的工作表。工作表名称应为：{sheets}。",
        'The file "{name}" has no sheet that is known here. Sheets are named: {sheets}.',
    ),
    "book_month_unknown": Text(
        "无法从文件“{name}”看出是哪个月：没有带日期的记录。请指明月份，例如 2026-10。",
        'The month of "{name}" cannot be told: no dated rows. Give the month, such as 2026-10.',
    ),
    "book_month_out_of_range": Text(
        "月份“{month}”超出范围，应在 {first} 到 {last} 之间。",
        'The month "{month}" is out of range: it is from {first} to {last}.',
    ),
    "book_month_given_wrong": Text(
        "月份“{month}”写法不对，应为 2026-10 的形式。", 'The month "{month}" is not written like 2026-10.'
    ),
}

PLACE: dict[str, Text] = {
    "book_at_cell": Text(
        "工作表“{sheet}”第 {row} 行“{column}”（{cell}）：{what}",
        'Sheet "{sheet}", row {row}, "{column}" ({cell}): {what}',
    ),
    "book_at_column": Text(
        "工作表“{sheet}”第 {row} 行“{column}”：{what}", 'Sheet "{sheet}", row {row}, "{column}": {what}'
    ),
    "book_at_row": Text("工作表“{sheet}”第 {row} 行：{what}", 'Sheet "{sheet}", row {row}: {what}'),
    "book_at_heading": Text("工作表“{sheet}”列“{column}”：{what}", 'Sheet "{sheet}", column "{column}": {what}'),
    "book_at_sheet": Text("工作表“{sheet}”：{what}", 'Sheet "{sheet}": {what}'),
}

HEADING: dict[str, Text] = {
    "book_missing_column": Text(
        "缺少必需的列“{column}”。请补上这一列，标题照写。",
        'the required column "{column}" is missing. Add it with exactly this heading.',
    ),
    "book_absent_column": Text(
        "没有列“{column}”，按未填写处理，已有数据不变。",
        'there is no column "{column}"; it counts as not filled in, and what is recorded stays.',
    ),
    "book_heading_twice": Text(
        "标题“{column}”出现了两次。请删除或改名其中一列。",
        'the heading "{column}" stands twice. Remove or rename one of the columns.',
    ),
    "book_unknown_column": Text(
        "不认识的列“{column}”，已忽略。", 'the column "{column}" is not known here and is ignored.'
    ),
    "book_unknown_column_like": Text(
        "不认识的列“{column}”，已忽略。是否应为“{like}”？",
        'the column "{column}" is not known here and is ignored. Was "{like}" meant?',
    ),
    "book_unknown_sheet": Text(
        "不认识的工作表“{sheet}”，已忽略。", 'the sheet "{sheet}" is not known here and is ignored.'
    ),
    "book_absent_sheet": Text(
        "没有工作表“{sheet}”，已有数据不变。", 'there is no sheet "{sheet}"; what is recorded stays.'
    ),
    "book_sheet_needed": Text(
        "没有工作表“{sheet}”，而有 {count} 行要用到它（{numbers}），这些行不能导入，不再逐一列出。"
        "请在工作簿里补上“{sheet}”表，表名照写。",
        'there is no sheet "{sheet}", and {count} {count:row needs|rows need} it ({numbers}), which cannot be taken '
        'and {count:is|are} not listed one by one. Add the sheet "{sheet}" to the book, with exactly this name.',
    ),
    "book_unknown_property": Text(
        "不认识的项目“{column}”，已忽略。", 'the property "{column}" is not known here and is ignored.'
    ),
    "book_property_twice": Text(
        "项目“{column}”出现了两次。请删除一行。", 'the property "{column}" stands twice. Remove one row.'
    ),
    "book_total_row": Text("合计行，已跳过。", "a row of totals, skipped."),
    "book_month_differs": Text(
        "按 {month} 导入，但记录大多在 {falls_in}。请确认月份。",
        "taken as {month}, but most records fall in {falls_in}. Make sure of the month.",
    ),
    "book_far_month": Text(
        "{other} 距离本工作簿的月份 {month} 超过一年（这个月份共 {count} 行）。请改正日期；"
        "确是那时的记录，请放进那个月的工作簿。",
        "{other} is more than a year away from the book's month {month} (rows of that month: {count}). Correct the "
        "date; records that are really so old belong into a book of their own month.",
    ),
    "book_future_days": Text(
        "有 {count} 处填在今天（{today}）以后：{days}。还没有到的日子请到时再填，现照原样记入。",
        "{count} {count:entry stands at a day|entries stand at days} after today ({today}): {days}. Fill in a day "
        "when it has come; taken as it is.",
    ),
    "book_other_month": Text(
        "有 {count} 行属于 {other}（不是 {month}），按所写日期记入。",
        "{count} {count:row belongs|rows belong} to {other}, not to {month}; taken by the date.",
    ),
}

CELL: dict[str, Text] = {
    "book_empty_cell": Text("不能为空，请填写。", "must not be empty. Fill it in."),
    "book_formula_empty": Text(
        "公式没有计算结果。请用表格程序打开、保存一次，或改为直接填写数值。",
        "the formula has no result. Open and save the book in a spreadsheet program, or write the value itself.",
    ),
    "book_formula_error": Text("公式出错（{value}）。请改正。", "the formula has an error ({value}). Mend it."),
    "book_bad_characters": Text(
        "含有看不见或不能使用的字符（{char}）。请删除这一格，重新输入，不要粘贴。",
        "holds a character that is not seen or cannot be used ({char}). Delete the cell and type it anew, no pasting.",
    ),
    "book_too_long": Text(
        "文字过长（{length} 字，最多 {limit} 字）。请缩短。",
        "the text is too long ({length} characters, at most {limit}). Shorten it.",
    ),
    "book_not_text": Text("“{value}”不是文字。请重新输入。", '"{value}" is no text. Type it again.'),
    "book_text_is_date": Text(
        "“{value}”被表格程序变成了日期。请把单元格设为文本后重新输入。",
        'the spreadsheet turned this into the date "{value}". Format the cell as text and type it again.',
    ),
    "book_number_turned": Text(
        "号码被表格程序变成了数字（{value}），末尾数字或开头的 0 可能已丢失。请把该列设为文本，对照证件重新输入。",
        "the spreadsheet turned this number into a figure ({value}): last digits or zeros in front may be lost. "
        "Format the column as text and type it again from the card.",
    ),
    "book_one_worker_only": Text(
        "“{value}”：这里只能写一个编号。", '"{value}": only one worker number can stand here.'
    ),
    "book_bad_worker_no": Text("“{value}”不是编号。", '"{value}" is no worker number.'),
    "book_worker_twice": Text("编号“{no}”在同一格中写了两次。", 'worker "{no}" stands twice in this cell.'),
    "book_id_shape": Text(
        "身份证号应为 18 位数字（末位可为 X），现为 {length} 位（{value}）。请对照证件。",
        "an ID number has 18 digits (the last may be X); this one has {length} {length:character|characters} "
        "({value}). Check the card.",
    ),
    "book_id_date": Text(
        "身份证号（{value}）中的出生日期不存在。请对照证件。",
        "the birth date in the ID number ({value}) does not exist. Check the card.",
    ),
    "book_id_check": Text(
        "身份证号（{value}）校验不符，至少有一位写错。请对照证件。",
        "the ID number ({value}) fails its check: at least one digit is wrong. Check the card.",
    ),
    "book_bad_account": Text(
        "银行账号（{value}）应为 6 至 32 位数字。", "a bank account ({value}) has 6 to 32 digits and nothing else."
    ),
    "book_bad_phone": Text("“{value}”不是电话号码。", '"{value}" is no telephone number.'),
    "book_bad_credit_code": Text(
        "“{value}”不是 18 位统一社会信用代码。", '"{value}" is no unified social credit code of 18 characters.'
    ),
    "book_bad_region": Text("“{value}”不是 6 位行政区划代码。", '"{value}" is no region code of 6 digits.'),
    "book_not_allowed": Text("“{value}”不在可选范围内。请填：{allowed}。", '"{value}" is not one of: {allowed}.'),
    "book_unknown_relation": Text(
        "没有“{value}”这种用工形式。请填：{allowed}。",
        '"{value}" is no 用工形式 (employment relation). Write one of: {allowed}.',
    ),
    "book_unknown_basis": Text(
        "没有“{value}”这种计薪方式。请填：{allowed}。", '"{value}" is no 计薪方式 (pay basis). Write one of: {allowed}.'
    ),
    "book_unknown_kind": Text(
        "没有“{value}”这种增减类型。请填：{allowed}。",
        '"{value}" is no 类型 of an addition or deduction. Write one of: {allowed}.',
    ),
    "book_bad_date": Text(
        "“{value}”不是日期。请写成 2026-10-08 的形式。", '"{value}" is no date. Write it like 2026-10-08.'
    ),
    "book_date_out_of_range": Text(
        "“{value}”超出范围：日期应在 {first} 到 {last} 之间。请改正年份。",
        '"{value}" is out of range: a date is from {first} to {last}. Correct the year.',
    ),
    "book_date_is_time": Text(
        "“{value}”是时刻：这一格只有时间，或是 1900 年以前的日期。请写成 2026-10-08 的形式，从 {first} 到 {last}。",
        '"{value}" is a time of day: the cell holds no date, or one before 1900. Write it like 2026-10-08, from '
        "{first} to {last}.",
    ),
    "book_no_such_date": Text("没有“{value}”这一天。请改正日期。", 'there is no day "{value}". Correct the date.'),
    "book_date_as_number": Text(
        "日期变成了数字 {value}（可能是 {likely}）。请把单元格设为日期格式。",
        "the date shows as the number {value} (perhaps {likely}). Format the cell as a date.",
    ),
    "book_bad_month": Text(
        "“{value}”不是月份。请写成文本 2026-10 的形式。", '"{value}" is no month. Write it as text like 2026-10.'
    ),
    "book_not_number": Text("“{value}”不是数字。请只填数字。", '"{value}" is no number. Write figures only.'),
    "book_negative": Text(
        "“{value}”是负数。这里不能填负数，请改正；要冲减请改原来那一行。",
        '"{value}" is negative, which cannot be here. Correct it; to take something back, change the row it was in.',
    ),
    "book_too_large": Text(
        "“{value}”太大，最多 {most}。请检查小数点。", '"{value}" is too large, at most {most}. Check the decimal point.'
    ),
    "book_too_precise": Text(
        "“{value}”小数太多，最多 {places} 位。请四舍五入，例如 {rounded}。",
        '"{value}" has too many decimals, at most {places}. Round it, to {rounded} perhaps.',
    ),
    "book_bad_hours": Text("“{value}”不是学时。", '"{value}" is no number of hours that comes to whole minutes.'),
    "book_not_whole": Text(
        "“{value}”应为 {least} 至 {most} 的整数。", '"{value}" should be a whole number from {least} to {most}.'
    ),
    "book_bad_weights": Text(
        "“{value}”不是分摊比例。请写成 7.5:6:4.25 的形式，至少一个大于 0。",
        '"{value}" are no weights. Write them like 7.5:6:4.25, at least one above 0.',
    ),
    "book_weights_as_time": Text(
        "分摊被表格程序变成了时间（{value}）。请把单元格设为文本后重新输入。",
        "the spreadsheet turned the weights into a time ({value}). Format the cell as text and type them again.",
    ),
    "book_mark_unknown": Text(
        "不认识的考勤符号“{value}”。可用：√ 半 6.5 8+2 加8 休 调 假 旷 病 带薪 伤，没有记录就留空。",
        'the attendance mark "{value}" is not known. Use √ 半 6.5 8+2 加8 休 调 假 旷 病 带薪 伤, or leave it empty.',
    ),
    "book_mark_over_8": Text(
        "“{value}”：正常工时最多 8 小时，加班请写成 8+2 的形式。",
        '"{value}": normal hours are at most 8; write overtime like 8+2.',
    ),
    "book_mark_over_24": Text("“{value}”：一天没有这么多小时。", '"{value}": a day has not so many hours.'),
    "book_mark_no_minutes": Text(
        "“{value}”小时不是整分钟。请改正。", '"{value}" hours come to no whole minutes. Correct it.'
    ),
    "book_no_such_day": Text(
        "{month} 没有 {day} 日，这一格应为空。", "{month} has no day {day}; this cell should be empty."
    ),
    "book_unusual_value": Text(
        "“{value}”不是常用值（{expected}），照原样记入。", '"{value}" is unusual ({expected}); taken as it is.'
    ),
}

ROW: dict[str, Text] = {
    "book_unknown_worker": Text(
        "没有编号为“{no}”的工人。请在“工人”表中添加，或改正编号。",
        'there is no worker with the number "{no}". Add one in the sheet 工人, or correct the number.',
    ),
    "book_unknown_worker_like": Text(
        "没有编号为“{no}”的工人。是否应为“{like}”？编号是文本，“01”和“1”不同。",
        'there is no worker with the number "{no}". Was "{like}" meant? Numbers are text: "01" and "1" differ.',
    ),
    "book_rows_of_bad_worker": Text(
        "工人“{no}”自己的行有问题，与其有关的 {count} 行也不导入。",
        'the row of worker "{no}" itself has a problem; {count} {count:row that names|rows that name} this worker '
        "{count:is|are} left out with it.",
    ),
    "book_rows_of_bad_sheet": Text(
        "工作表“{no}”整张不能用，点到它的 {count} 行没有核对，也不导入。先改好那张表。",
        'the sheet "{no}" cannot be used as a whole; {count} {count:row that refers|rows that refer} to it '
        "{count:was|were} not checked and {count:is|are} left out. Mend that sheet first.",
    ),
    "book_unknown_product": Text(
        "没有货号为“{no}”的产品。请在“产品”表中添加，或改正货号。",
        'there is no product with the code "{no}". Add it in the sheet 产品, or correct the code.',
    ),
    "book_unknown_product_like": Text(
        "没有货号为“{no}”的产品。是否应为“{like}”？", 'there is no product with the code "{no}". Was "{like}" meant?'
    ),
    "book_rows_of_bad_product": Text(
        "产品“{no}”自己的行有问题，与其有关的 {count} 行也不导入。",
        'the row of product "{no}" itself has a problem; {count} {count:row that names|rows that name} it '
        "{count:is|are} left out with it.",
    ),
    "book_no_twice": Text(
        "编号“{value}”与第 {other} 行重复，且在职时间重叠。请改正其中一个。",
        'the number "{value}" also stands in row {other}, with employments that overlap. Correct one of them.',
    ),
    "book_id_number_twice": Text(
        "身份证号（{value}）与第 {other} 行重复。请对照证件改正。",
        "the ID number ({value}) also stands in row {other}. Check the cards.",
    ),
    "book_id_number_known": Text(
        "身份证号与已登记的工人“{no} {name}”相同。请对照证件改正，或先登记其离职日期。",
        'this ID number is that of worker "{no} {name}" already recorded. Check the cards, or note when they left.',
    ),
    "book_under_age": Text(
        "“{name}”入职时只有 {age} 岁。不得招用未满 {least} 周岁的人；请核对身份证号和入职日期。",
        '"{name}" was only {age} when hired. Nobody under {least} may be employed; check ID number and hiring date.',
    ),
    "book_retired": Text(
        "“{name}”已于 {on} 达到法定退休年龄。请核对用工形式。",
        '"{name}" reached the legal retirement age on {on}. Make sure of the employment relation.',
    ),
    "book_minor": Text(
        "“{name}”入职时 {age} 岁，属于未成年工，须遵守特殊保护规定。",
        '"{name}" was {age} when hired: a minor, to whom the rules of special protection apply.',
    ),
    "book_sex_differs": Text(
        "性别“{sex}”与身份证号不一致。请核对。", 'sex "{sex}" does not agree with the ID number. Check it.'
    ),
    "book_region_unknown": Text(
        "身份证号的地区代码 {region} 不认识。请核对。", "the region {region} of the ID number is not known. Check it."
    ),
    "book_left_before_hired": Text(
        "离职日期 {left} 早于入职日期 {hired}。请改正。", "left on {left}, before being hired on {hired}. Correct one."
    ),
    "book_own_mentor": Text("工人“{no}”不能是自己的师傅。", 'worker "{no}" cannot be their own mentor.'),
    "book_rate_missing": Text("计薪方式为{basis}，必须填写标准（元）。", "who is paid {basis} needs a rate in yuan."),
    "book_rate_absurd": Text(
        "{basis}标准最多 {most} 元。请检查小数点和计薪方式。",
        "a rate {basis} is at most {most} yuan. Check the decimal point and the basis.",
    ),
    "book_price_zero": Text(
        "“{item}”自 {since} 起的单价是 0。请核对。", 'the price of "{item}" from {since} on is 0. Check it.'
    ),
    "book_price_zero_used": Text(
        "“{item}”自 {since} 起的单价是 0，本工作簿的这些计件没有工钱（编号 件数）：{pieces}。请核对。",
        'the price of "{item}" from {since} on is 0: these pieces of the book pay nothing (编号, pieces): {pieces}. '
        "Check it.",
    ),
    "book_rate_unused": Text("计薪方式为{basis}，标准不起作用。", "the rate of who is paid {basis} has no effect."),
    "book_part_time_hourly": Text(
        "非全日制不能按{basis}计薪。请改为时薪。", "part-time work is not paid {basis}. Use 时薪 (by the hour)."
    ),
    "book_pieces_only": Text(
        "{relation}只按计件结算，{basis}标准不起作用。",
        "{relation} is settled by pieces only; the rate {basis} has no effect.",
    ),
    "book_opening_too_long": Text(
        "期初月数 {months} 过多：{month} 之前本年度最多 {most} 个月。期初数是本年度的，跨年后请清空。",
        "{months} opening {months:month is|months are} too many: before {month} the year has {most}. "
        "Openings are of the same year; clear them when the year is new.",
    ),
    "book_opening_without_months": Text(
        "有期初累计数但没有期初月数，个税将按 0 个月计算。",
        "there are opening sums but no opening months; tax counts 0 months for them.",
    ),
    "book_key_twice": Text(
        "“{value}”与第 {other} 行重复。请删除或改正一行。",
        '"{value}" also stands in row {other}. Remove or correct one.',
    ),
    "book_day_twice": Text(
        "编号“{no}”的 {day} 日在第 {other} 行已经有考勤。请删除一个。",
        'worker "{no}" already has a mark for day {day} in row {other}. Remove one.',
    ),
    "book_name_differs": Text(
        "编号“{no}”在“工人”表中是“{listed}”，这里写的是“{name}”。请核对是否错行。",
        'number "{no}" is "{listed}" in the sheet 工人, but "{name}" here. Make sure no row has slipped.',
    ),
    "book_weights_count": Text(
        "分摊有 {weights} 个数，但有 {workers} 个工人。请写一样多。",
        "{weights} {weights:weight|weights} for {workers} {workers:worker|workers}. Write as many weights as workers.",
    ),
    "book_no_quantity": Text(
        "合格、返工、工废、料废都为空。请填写数量。", "no pieces: 合格, 返工, 工废 and 料废 are all empty. Fill in one."
    ),
    "book_outside_employment": Text(
        "{day} 不在工人“{no}”的在职期间（{spells}）内。请改正日期或编号，或在“工人”表改正入职、离职日期。",
        '{day} lies outside the employment of worker "{no}" ({spells}). Correct date or number, or the dates of '
        "employment in the sheet 工人.",
    ),
    "book_marks_outside_employment": Text(
        "工人“{no}”在职期间（{spells}）以外填了 {count} 天考勤：{days}。请清空这些格，或在“工人”表改正入职、离职日期。",
        'worker "{no}" has marks for days outside the employment ({spells}), {count} in all: {days}. Clear them, or '
        "correct the dates of employment in the sheet 工人.",
    ),
}

IMPORT: dict[str, Text] = {
    "import_other_workshop": Text(
        "这本工作簿属于另一工坊（统一社会信用代码 {theirs}），不是“{name}”（{ours}）。没有导入任何内容。",
        'This book belongs to another workshop (credit code {theirs}), not to "{name}" ({ours}). Nothing was taken.',
    ),
    "import_workshop_renamed": Text(
        "工坊名称由“{old}”改为“{new}”。若这不是本工坊的工作簿，请先核对再导入。",
        'the workshop is renamed from "{old}" to "{new}". If this is another workshop\'s book, check before importing.',
    ),
    "import_workshop_changed": Text("由“{old}”改为“{new}”。", 'changes from "{old}" to "{new}".'),
    "import_nothing": Text("空", "nothing"),
    "import_yes": Text("是", "yes"),
    "import_no": Text("否", "no"),
    "import_month_locked": Text(
        "{month} 的工资表已锁定：锁定的金额不变，新导入的记录会显示为“锁定后有变动”。",
        "the payroll of {month} is locked: its amounts stay; what was taken now shows as differing since the lock.",
    ),
    "import_opening_locked": Text(
        "“{what}”的期初数会覆盖已锁定的 {month}。请填写 {month} 之前的数，或清空期初各列。",
        'the opening of "{what}" would cover {month}, which is locked. Give the figures before {month}, or clear them.',
    ),
    "import_opening_later": Text(
        "“{what}”已有从 {month} 开始的期初数，未改动。", 'the opening of "{what}" as of {month} stays as it is.'
    ),
    "import_kept_edited": Text(
        "“{what}”（{columns}）在程序中改过，未用工作簿覆盖。",
        '"{what}" ({columns}) was edited here and stays as it is.',
    ),
    "import_kept_deleted": Text("“{what}”已在程序中删除，没有恢复。", '"{what}" was deleted here and stays so.'),
    "import_kept_gone": Text(
        "“{what}”在工作簿中已没有，但在程序中改过，予以保留。",
        '"{what}" is gone from the book but was edited here; it stays.',
    ),
    "import_kept_used": Text(
        "“{what}”在工作簿中已没有，但还有记录用到，予以保留。",
        '"{what}" is gone from the book but still in use; it stays.',
    ),
    "import_kept_other_book": Text(
        "“{what}”已由另一本工作簿（{source}）导入且数值不同，未改动。同一天的多笔请合成一行，或在那本工作簿中改正。",
        '"{what}" came from another book ({source}) with other values and stays. '
        "Put several of one day into one row, or correct it in that book.",
    ),
}

TEXTS: dict[str, Text] = {**FILE, **PLACE, **HEADING, **CELL, **ROW, **IMPORT}
