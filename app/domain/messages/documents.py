"""Messages of the subject: papers of workers."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {
    "document_missing": Text(
        "没有这份材料,可能已在别的电脑上撤回。请刷新后再试。",
        "There is no such paper; it may have been withdrawn on another PC. Refresh and try again.",
    ),
    "document_no_picture": Text("这份材料还没有照片。", "This paper has no picture yet."),
    "document_kind_empty": Text("请选择材料种类。", "Choose what kind of paper it is."),
    "document_day_wrong": Text(
        "日期应在 {first} 至 {last} 年之间,请核对。", "The date must lie between {first} and {last}. Check it."
    ),
    "document_signed_coming": Text(
        "签订日期 {day} 还没有到。请按材料上的日期填写。",
        "The signing date {day} has not come yet. Enter the date on the paper.",
    ),
    "document_from_empty": Text("合同请填写从哪一天起生效。", "For a contract enter the day it holds from."),
    "document_ends_before": Text("到期日早于生效日 {day},请改正其中一个。", "It ends before it begins ({day})."),
    "document_over": Text("这份材料已于 {day} 到期。", "This paper ran out on {day}."),
}
