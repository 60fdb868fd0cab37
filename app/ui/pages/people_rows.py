"""What the list of workers shows: columns, figures, the facts of one. No widget, no service."""

from collections.abc import Sequence

from app.domain.money import yuan
from app.services.people import Employment, PayTermRow, WorkerRow
from app.ui.tables.columns import Align, Column, Tone
from app.ui.terms import term
from app.ui.widgets.figures import Figure
from app.ui.words import translate


def columns() -> list[Column[WorkerRow]]:
    """The list's columns."""
    return [
        Column(translate("People", "编号"), 64, lambda r: r.no, Align.CENTRE),
        Column(translate("People", "姓名"), 130, lambda r: r.name),
        Column(translate("People", "性别"), 64, lambda r: term(r.sex), Align.CENTRE),
        Column(translate("People", "身份证号"), 176, lambda r: r.id_masked or missing(), tone=_missing_id),
        Column(translate("People", "手机"), 120, lambda r: r.phone_masked or missing(), tone=_missing_phone),
        Column(translate("People", "用工形式"), 92, lambda r: term(r.terms.relation) if r.terms else ""),
        Column(translate("People", "计薪方式"), 80, lambda r: term(r.terms.basis) if r.terms else ""),
        Column(translate("People", "标准（元）"), 96, lambda r: rate(r.terms), Align.RIGHT),
        Column(translate("People", "入职"), 100, lambda r: r.hired_on.isoformat(), Align.CENTRE),
        Column(translate("People", "离职"), 100, lambda r: r.left_on.isoformat() if r.left_on else "–", Align.CENTRE),
        Column(translate("People", "状态"), 80, lambda r: state(r.employment), tone=_state_tone, stretch=True),
    ]


def figures(rows: Sequence[WorkerRow]) -> list[Figure]:
    """Head count, households that count for the 30 %, gaps."""
    present = [row for row in rows if row.employment is Employment.PRESENT]
    counted = [row for row in present if row.household and (row.household.base == "脱贫户" or row.household.monitoring)]
    share = f"{len(counted)} / {len(present)}" if present else "–"
    gaps = sum(1 for row in present if not row.id_masked or not row.phone_masked)
    return [
        Figure(translate("People", "在职（人）"), str(len(present))),
        Figure(translate("People", "脱贫户和监测对象（人 / 在职）"), share),
        Figure(translate("People", "缺身份证号或手机（人）"), str(gaps), Tone.WARN if gaps else Tone.PLAIN),
    ]


def facts(row: WorkerRow) -> list[tuple[str, str]]:
    """The plain facts of the side panel: title and text, empty ones left out."""
    terms = row.terms
    pay = f"{term(terms.relation)} · {term(terms.basis)} {rate(terms)}" if terms else ""
    known = [
        (translate("People", "状态"), state(row.employment)),
        (translate("People", "用工和计薪"), pay.rstrip(" –")),
        (translate("People", "性别 民族"), f"{term(row.sex)} {row.nation}".strip()),
        (translate("People", "村组"), row.village),
        (translate("People", "入职"), row.hired_on.isoformat()),
        (translate("People", "离职"), row.left_on.isoformat() if row.left_on else ""),
        (translate("People", "传承人级别"), row.inheritor_level),
        (translate("People", "师傅编号"), row.mentor_no),
        (translate("People", "开户行"), row.bank),
    ]
    return [(title, text) for title, text in known if text]


def rate(terms: PayTermRow | None) -> str:
    """The rate in yuan; a dash for 计件."""
    return yuan(terms.rate_fen, grouped=True) if terms and terms.rate_fen else "–"


def state(employment: Employment) -> str:
    """Whether somebody is employed, in words."""
    words = {
        Employment.PRESENT: translate("People", "在职"),
        Employment.LEFT: translate("People", "已离职"),
        Employment.COMING: translate("People", "尚未入职"),
    }
    return words[employment]


def missing() -> str:
    """What stands where a number is lacking."""
    return translate("People", "缺")


def _missing_id(row: WorkerRow) -> Tone:
    return Tone.PLAIN if row.id_masked else Tone.WARN


def _missing_phone(row: WorkerRow) -> Tone:
    return Tone.PLAIN if row.phone_masked else Tone.WARN


def _state_tone(row: WorkerRow) -> Tone:
    return Tone.PLAIN if row.employment is Employment.PRESENT else Tone.QUIET
