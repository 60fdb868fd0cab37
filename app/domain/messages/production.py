"""Messages of the subject: piece entries typed in by themselves, team entries, materials given out and taken back."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {
    "pieces_day_empty": Text("请填写日期，例如 2026-11-08。", "Enter the date, for example 2026-11-08."),
    "pieces_day_unread": Text(
        "日期“{text}”看不懂，请写成 2026-11-08、11-8、8 或“昨天”。",
        "The date “{text}” cannot be read. Write it like 2026-11-08, 11-8, 8 or “yesterday”.",
    ),
    "pieces_day_early": Text("{day} 早于 {first}，请改正日期。", "{day} lies before {first}. Correct the date."),
    "pieces_day_late": Text(
        "{day} 比电脑日期 {today} 晚了 {days} 天以上，请改正其中一个。",
        "{day} lies more than {days} {days:day|days} after the PC's date {today}. Correct one of them.",
    ),
    "pieces_day_coming": Text("{day} 还没有到，请核对日期。", "{day} has not come yet. Check the date."),
    "pieces_worker_empty": Text(
        "请填写工人：编号、姓名或拼音首字母；几个人合做写成 03,07,12。",
        "Enter the worker: number, name or initials; several who made it together like 03,07,12.",
    ),
    "pieces_worker_unknown": Text(
        "这一天没有找到“{text}”，或不止一个人。请写编号，并核对日期；新来的先在“工人”里登记。",
        "Nobody, or more than one, is “{text}” on that day. Write the number, check the date; enter a newcomer under "
        "Workers first.",
    ),
    "pieces_worker_missing": Text(
        "没有这个工人，可能已在别的电脑上删除。请刷新后再试。",
        "There is no such worker; he may have been deleted on another PC. Refresh and try again.",
    ),
    "pieces_worker_twice": Text(
        "{name} 写了两次。每人只写一次，分得多的请在“分摊”里写大一点。",
        "{name} stands twice. Write everybody once; who gets more has a greater share.",
    ),
    "pieces_item_empty": Text(
        "请选择产品和工序：货号、名称或拼音首字母。", "Choose product and process: code, name or initials."
    ),
    "pieces_item_unknown": Text(
        "没有找到“{text}”。产品和工序先在“产品库存”里登记。",
        "Nothing found for “{text}”. Products and processes are entered under Products first.",
    ),
    "pieces_quantity_empty": Text(
        "请填写数量：合格、返工、工废、料废至少一样大于 0。",
        "Enter a quantity: good, rework, or one of the scraps must be above 0.",
    ),
    "pieces_quantity_unread": Text(
        "数量“{text}”看不懂，请写成 12 或 2.5，最多三位小数。",
        "The quantity “{text}” cannot be read. Write it like 12 or 2.5, with at most three decimals.",
    ),
    "pieces_weights_unread": Text(
        "分摊“{text}”看不懂，请写成 7.5:6:4.25，至少一个大于 0；空着就是平分。",
        "The shares “{text}” cannot be read. Write them like 7.5:6:4.25, at least one above 0; empty means equal.",
    ),
    "pieces_weights_count": Text(
        "有 {workers} 个人，分摊却写了 {weights} 个。请按人的次序写全，或空着平分。",
        "{workers} {workers:worker|workers}, but {weights} {weights:share|shares}. Write one for each, or none for "
        "equal shares.",
    ),
    "pieces_weights_most": Text(
        "分摊最大 {most}，请核对小数点。", "A share is at most {most}. Check the decimal point."
    ),
    "pieces_no_price": Text(
        "{item} 在 {day} 没有单价，算工资前请在“产品库存”里补上。",
        "{item} has no price on {day}. Add one under Products before wages are reckoned.",
    ),
    "pieces_absent": Text(
        "{names} 这一天的考勤是旷工，请核对。", "{names}: marked absent that day. Check the attendance."
    ),
    "pieces_again": Text(
        "{name} {day} 的 {item} 已记过 {quantity} 件，现在是两笔。重复的请删除。",
        "{name} already had {quantity} of {item} on {day}: there are two entries now. Delete one that stands twice.",
    ),
    "pieces_locked": Text(
        "{month} 工资已锁定：这次修改会显示为“锁定后有变化”。",
        "The payroll of {month} is locked: this change will show as “differs since lock”.",
    ),
    "pieces_missing": Text(
        "没有这笔计件，可能已在别的电脑上删除。请刷新后再试。",
        "There is no such entry; it may have been deleted on another PC. Refresh and try again.",
    ),
    "material_text_long": Text(
        "共 {length} 个字，最多 {most} 个字。请写短一些。", "{length} characters; at most {most} are taken. Shorten it."
    ),
    "material_name_empty": Text("请填写原料名称，例如 绣线。", "Enter the material's name, such as thread."),
    "material_name_taken": Text(
        "已有原料“{name}”，请换一个名称。", "There is a material “{name}” already. Choose another name."
    ),
    "material_unit_empty": Text("请填写单位，例如 卷、米、克。", "Enter the unit, such as roll, metre or gram."),
    "material_in_use": Text(
        "“{name}”不能去掉：已有 {count} 条领退料。可以改名，或不再登记它。",
        "“{name}” cannot be taken away: {count} {count:move uses|moves use} it. Rename it, or enter no more of it.",
    ),
    "material_missing": Text(
        "没有这种原料，可能已在别的电脑上去掉。请刷新后再试。",
        "There is no such material; it may have been taken away on another PC. Refresh and try again.",
    ),
    "material_empty": Text("请选择原料。", "Choose the material."),
    "material_unknown": Text(
        "没有找到原料“{text}”。请先在“原料”里登记。",
        "No material is found for “{text}”. Enter it under Materials first.",
    ),
    "material_kind_empty": Text("请选择领料、退料或耗用。", "Choose given out, returned or used up."),
    "material_quantity_empty": Text("请填写数量，应大于 0。", "Enter a quantity above 0."),
    "material_quantity_negative": Text(
        "数量不能为负：交回的请选退料，用掉的请选耗用。",
        "A quantity cannot be negative: choose returned or used up instead.",
    ),
    "material_quantity_most": Text(
        "数量最多 {most}，可能少了小数点，请核对。",
        "A quantity is at most {most}; a decimal point may be missing. Check it.",
    ),
    "material_short": Text(
        "{day} {name} 手上的{material}账面是 {left}，不够退料或耗用。请核对数量，或补记领料。",
        "On {day} the books leave {name} with {left} of {material}: less was given out than came back or was used. "
        "Check the quantity, or note what was given out.",
    ),
    "material_move_missing": Text(
        "没有这条领退料，可能已在别的电脑上撤回。请刷新后再试。",
        "There is no such move; it may have been withdrawn on another PC. Refresh and try again.",
    ),
}
