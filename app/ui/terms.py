"""Terms of law and of the workbook as a reader of either language meets them; stored values stay Chinese."""

from enum import StrEnum

from app.ui.words import translate


def term(value: StrEnum | str | None) -> str:
    """The word for a vocabulary value; one without a translation is shown as it is stored."""
    return _known().get(str(value), str(value)) if value else ""


def _known() -> dict[str, str]:
    return {
        "全日制": translate("Terms", "全日制"),
        "非全日制": translate("Terms", "非全日制"),
        "劳务": translate("Terms", "劳务"),
        "居家承揽": translate("Terms", "居家承揽"),
        "月薪": translate("Terms", "月薪"),
        "日薪": translate("Terms", "日薪"),
        "时薪": translate("Terms", "时薪"),
        "计件": translate("Terms", "计件"),
        "正常": translate("Terms", "正常"),
        "加班": translate("Terms", "加班"),
        "休息日": translate("Terms", "休息日"),
        "法定": translate("Terms", "法定"),
        "工作日": translate("Terms", "工作日"),
        "月": translate("Terms", "月"),
        "天": translate("Terms", "天"),
        "小时": translate("Terms", "小时"),
        "件": translate("Terms", "件"),
        "项": translate("Terms", "项"),
        "男": translate("Terms", "男"),
        "女": translate("Terms", "女"),
    }
