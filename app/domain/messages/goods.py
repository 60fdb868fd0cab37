"""Messages of the subject: products, processes, stock moves, stocktakes, labels."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {
    "goods_text_long": Text(
        "共 {length} 个字，最多 {most} 个字。请写短一些。",
        "{length} characters; at most {most} are taken. Shorten it.",
    ),
    "product_missing": Text(
        "没有这个产品，可能已在别的电脑上删除。请刷新后再试。",
        "There is no such product; it may have been deleted on another PC. Refresh and try again.",
    ),
    "product_code_empty": Text(
        "没有货号：销售表和平台订单按货号认产品。请尽快编一个，例如 P001。",
        "No product code: sales sheets and platform orders know products by it. Give it one soon, such as P001.",
    ),
    "product_code_taken": Text(
        "货号 {no} 已是“{name}”的，请换一个货号。",
        "Code {no} already belongs to “{name}”. Choose another code.",
    ),
    "product_name_empty": Text("请填写产品名称。", "Enter the product's name."),
    "product_name_taken": Text(
        "已有一个没有货号的产品叫“{name}”。请给其中一个编货号，或修改原来那个。",
        "A product without a code is called “{name}” already. Give one of them a code, or edit that one.",
    ),
    "product_name_shared": Text(
        "货号 {no} 也叫“{name}”：计件表按名称认产品，最好改成不同的名称。",
        "Code {no} is called “{name}” too: piece sheets know products by name. Better give them different names.",
    ),
    "product_unit_empty": Text("请填写单位，例如 件、套、米。", "Enter the unit, such as piece, set or metre."),
    "product_in_use": Text(
        "“{name}”不能删除：还有{what}。不再生产的产品可以留着，库存为零即可。",
        "“{name}” cannot be deleted: there are {what}. A product no longer made may stay, with a stock of zero.",
    ),
    "product_used_processes": Text("{count} 道工序", "{count} {count:process|processes}"),
    "product_used_pieces": Text("{count} 条计件", "{count} {count:piece entry|piece entries}"),
    "product_used_sales": Text("{count} 条销售", "{count} {count:sale|sales}"),
    "product_used_moves": Text("{count} 条出入库或盘点", "{count} stock {count:move or count|moves or counts}"),
    "product_picture_kind": Text(
        "{file} 是 PDF。产品照片请用 JPG 或 PNG。",
        "{file} is a PDF. A product's picture must be JPG or PNG.",
    ),
    "product_picture_none": Text("这个产品还没有照片。", "This product has no picture yet."),
    "process_name_empty": Text("请填写工序名称，例如 刺绣。", "Enter the name of the process, such as embroidery."),
    "process_name_taken": Text(
        "这个产品已有工序“{name}”，请换一个名称。",
        "This product already has a process “{name}”. Choose another name.",
    ),
    "process_in_use": Text(
        "工序“{name}”不能去掉：{first} 至 {last} 有 {count} 条计件用到它。可以改名，或不再登记它。",
        "The process “{name}” cannot be left off: {count} {count:piece entry|piece entries} from {first} to {last} "
        "{count:uses|use} it. Rename it, or enter no more pieces of it.",
    ),
    "stock_kind_empty": Text(
        "请选择入库、领用或报损。卖出的在“销售”里登记。",
        "Choose received, taken or lost. What is sold is noted under Sales.",
    ),
    "stock_day_empty": Text("请填写日期，例如 2026-11-16。", "Enter the date, for example 2026-11-16."),
    "stock_day_future": Text(
        "{day} 还没有到(电脑上今天是 {today})。请改正日期。",
        "{day} has not come yet (today is {today} by this PC). Correct the date.",
    ),
    "stock_day_old": Text("{day} 早于2000年，请改正日期。", "{day} lies before the year 2000. Correct the date."),
    "stock_quantity_empty": Text("请填写数量，应大于 0。", "Enter a quantity above 0."),
    "stock_quantity_negative": Text(
        "数量不能为负：往外的请选领用或报损。",
        "A quantity cannot be negative: for what goes out choose taken or lost.",
    ),
    "stock_quantity_absurd": Text(
        "数量超过 {most}，可能少了小数点，请核对。",
        "The quantity is above {most}; a decimal point may be missing. Check it.",
    ),
    "stock_quantity_unread": Text(
        "数量“{text}”看不懂，请写成 12 或 2.5，最多三位小数。",
        "The quantity “{text}” cannot be read. Write it like 12 or 2.5, with at most three decimals.",
    ),
    "stock_counted_kept": Text(
        "盘点的记录不能改数，只能撤回后重新盘点。",
        "What was counted cannot be changed, only withdrawn and counted again.",
    ),
    "stock_short_never_in": Text(
        "账上少 {less}：没有期初库存，也没有入库记录。请补记入库，或盘点。",
        "Short by {less}: no opening stock and nothing received. Note what came in, or count.",
    ),
    "stock_short_sold": Text(
        "账上少 {less}：售出 {sold}，多于期初和入库的 {into}。请补记入库，或盘点。",
        "Short by {less}: {sold} sold, more than the {into} of opening stock and receipts. Note receipts, or count.",
    ),
    "stock_short_out": Text(
        "账上少 {less}：售出 {sold}、领用报损 {taken}，多于期初和入库的 {into}。请核对，或盘点。",
        "Short by {less}: {sold} sold and {taken} taken or lost, more than the {into} of opening stock and receipts. "
        "Check them, or count.",
    ),
    "stock_short_counted": Text(
        "账上少 {less}：期初和入库 {into}，售出 {sold}，领用报损 {taken}，盘点调整 {counted}。请重新盘点。",
        "Short by {less}: opening and receipts {into}, sold {sold}, taken or lost {taken}, counts {counted}. "
        "Count again.",
    ),
    "stocktake_empty": Text(
        "还没有填写盘点数量。请在“实盘”一列填写数到的数量。",
        "Nothing is counted yet. Type what you counted into the column Counted.",
    ),
    "stocktake_moved": Text(
        "“{name}”的账面数已从 {shown} 变为 {now}(可能别的电脑刚登记了出入库)，没有保存。请核对差异后再保存。",
        "The book figure of “{name}” has changed from {shown} to {now} (another PC may have noted a move). Nothing was "
        "saved; look at the differences and save again.",
    ),
    "label_unreadable": Text(
        "这不是本程序打印的产品标签。",
        "This is no product label printed by this program.",
    ),
    "label_copies_wrong": Text(
        "标签总数应在 1 到 {most} 之间。",
        "The labels must be between 1 and {most} in all.",
    ),
    "label_start_wrong": Text(
        "这种纸一张有 {most} 格，请填 1 到 {most}。",
        "A sheet of this paper has {most} labels: enter 1 to {most}.",
    ),
    "label_size_empty": Text("请选择标签纸。", "Choose the label paper."),
}
