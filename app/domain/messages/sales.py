"""Messages of the subject: sales, and the order files of platforms."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {
    "sale_missing": Text(
        "没有这笔销售，可能已在别的电脑上删除。请刷新后再试。",
        "There is no such sale; it may have been deleted on another PC. Refresh and try again.",
    ),
    "sale_day_empty": Text("请填写销售日期。", "Enter the date of the sale."),
    "sale_day_unread": Text(
        "日期“{text}”看不懂，请写成 2026-10-08、10-8、8 或“昨天”。",
        "The date “{text}” cannot be read; write 2026-10-08, 10-8, 8 or “yesterday”.",
    ),
    "sale_day_early": Text(
        "日期 {day} 早于 {first}，请核对年份。", "The date {day} lies before {first}. Check the year."
    ),
    "sale_day_late": Text(
        "日期 {day} 比电脑日期 {today} 晚 {days} 天以上。请核对这个日期；若电脑日期不对，先改电脑日期。",
        "The date {day} lies more than {days} {days:day|days} after the PC's date {today}. Check it; if the PC's "
        "date is wrong, set that right first.",
    ),
    "sale_channel_empty": Text("请选择渠道。", "Choose the channel."),
    "sale_channel_unknown": Text(
        "没有“{channel}”这个渠道。请从这些里选：{known}。", "There is no channel “{channel}”. Choose one of: {known}."
    ),
    "sale_text_long": Text(
        "最多 {most} 个字，现在有 {length} 个。请写短一些。",
        "At most {most} characters; there are {length}.",
    ),
    "sale_product_empty": Text(
        "请选择产品：输入货号、名称里的字或拼音首字母，回车选中。",
        "Choose the product: type its code, characters of its name or pinyin initials, then Enter.",
    ),
    "sale_product_unknown": Text(
        "没有找到“{text}”这样的产品。换个写法，或先在“产品”里登记。",
        "No product is like “{text}”. Write it another way, or add it under Products first.",
    ),
    "sale_product_missing": Text(
        "没有这个产品，可能已在别的电脑上删除。请重新选择。",
        "There is no such product; it may have been deleted on another PC. Choose again.",
    ),
    "sale_quantity_empty": Text("请填写数量。", "Enter the quantity."),
    "sale_quantity_unread": Text(
        "数量“{text}”看不懂，请写成 2 或 1.5，最多三位小数。",
        "The quantity “{text}” cannot be read; write 2 or 1.5, at most three decimals.",
    ),
    "sale_quantity_positive": Text(
        "数量要大于 0。退货请打开卖出的那一笔登记。", "The quantity must be above 0. Enter what came back at its sale."
    ),
    "sale_quantity_most": Text(
        "数量最多 {most}，可能少了小数点，请核对。",
        "A quantity is at most {most}; a decimal point may be missing.",
    ),
    "sale_price_empty": Text("请填写单价（元）。", "Enter the price (yuan)."),
    "sale_price_unread": Text(
        "单价“{text}”看不懂，请写成 128 或 128.50。", "The price “{text}” cannot be read; write 128 or 128.50."
    ),
    "sale_price_negative": Text("单价不能为负。", "The price cannot be negative."),
    "sale_price_most": Text(
        "单价最多 {most} 元，可能少了小数点，请核对。",
        "A price is at most {most} yuan; a decimal point may be missing.",
    ),
    "sale_amount_most": Text(
        "这一笔合 {amount} 元，一笔最多 {most} 元。请核对数量和单价；确有这么多，分几笔登记。",
        "This line comes to {amount} yuan; one line is at most {most}. Check quantity and price; if it is right, enter "
        "it as several lines.",
    ),
    "sale_returned_negative": Text("退货数量不能为负。", "The returned quantity cannot be negative."),
    "sale_returned_most": Text(
        "退货 {returned} 多于卖出的 {sold}。退货最多等于卖出的数量。",
        "{returned} returned is more than the {sold} sold. No more can come back than was sold.",
    ),
    "sale_order_taken": Text(
        "订单号 {order} 已登记：{day} {channel} {product} {quantity} 件。请核对订单号；若是同一订单的另一样产品，"
        "打开那一笔，按“同一订单加一样”。",
        "Order number {order} is recorded already: {day} {channel} {product}, {quantity}. Check the number; for "
        "another product of the same order, open that sale and choose Another product of this order.",
    ),
    "sale_order_other": Text(
        "订单 {order} 登记在 {day} {channel}：同一订单的日期和渠道要一样。",
        "Order {order} is recorded on {day}, {channel}: date and channel of one order must be the same.",
    ),
    "sale_order_product": Text(
        "订单 {order} 里已有 {product} {quantity} 件。请改那一笔的数量。",
        "Order {order} holds {quantity} of {product} already. Change the quantity of that line.",
    ),
    "sale_reason_empty": Text(
        "请写明删除的原因：以后查账要用。", "Say why it is deleted: whoever checks the books will ask."
    ),
    "sales_span_wrong": Text(
        "时间段的开始 {first} 晚于结束 {last}。", "The span begins on {first}, after its end {last}."
    ),
    "sales_span_long": Text(
        "时间段最长 {years} 年。请分几段看。", "A span is at most {years} years. Look at it in parts."
    ),
    # ---------------------------------------------------------------- order files
    "sale_file_at": Text("第 {row} 行“{column}”：{what}", "Row {row}, “{column}”: {what}"),
    "sale_file_at_row": Text("第 {row} 行：{what}", "Row {row}: {what}"),
    "sale_file_not_found": Text("没有“{name}”这个文件。请重新选择。", "There is no file “{name}”. Choose again."),
    "sale_file_empty": Text(
        "“{name}”里没有订单：只有表头，或什么也没有。", "“{name}” holds no orders: a heading only, or nothing at all."
    ),
    "sale_file_encoding": Text(
        "“{name}”的文字编码不认识。请在平台上导出 XLSX，或 UTF-8、GB18030 编码的 CSV。",
        "The text encoding of “{name}” is unknown. Export XLSX from the platform, or CSV in UTF-8 or GB18030.",
    ),
    "sale_file_html": Text(
        "“{name}”是网页，不是表格（有的平台把网页存成 .xls）。请用 Excel 打开后另存为 XLSX。",
        "“{name}” is a web page, no table (some platforms call it .xls). Open it in a spreadsheet and save it as XLSX.",
    ),
    "sale_file_damaged": Text(
        "“{name}”在第 {row} 行附近读不下去，可能没有下载完整。请重新导出。",
        "“{name}” cannot be read from about row {row} on; the download may be incomplete. Export it again.",
    ),
    "sale_file_changed": Text(
        "“{name}”在检查之后变了。请重新检查，再导入。",
        "“{name}” changed after it was checked. Check it again.",
    ),
    "sale_file_platform_empty": Text(
        "请填写平台名称，例如 淘宝：列的对应按它记住。",
        "Enter the platform's name, for example Taobao: the columns are remembered under it.",
    ),
    "sale_file_column_needed": Text("请选出哪一列是“{field}”。", "Choose which column is “{field}”."),
    "sale_file_column_gone": Text(
        "文件里没有“{column}”这一列。请重新选择。", "The file has no column “{column}”. Choose again."
    ),
    "sale_file_column_twice": Text(
        "“{column}”选了两次：一列只能是一样东西。", "“{column}” is chosen twice: a column can be one thing only."
    ),
    "sale_file_price_needed": Text(
        "请选出单价或金额的列，至少一个。", "Choose the column of the price or of the amount, at least one."
    ),
    "sale_file_field_day": Text("日期", "Date"),
    "sale_file_field_order_no": Text("订单号", "Order number"),
    "sale_file_field_product": Text("产品", "Product"),
    "sale_file_field_quantity": Text("数量", "Quantity"),
    "sale_file_field_price": Text("单价", "Price"),
    "sale_file_field_amount": Text("金额", "Amount"),
    "sale_file_field_returned": Text("退货数量", "Quantity returned"),
    "sale_file_field_refund": Text("退款金额", "Amount refunded"),
    "sale_file_cell_empty": Text("空着。请在文件里填上。", "empty. Fill it in in the file."),
    "sale_file_day_unread": Text(
        "“{value}”不是日期。请写成 2026-10-08。", "“{value}” is no date. Write it as 2026-10-08."
    ),
    "sale_file_number_unread": Text("“{value}”不是数。", "“{value}” is no number."),
    "sale_file_precise": Text("“{value}”的小数多于 {places} 位。", "“{value}” has more than {places} decimals."),
    "sale_file_order_turned": Text(
        "“{value}”：订单号被表格软件变成了数，后几位已丢。请把这一列设成文本，重新导出。",
        "“{value}”: a spreadsheet turned the order number into a number and lost its last digits. Make the column text "
        "and export again.",
    ),
    "sale_file_formula": Text(
        "公式没有结果或出错（{value}）。请在表格软件里打开、保存一次。",
        "A formula has no result or an error ({value}). Open and save the file in a spreadsheet once.",
    ),
    "sale_file_product_unknown": Text(
        "没有“{value}”这个货号或名称的产品。在文件里写成货号，或先在“产品”里登记。",
        "No product has the code or name “{value}”. Write its code in the file, or add it under Products first.",
    ),
    "sale_file_product_several": Text(
        "有 {count} 个产品叫“{value}”。请在文件里写货号。",
        "{count} products are called “{value}”. Write the code in the file.",
    ),
    "sale_file_price_missing": Text("单价和金额都空着。", "Price and amount are both empty."),
    "sale_file_refund_part": Text(
        "退款 {refund} 元不是整件（单价 {price} 元）：不知退了几件。导入其余行后，在那一笔里登记退货。",
        "A refund of {refund} yuan is no whole number of pieces at {price}: how many came back is unknown. Take the "
        "other rows, then enter the return at that sale.",
    ),
    "sale_file_refund_alone": Text(
        "退款行（负数），但文件和已有记录里都没有这个订单的这样产品。",
        "A refund (negative), but neither the file nor the records hold this product of this order.",
    ),
    "sale_file_order_elsewhere": Text(
        "订单号已登记在 {day} {channel}，与这个文件的日期或渠道不同。请核对是不是同一个订单。",
        "The order number is recorded on {day}, {channel}, unlike this file's date or channel. Check whether it is the "
        "same order.",
    ),
    "sale_file_total_row": Text("合计行，跳过。", "A row of totals, skipped."),
    "sale_file_deleted": Text(
        "这一笔已由人删除，不再导入。", "This sale was deleted by a person and is not taken again."
    ),
    "sale_file_refund_row": Text("退款行：记在订单的退货里。", "A refund: noted as returned at its order."),
    "sale_file_order_amount": Text(
        "同一订单的 {count} 行金额都是 {amount} 元：若是整个订单的金额，会重复计算。"
        "请改选单价，或每样商品自己的金额那一列。",
        "The {count} lines of this order all say {amount} yuan: if that is the whole order's amount, it would count "
        "{count} times. Choose the column of the price, or of each product's own amount.",
    ),
    "sale_file_rounded": Text(
        "金额 {amount} 元除不尽，单价记 {price} 元，合计差 {difference} 元。",
        "{amount} yuan does not divide evenly: the price is kept as {price}, {difference} yuan off in all.",
    ),
    "sale_file_change": Text("{field} {old} → {new}", "{field} {old} → {new}"),
}
