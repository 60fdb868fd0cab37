"""What the training page shows and sums: columns and figures of sessions and of the mentors' tree. No widget."""

from collections.abc import Sequence

from app.domain.money import decimal_text, half_up, yuan
from app.services.heritage import Heritage, HeritageRow
from app.services.training import SessionRow, TraineeRow, TrainingYear
from app.ui.tables.columns import Align, Column, Tone
from app.ui.terms import term
from app.ui.widgets.figures import Figure
from app.ui.widgets.form import Field, Kind
from app.ui.words import translate

_INDENT = "　　"


def session_columns() -> list[Column[SessionRow]]:
    """The year's sessions."""
    return [
        Column(translate("Training", "日期"), 108, lambda r: r.day.isoformat(), Align.CENTRE),
        Column(translate("Training", "内容"), 240, lambda r: r.topic, stretch=True),
        Column(translate("Training", "来源"), 116, lambda r: term(r.origin) or "–"),
        Column(translate("Training", "授课人"), 150, lambda r: r.lecturer or "–"),
        Column(translate("Training", "学时"), 84, lambda r: hours(r.minutes), Align.RIGHT),
        Column(translate("Training", "参加（人）"), 96, lambda r: count(r.persons), Align.RIGHT, tone=_nobody),
        Column(translate("Training", "人学时"), 96, lambda r: hours(r.person_minutes), Align.RIGHT),
    ]


def session_totals(rows: Sequence[SessionRow]) -> list[str]:
    """The foot: hours, attendances (人次), hours of everybody."""
    words = translate("Training", "合计 {count} 次").format(count=len(rows))
    attendances = sum(row.persons for row in rows)
    whole = sum(row.person_minutes for row in rows)
    return [words, "", "", "", hours(sum(row.minutes for row in rows)), count(attendances), hours(whole)]


def session_figures(year: TrainingYear) -> list[Figure]:
    """Sessions, persons, attendances, hours of everybody."""
    whole = sum(row.person_minutes for row in year.rows)
    return [
        Figure(translate("Training", "培训（次）"), str(len(year.rows))),
        Figure(translate("Training", "参加（人，每人一次）"), str(year.persons)),
        Figure(translate("Training", "参加（人次）"), str(year.attendances)),
        Figure(translate("Training", "人学时"), hours(whole)),
    ]


def session_fields(origins: Sequence[str]) -> list[Field]:
    """Everything of a session a person types."""
    return [
        Field("day", translate("Training", "日期"), Kind.DATE),
        Field("topic", translate("Training", "内容"), hint=translate("Training", "例如 彝绣针法")),
        Field("minutes", translate("Training", "学时"), Kind.HOURS, hint=translate("Training", "例如 6 或 1.5")),
        Field("origin", translate("Training", "来源"), Kind.CHOICE, tuple((word, term(word)) for word in origins)),
        Field("lecturer", translate("Training", "授课人")),
    ]


def trainee_columns() -> list[Column[TraineeRow]]:
    """Who took part: the first column has the boxes."""
    return [
        Column(translate("Training", "编号"), 92, lambda r: r.no),
        Column(translate("Training", "姓名"), 120, lambda r: r.name, stretch=True),
        Column("", 110, _away, tone=lambda _: Tone.WARN),
    ]


def heritage_columns() -> list[Column[HeritageRow]]:
    """The tree: apprentices stand indented below their mentor."""
    return [
        Column(translate("Training", "编号"), 72, lambda r: r.no, Align.CENTRE),
        Column(translate("Training", "姓名（徒弟在师傅下面）"), 220, _in_tree, stretch=True),
        Column(translate("Training", "传承人级别"), 110, lambda r: term(r.level) or "–", tone=_level_tone),
        Column(translate("Training", "师傅"), 110, _mentor, tone=_mentor_tone),
        Column(translate("Training", "徒弟（人）"), 92, lambda r: count(r.place.apprentices), Align.RIGHT),
        Column(translate("Training", "培训（次）"), 92, lambda r: count(r.sessions), Align.RIGHT),
        Column(translate("Training", "学时"), 84, lambda r: hours(r.minutes), Align.RIGHT),
        Column(translate("Training", "近12个月收入（元）"), 150, lambda r: amount(r.earned_fen), Align.RIGHT),
        Column(translate("Training", "现在"), 84, _present, tone=_present_tone),
    ]


def heritage_figures(found: Heritage) -> list[Figure]:
    """Inheritors, apprentices, how many of them still work here, and what those earn."""
    learning = [row for row in found.rows if row.place.mentor is not None]
    working = [row for row in learning if row.employed]
    return [
        Figure(translate("Training", "传承人（人）"), str(sum(1 for row in found.rows if row.level))),
        Figure(translate("Training", "徒弟（人）"), str(len(learning))),
        Figure(translate("Training", "徒弟在岗（人）"), str(len(working))),
        Figure(
            translate("Training", "在岗徒弟 {first} 至 {last} 收入（元）").format(
                first=found.from_month, last=found.to_month
            ),
            amount(sum(row.earned_fen for row in working)),
        ),
    ]


def hours(minutes: int) -> str:
    """Hours with at most two decimals; zero as a dash."""
    return decimal_text(half_up(minutes * 100, 60), 2) if minutes else "–"


def amount(fen: int) -> str:
    """1,234.50; zero as a dash."""
    return yuan(fen, grouped=True) if fen else "–"


def count(number: int) -> str:
    """A count; zero as a dash."""
    return str(number) if number else "–"


def _nobody(row: SessionRow) -> Tone:
    return Tone.PLAIN if row.persons else Tone.WARN


def _away(row: TraineeRow) -> str:
    return "" if row.employed else translate("Training", "当日不在职")


def _in_tree(row: HeritageRow) -> str:
    return f"{_INDENT * row.place.depth}{'└ ' if row.place.depth else ''}{row.name}"


def _mentor(row: HeritageRow) -> str:
    if row.place.mentor is None and row.mentor:
        return translate("Training", "编号 {no}（不在册）").format(no=row.mentor)
    return row.mentor or "–"


def _mentor_tone(row: HeritageRow) -> Tone:
    return Tone.WARN if row.place.mentor is None and row.mentor else Tone.PLAIN


def _level_tone(row: HeritageRow) -> Tone:
    return Tone.ACCENT if row.level else Tone.QUIET


def _present(row: HeritageRow) -> str:
    return translate("Training", "在岗") if row.employed else translate("Training", "不在岗")


def _present_tone(row: HeritageRow) -> Tone:
    return Tone.PLAIN if row.employed else Tone.QUIET
