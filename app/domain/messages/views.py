"""Messages of the subject: views of a table kept by name."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {
    "view_name_empty": Text("请给这个视图起个名字。", "Give this view a name."),
    "view_name_long": Text(
        "名字最多 {most} 个字。请起短一点。", "A name has at most {most} letters. Choose a shorter one."
    ),
    "view_too_many": Text(
        "一张表最多保存 {most} 个视图。请先删除不用的。",
        "A table keeps at most {most} views. Delete one that is no longer used.",
    ),
}
