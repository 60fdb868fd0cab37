"""What the settings show: fields, columns, words. No service."""

from collections.abc import Iterator, Mapping

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.vocabulary import RoleName
from app.services.preferences import LEAST_PX, MOST_PX
from app.services.safety import BackupRow, SafetyFinding
from app.services.users import UserRow
from app.services.workshop_facts import WorkshopView
from app.ui.tables.columns import Align, Column, Tone
from app.ui.terms import term
from app.ui.theme.tokens import GRID
from app.ui.widgets.form import Field, FormNote, Kind
from app.ui.words import translate

PASSWORDS = ("password", "again")


def workshop_fields(view: WorkshopView) -> list[Field]:
    """Everything of the workshop a person types."""
    levels = tuple((word, term(word)) for word in view.levels)
    categories = tuple((word, term(word)) for word in view.categories)
    return [
        Field("name", translate("Settings", "工坊名称")),
        Field("region", translate("Settings", "行政区划代码")),
        Field("credit_code", translate("Settings", "统一社会信用代码")),
        Field("address", translate("Settings", "地址")),
        Field("leader", translate("Settings", "负责人")),
        Field("phone", translate("Settings", "电话")),
        Field("project", translate("Settings", "非遗项目")),
        Field("category", translate("Settings", "门类"), Kind.CHOICE, categories),
        Field("project_level", translate("Settings", "项目级别"), Kind.CHOICE, levels),
        Field("recognition_level", translate("Settings", "认定级别"), Kind.CHOICE, levels),
        Field("recognised_on", translate("Settings", "认定日期"), Kind.DATE),
        Field("confirmed_year", translate("Settings", "最近确认年度"), Kind.NUMBER),
    ]


def user_columns() -> list[Column[UserRow]]:
    """Who may log in."""
    return [
        Column(translate("Settings", "姓名"), 200, lambda r: r.name),
        Column(translate("Settings", "角色"), 160, lambda r: role(r.role)),
        Column(translate("Settings", "状态"), 120, _state, tone=_state_tone, stretch=True),
    ]


def user_fields() -> list[Field]:
    """Somebody new; the passwords also for who is chosen in the list."""
    return [
        Field("name", translate("Settings", "姓名")),
        Field("role", translate("Settings", "角色"), Kind.CHOICE, tuple((each, role(each)) for each in RoleName)),
        Field("password", translate("Settings", "密码"), hint=translate("Settings", "至少8个字符")),
        Field("again", translate("Settings", "再输入一次")),
    ]


def user_notes(values: Mapping[str, object]) -> Iterator[FormNote]:
    """What is wrong with the passwords of the fields."""
    if values["password"] != values["again"]:
        yield FormNote("again", translate("Settings", "两次输入的密码不一样。"), blocks=True)


def users_help() -> str:
    """What the roles may do."""
    return translate(
        "Settings",
        "负责人管理一切；干部做工资和打印；查看者只看；安装员负责安装、备份和用户。新用户用自己的姓名和密码登录。",
    )


def role(name: RoleName) -> str:
    """A role as people say it."""
    words = {
        RoleName.MANAGER: translate("Settings", "负责人"),
        RoleName.OFFICIAL: translate("Settings", "干部"),
        RoleName.VIEWER: translate("Settings", "查看者"),
        RoleName.INSTALLER: translate("Settings", "安装员"),
    }
    return words[name]


def finding_columns(lang: str) -> list[Column[SafetyFinding]]:
    """What was looked at, good and bad."""
    return [
        Column("", 48, lambda r: "✓" if r.good else "✗", Align.CENTRE, _finding_tone),
        Column(translate("Settings", "检查结果"), 600, lambda r: r.text(lang), stretch=True, wraps=True),
    ]


def backup_words(row: BackupRow) -> str:
    """Where the backup lies and what it holds."""
    words = translate("Settings", "已备份到 {file}（{kib} KB，{changes} 条记录），并已读回核对。")
    return words.format(file=row.path, kib=-(-row.bytes // 1024), changes=row.changes)


def backup_help() -> str:
    """What a backup is for."""
    return translate(
        "Settings",
        "备份是一个文件，装着全部账本和照片，用密码或恢复密钥打开。请存到U盘，与电脑分开存放；每周至少一次。",
    )


def look_fields() -> list[Field]:
    """How the window looks; the languages in their own words."""
    themes = (("light", translate("Settings", "浅色")), ("dark", translate("Settings", "深色")))
    sizes = tuple((px, translate("Settings", "{px} 像素").format(px=px)) for px in range(LEAST_PX, MOST_PX + 1))
    return [
        Field("lang", translate("Settings", "语言"), Kind.CHOICE, (("zh_CN", "中文"), ("en", "English"))),
        Field("theme", translate("Settings", "主题"), Kind.CHOICE, themes),
        Field("base_px", translate("Settings", "字号"), Kind.CHOICE, sizes),
    ]


def look_help() -> str:
    """For whom the choice is."""
    return translate("Settings", "只对这台电脑的这个用户有效，下次登录时也这样显示。")


def line_of(*parts: QWidget) -> QHBoxLayout:
    """Parts beside each other, from the left."""
    row = QHBoxLayout()
    row.setSpacing(GRID * 2)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row


def _state(row: UserRow) -> str:
    return translate("Settings", "可以登录") if row.active else translate("Settings", "已停用")


def _state_tone(row: UserRow) -> Tone:
    return Tone.PLAIN if row.active else Tone.QUIET


def _finding_tone(row: SafetyFinding) -> Tone:
    return Tone.GOOD if row.good else Tone.BAD
