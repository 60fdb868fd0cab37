"""Messages of the subject: the day sheet."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {
    "day_not_employed": Text(
        "{name} 在 {day} 不在职({hired} 入职),不能登记。若入职或离职日期有误,请先在“工人”里改正。",
        "{name} was not employed on {day} (hired {hired}). If a hiring or leaving date is wrong, correct it under "
        "Workers first.",
    ),
    "mark_not_employed": Text(
        "{name} 在 {day} 不在职（在职 {hired} 至 {left}），不能填考勤。若日期有误，请先在“工人”里改正。",
        "{name} was not employed on {day} (employed {hired} to {left}), so no attendance can be filled in. If a date "
        "is wrong, correct it under Workers first.",
    ),
    "marks_refused": Text(
        "{count} 格不能填，全部没有写入。{first}",
        "{count} cells cannot be filled in; nothing was written. {first}",
    ),
    "paste_too_large": Text(
        "剪贴板的内容超过 {most} 个字，不像是一张表。请只复制需要的格子。",
        "The clipboard holds more than {most} characters, which is no table. Copy only the cells you need.",
    ),
    "paste_unreadable": Text(
        "剪贴板的内容不是一张表。请在表格程序里选中格子再复制。",
        "The clipboard holds no table. Select the cells in the spreadsheet and copy them again.",
    ),
    "paste_outside": Text(
        "剪贴板有 {rows} 行 {columns} 列，从这一格起只放得下 {room_rows} 行 {room_columns} 列，没有写入。"
        "请换一格，或少复制一些。",
        "The clipboard holds {rows} {rows:row|rows} and {columns} {columns:column|columns}; from this cell on there is "
        "room for {room_rows} and {room_columns}. Nothing was written. Stand in another cell, or copy less.",
    ),
    "pieces_negative": Text("数量不能为负。", "A quantity cannot be negative."),
    "pieces_too_many": Text(
        "数量最多 {most} 件,可能少了小数点,请核对。",
        "A quantity is at most {most} pieces; a decimal point may be missing. Check it.",
    ),
    "pieces_several": Text(
        "{day} {name} 的这道工序有 {count} 笔记录,请在“生产”里逐笔修改。",
        "{name} has {count} entries of this process on {day}; change them one by one under Production.",
    ),
    "process_missing": Text(
        "没有这道工序,可能已在别的电脑上删除。请刷新后再试。",
        "There is no such process; it may have been deleted on another PC. Refresh and try again.",
    ),
    "undo_gone": Text(
        "不能撤销:这条记录后来又改过。请直接修改。",
        "Cannot be undone: the record has been changed since. Correct it directly.",
    ),
    "undo_not_own": Text(
        "不能撤销:这不是您在本机所做的修改。",
        "Cannot be undone: this change was not made by you on this PC.",
    ),
    "undo_locked": Text(
        "不能撤销:{month} 的工资已锁定。",
        "Cannot be undone: the payroll of {month} is locked.",
    ),
    "undo_in_use": Text(
        "不能撤销:别的记录用到了它。请先撤销或修改那些记录。",
        "Cannot be undone: other records use it. Undo or correct those first.",
    ),
    "undo_without": Text(
        "不能撤销:它所属的记录(工人、产品或工序)已经删除。",
        "Cannot be undone: the record it belongs to (worker, product or process) has been deleted.",
    ),
    "undo_taken": Text(
        "不能撤销:现在另有一条记录用了同样的编号或名称。",
        "Cannot be undone: another record has the same number or name now.",
    ),
    "date_before_release": Text(
        "电脑日期早于本程序的发布日期，可能不对。请先确认今天是哪一天。",
        "The PC's date lies before this program's release and may be wrong. Say first which day it is.",
    ),
    "date_before_noted": Text(
        "电脑日期早于最后一次登记的日期，可能不对。请先确认今天是哪一天。",
        "The PC's date lies before the last day noted and may be wrong. Say first which day it is.",
    ),
    "date_long_after_noted": Text(
        "电脑日期比最后一次登记晚31天以上,可能不对。请先确认今天是哪一天。",
        "The PC's date lies more than 31 days after the last day noted and may be wrong. Say first which day it is.",
    ),
}
