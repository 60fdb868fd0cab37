"""Messages of the subject: the day sheet."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {
    "day_not_employed": Text(
        "{name} 在 {day} 不在职({hired} 入职),不能登记。若入职或离职日期有误,请先在“工人”里改正。",
        "{name} was not employed on {day} (hired {hired}). If a hiring or leaving date is wrong, correct it under "
        "Workers first.",
    ),
    "day_future": Text(
        "{day} 还没到,不能登记。若电脑日期不对,请先改正。",
        "{day} has not come yet. If the PC's date is wrong, set it right first.",
    ),
    "mark_not_read": Text(
        "考勤“{value}”看不懂。可用:√、半、数字(如 6.5)、8+2、加8、休、调、假、旷、病、带薪、伤。",
        "The mark “{value}” cannot be read. Use √, 半, a number (6.5), 8+2, 加8, 休, 调, 假, 旷, 病, 带薪 or 伤.",
    ),
    "mark_not_8": Text(
        "“{value}”超过8小时:8小时以上的部分请写在加号后,例如 8+2。",
        "“{value}” is over 8 hours: write what exceeds 8 after a plus sign, as in 8+2.",
    ),
    "mark_not_minutes": Text(
        "“{value}”不是整分钟,请换成整分钟的小时数,例如 6.5。",
        "“{value}” is no whole number of minutes; write hours such as 6.5.",
    ),
    "mark_beyond_day": Text("“{value}”超过一天24小时。", "“{value}” is more than the 24 hours of a day."),
    "pieces_not_read": Text(
        "数量应为0或正数,最多三位小数。",
        "A quantity is zero or positive, with at most three decimals.",
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
}
