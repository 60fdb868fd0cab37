"""Messages of the subject: the day sheet."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {
    "day_not_employed": Text(
        "{name} 在 {day} 不在职({hired} 入职),不能登记。若入职或离职日期有误,请先在“工人”里改正。",
        "{name} was not employed on {day} (hired {hired}). If a hiring or leaving date is wrong, correct it under "
        "Workers first.",
    ),
    "pieces_negative": Text("数量不能为负。", "A quantity cannot be negative."),
    "pieces_too_many": Text(
        "数量最多 {most} 件,可能少了小数点,请核对。",
        "A quantity is at most {most} pieces; a decimal point may be missing. Check it.",
    ),
    "pieces_several": Text(
        "{day} {name} 的这道工序有 {count} 笔记录,请在工作簿的“计件”表里逐笔修改,再导入一次。",
        "{name} has {count} entries of this process on {day}; change them one by one on "
        "the workbook's 计件 sheet and import it again.",
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
    "date_before_release": Text(
        "电脑日期早于本程序的发布日期,可能不对。请先确认今天是哪一天。",
        "The PC's date lies before this program's release and may be wrong. Say first which day it is.",
    ),
    "date_before_noted": Text(
        "电脑日期早于最后一次登记的日期,可能不对。请先确认今天是哪一天。",
        "The PC's date lies before the last day noted and may be wrong. Say first which day it is.",
    ),
    "date_long_after_noted": Text(
        "电脑日期比最后一次登记晚31天以上,可能不对。请先确认今天是哪一天。",
        "The PC's date lies more than 31 days after the last day noted and may be wrong. Say first which day it is.",
    ),
}
