"""Messages of the subject: training sessions."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {
    "training_missing": Text(
        "没有这次培训,可能已在别的电脑上撤回。请刷新后再试。",
        "There is no such session; it may have been withdrawn on another PC. Refresh and try again.",
    ),
    "training_day_empty": Text("请填写培训日期。", "Enter the date of the session."),
    "training_day_early": Text("培训日期 {day} 太早,请核对年份。", "The date {day} lies too far back. Check the year."),
    "training_day_coming": Text(
        "{day} 还没有到。培训在举办以后登记。", "{day} has not come yet. A session is noted after it was held."
    ),
    "training_topic_empty": Text("请填写培训内容。", "Enter what was taught."),
    "training_hours_empty": Text("请填写学时,例如 6 或 1.5。", "Enter the hours, for example 6 or 1.5."),
    "training_hours_absurd": Text(
        "学时不能超过 {most}。请核对小数点。", "A session cannot be longer than {most} hours. Check the decimal point."
    ),
    "training_not_employed": Text(
        "{day} 还没有入职或已经离职:{names}。请核对日期;确实参加的照记。",
        "Not employed on {day}: {names}. Check the date; who did take part stays noted.",
    ),
}
