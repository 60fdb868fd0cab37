"""Messages of the subject: what of a pasted message was not understood."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {
    "pieces_not_read": Text(
        "件数请写数字，最多三位小数，例如 12 或 7.5。",
        "Write a quantity as a number with at most three decimals: 12 or 7.5.",
    ),
    "message_long": Text(
        "只看前 {most} 行，从这一行起还有 {left} 行没有登记。请分几次粘贴。",
        "Only the first {most} lines are read; {left} more from this one on are not noted. Paste them in parts.",
    ),
    "message_unread": Text("没有看懂，没有登记。", "Not understood, and not noted."),
    "message_nothing": Text(
        "只有姓名，没有出勤也没有件数。请补上，例如“刺绣 12”或“请假”。",
        "Only a name: no attendance, no pieces. Add them.",
    ),
    "message_name_unknown": Text(
        "这一天没有叫“{name}”的在职工人。请核对姓名，或用编号。",
        "Nobody called “{name}” is employed that day. Check the name, or use the number.",
    ),
    "message_name_several": Text(
        "叫“{name}”的有几位（编号 {numbers}）。请在前面写编号。",
        "Several people are called “{name}” (numbers {numbers}). Put the number before the name.",
    ),
    "message_item_unknown": Text(
        "不认识“{item}”。请写工序名称和等级，例如“刺绣A 12”。",
        "“{item}” is no known process. Write the name of the process and its grade as under Production.",
    ),
    "message_item_several": Text(
        "“{item}”有几种：{choices}。请写清产品或等级。",
        "“{item}” may be several: {choices}. Name the product or the grade.",
    ),
    "message_item_twice": Text(
        "“{item}”写了两次，只取第一次。请核对。", "“{item}” is written twice; only the first is taken. Check it."
    ),
    "message_item_missing": Text(
        "数字 {number} 前没有工序名称。请写明是哪道工序。",
        "No process stands before the number {number}. Say which process it is.",
    ),
    "message_number_missing": Text("“{item}”后面没有件数。", "No quantity follows “{item}”."),
    "message_number_unread": Text(
        "件数 {number} 读不懂：最多三位小数。", "The quantity {number} cannot be read: at most three decimals."
    ),
    "message_two_marks": Text(
        "出勤写了两种：{first}、{second}。请只留一种。", "Two kinds of attendance: {first}, {second}. Leave only one."
    ),
    "message_twice": Text(
        "{name} 的“{what}”前面已经写过，这一行没有登记。",
        "“{what}” of {name} is written further up already; this line is not noted.",
    ),
    "message_other_day": Text(
        "写在 {date} 下面，不是打开的这一天。请先打开那一天再粘贴。",
        "Stands under {date}, not under the day that is open. Open that day first and paste again.",
    ),
    "message_cell_several": Text(
        "{name} 的“{item}”当天已有几笔记录，不能用一个数代替。请在“生产”里逐笔修改。",
        "{name} already has several entries of “{item}” that day; one figure cannot replace them. "
        "Change them one by one under Production.",
    ),
    "message_no_room": Text(
        "第 {row} 行超出表格，没有登记：{text}", "Row {row} lies beyond the sheet and is not noted: {text}"
    ),
}
