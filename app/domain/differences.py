"""Why a slip differs from last month's, in plain words: each reason with its fen, largest first, together exactly the
difference of net.

Lines are paired by what they pay. Where both months pay it by quantity, the difference is parted: the quantity's at
last month's rate, and the rest, which is the price's or the rate's.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.checklist import listed
from app.domain.explanation import Said, about_words, said
from app.domain.messages.payroll import TITLES
from app.domain.money import exact_text, half_up, price_text, yuan
from app.domain.payroll_draft import UNIT_SCALE, Line, LineCode, Slip, Unit
from app.domain.vocabulary import Basis, Relation

_SPAN = re.compile(r"\(\d+-\d+日\)$")
_TEAM_DAY = re.compile(r" \d\d-\d\d(?=\(|$)")
_RATE = re.compile(r"\)×([\d.]+%)")
_ALLOWANCES = frozenset({LineCode.ALLOWANCE, LineCode.SPECIAL_ALLOWANCE})
_DEDUCTIONS = frozenset({LineCode.SOCIAL, LineCode.TAX, LineCode.OTHER, LineCode.DAMAGE, LineCode.ADVANCE})

Key = tuple[LineCode, str]
"""What a line pays: its code, and which item, allowance or time kind."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A part of the difference of net in words, fen; ``code`` is the line's it comes from, None for all of a slip."""

    words: Said
    amount_fen: int
    code: LineCode | None = None


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the slips themselves do not say: days absent this month and the dates of employment."""

    absent: tuple[date, ...] = ()
    joined: date | None = None
    left: date | None = None


NO_CIRCUMSTANCES = Circumstances()
"""Only the slips are known."""


def together(slips: Sequence[Slip]) -> Slip | None:
    """All of a worker's slips of a month as one, for comparing; None for none."""
    if len(slips) <= 1:
        return slips[0] if slips else None
    last = slips[-1]
    sums = {name: sum(getattr(slip, name) for slip in slips) for name in _SUMMED}
    return Slip(
        worker_id=last.worker_id,
        no=last.no,
        name=last.name,
        relation=last.relation,
        lines=tuple(line for slip in slips for line in slip.lines),
        deductions=tuple(line for slip in slips for line in slip.deductions),
        carried_damage_fen=last.carried_damage_fen,
        carried_advance_fen=last.carried_advance_fen,
        basis=last.basis,
        tax_method=last.tax_method,
        **sums,
    )


_SUMMED = (
    "normal_minutes", "overtime_minutes", "rest_day_minutes", "statutory_minutes", "unpaid_minutes", "gross_fen",
    "social_fen", "tax_fen", "other_fen", "damage_fen", "advance_fen", "net_fen",
)  # fmt: skip


def why_different(last: Slip | None, this: Slip | None, known: Circumstances = NO_CIRCUMSTANCES) -> tuple[Reason, ...]:
    """The reasons why net differs from last month's, largest first; None is a month without wages.

    Their sum is exactly the difference of net; a part of nothing is left out.
    """
    if last is None or this is None:
        return tuple(_appeared(last, this, known))
    old, new = _by_key(last), _by_key(this)
    found: list[Reason] = []
    for key in old.keys() | new.keys():
        before, now = _Group(key, old.get(key, ())), _Group(key, new.get(key, ()))
        found += _reasons(before, now, this, known)
    kept = (reason for reason in found if reason.amount_fen)
    return tuple(sorted(kept, key=lambda one: (-abs(one.amount_fen), one.words.text())))


def _appeared(last: Slip | None, this: Slip | None, known: Circumstances) -> Iterator[Reason]:
    fen = (this.net_fen if this else 0) - (last.net_fen if last else 0)
    if not fen:
        return
    day = known.joined if last is None else known.left
    code = ("why_joined" if day else "why_new") if last is None else ("why_left" if day else "why_gone")
    yield Reason(said(code, day=day, change=_change(fen)) if day else said(code, change=_change(fen)), fen)


def _by_key(slip: Slip) -> Mapping[Key, list[Line]]:
    found: dict[Key, list[Line]] = defaultdict(list)
    for line in (*slip.lines, *slip.deductions):
        found[_key(line)].append(line)
    return found


def _key(line: Line) -> Key:
    """Days in a label part no line from last month's: spans of a raise, dates of team entries."""
    if line.code in (LineCode.SOCIAL, LineCode.TAX, LineCode.DAMAGE, LineCode.ADVANCE):
        return line.code, ""
    about = _SPAN.sub("", line.label.removeprefix(TITLES[line.code])).strip()
    return line.code, _TEAM_DAY.sub("", f" {about}").strip() if line.code is LineCode.TEAM_PIECE else about


@dataclass(frozen=True, slots=True)
class _Group:
    """The lines of a slip that pay one thing."""

    key: Key
    lines: Sequence[Line]

    @property
    def fen(self) -> int:
        return sum(line.amount_fen for line in self.lines)

    @property
    def quantity(self) -> int:
        return sum(line.quantity for line in self.lines)

    @property
    def units(self) -> frozenset[Unit]:
        return frozenset(line.unit for line in self.lines)

    @property
    def prices(self) -> frozenset[int]:
        return frozenset(line.price_e4 for line in self.lines)

    @property
    def unit(self) -> Unit:
        return self.lines[0].unit

    @property
    def count(self) -> str:
        return exact_text(self.quantity, UNIT_SCALE[self.unit])


def _change(fen: int) -> Said:
    return said("why_more" if fen > 0 else "why_less", amount=yuan(abs(fen)))


def _title(key: Key) -> Said:
    code, about = key
    title = said(f"line_{code}")
    return said("explain_of", title=title, about=about_words(about)) if about else title


def _reasons(old: _Group, new: _Group, this: Slip, known: Circumstances) -> Iterator[Reason]:
    code = old.key[0]
    if code in _DEDUCTIONS:
        yield _deduction(old, new, this)
    elif code is LineCode.PIECE and _countable(old, new):
        yield from _pieces(old, new)
    elif code in _ALLOWANCES and not _countable(old, new):
        yield _allowance(old, new, known)
    elif code is LineCode.TEAM_PIECE:
        yield _reason(old, new, said("why_team", item=about_words(old.key[1]), change=_change(new.fen - old.fen)))
    else:
        yield from _timed(old, new, this, known)


def _reason(old: _Group, new: _Group, words: Said) -> Reason:
    return Reason(words, new.fen - old.fen, old.key[0])


def _countable(old: _Group, new: _Group) -> bool:
    """Whether both months count one unit that can be more or less."""
    units = old.units | new.units
    return len(units) == 1 and not units & {Unit.ITEM, Unit.MONTH}


def _parted(old: _Group, new: _Group) -> tuple[int, int]:
    """The difference's part by quantity, at last month's rate, and the rest."""
    whole = new.fen - old.fen
    if old.quantity <= 0 or new.quantity <= 0 or (old.prices == new.prices and len(old.prices) == 1):
        return whole, 0
    by_count = half_up(old.fen * (new.quantity - old.quantity), old.quantity)
    return by_count, whole - by_count


# ---------------------------------------------------------------- pieces


def _pieces(old: _Group, new: _Group) -> Iterator[Reason]:
    code, item = old.key[0], about_words(old.key[1])
    by_count, by_price = _parted(old, new)
    if not old.lines:
        words = said("why_new_made", item=item, count=new.count, change=_change(by_count))
    elif not new.lines:
        words = said("why_not_made", item=item, count=old.count, change=_change(by_count))
    else:
        more = new.quantity > old.quantity
        count = exact_text(abs(new.quantity - old.quantity), UNIT_SCALE[Unit.PIECE])
        words = said("why_more_made" if more else "why_less_made", item=item, count=count, change=_change(by_count))
    yield Reason(words, by_count, code)
    if by_price:
        yield Reason(_price_words(old, new, item, by_price), by_price, code)


def _price_words(old: _Group, new: _Group, item: str | Said, fen: int) -> Said:
    if len(old.prices) == len(new.prices) == 1:
        was, now = price_text(min(old.prices)), price_text(min(new.prices))
        return said("why_price", item=item, old=was, new=now, change=_change(fen))
    return said("why_price_mixed", item=item, change=_change(fen))


# ---------------------------------------------------------------- time


def _timed(old: _Group, new: _Group, this: Slip, known: Circumstances) -> Iterator[Reason]:
    """Hours or days more or fewer, and a raise; where the two months are paid by other units, the amount alone."""
    code = old.key[0]
    if not _countable(old, new):
        yield _reason(old, new, _plain(old, new, this, known))
        return
    by_count, by_rate = _parted(old, new)
    yield Reason(_count_words(old, new, by_count, known), by_count, code)
    if by_rate:
        yield Reason(_rate_words(old, new, this, by_rate), by_rate, code)


def _count_words(old: _Group, new: _Group, fen: int, known: Circumstances) -> Said:
    code, change = old.key[0], _change(fen)
    unit = (new if new.lines else old).unit
    count = exact_text(abs(new.quantity - old.quantity), UNIT_SCALE[unit])
    more = new.quantity > old.quantity
    if code is LineCode.ABSENCE and more and known.absent:
        return said("why_more_absent", count=count, days=listed(known.absent), change=change)
    words = f"why_{'more' if more else 'less'}_{'hours' if unit is Unit.HOUR else 'days'}"
    title = said("why_attendance") if old.key == (LineCode.BASE, "") else _title(old.key)
    return said(words, title=title, count=count, change=change)


def _rate_words(old: _Group, new: _Group, this: Slip, fen: int) -> Said:
    """A raise where one rate became another; several rates in a month are only said to be others."""
    one = len(old.prices) == len(new.prices) == 1
    if one and old.key[0] in (LineCode.BASE, LineCode.OVERTIME) and this.basis is not Basis.PIECE:
        was, now = min(old.prices), min(new.prices)
        basis = said(f"explain_basis_{this.basis.name.lower()}")
        code = "why_raise" if now > was else "why_cut"
        words = said(code, basis=basis, old=price_text(was), new=price_text(now), change=_change(fen))
        return words if old.key[0] is LineCode.BASE else said("why_base", title=_title(old.key), change=words)
    return said("why_rate", title=_title(old.key), change=_change(fen))


def _plain(old: _Group, new: _Group, this: Slip, known: Circumstances) -> Said:
    change = _change(new.fen - old.fen)
    code = old.key[0]
    whole = old.units == new.units == {Unit.MONTH}
    if code is LineCode.BASE and whole:
        return _rate_words(old, new, this, new.fen - old.fen)
    if code is LineCode.BASE and this.relation in (Relation.FULL_TIME, Relation.PART_TIME):
        if known.left is not None:
            return said("why_base_left", day=known.left, title=_title(old.key), change=change)
        if known.joined is not None:
            return said("why_base_joined", day=known.joined, title=_title(old.key), change=change)
    if not old.lines:
        return said("why_given", title=_title(old.key), change=change)
    if not new.lines:
        return said("why_not_given", title=_title(old.key), change=change)
    return said("why_changed", title=_title(old.key), change=change)


def _allowance(old: _Group, new: _Group, known: Circumstances) -> Reason:
    title, change = _title(old.key), _change(new.fen - old.fen)
    if not new.lines and known.absent and any("全勤" in line.formula for line in old.lines):
        return _reason(old, new, said("why_not_given_absent", title=title, days=listed(known.absent), change=change))
    code = "why_changed" if old.lines and new.lines else "why_not_given" if old.lines else "why_given"
    return _reason(old, new, said(code, title=title, change=change))


# ---------------------------------------------------------------- deductions


def _deduction(old: _Group, new: _Group, this: Slip) -> Reason:
    """Amounts of deductions are negative: more taken is less of net."""
    fen = new.fen - old.fen
    amount = yuan(abs(fen))
    if old.key[0] is LineCode.TAX:
        code = "why_tax_more" if fen < 0 else "why_tax_less"
        return _reason(old, new, said(code, amount=amount, because=_because(old.lines, new.lines, this)))
    code = "why_taken_more" if fen < 0 else "why_taken_less"
    return _reason(old, new, said(code, title=_title(old.key), amount=amount))


def _because(old: Iterable[Line], new: Iterable[Line], this: Slip) -> Said:
    """The band, where it is another; else what tax goes by."""
    if this.tax_basis is None and this.relation in (Relation.SERVICES, Relation.HOME):
        return said("why_because_services")
    was, now = _rates(old), _rates(new)
    if was and now and was != now:
        return said("why_because_band", old=was, new=now)
    return said("why_because_year")


def _rates(lines: Iterable[Line]) -> str:
    found = [rate for line in lines for rate in _RATE.findall(line.formula)]
    return found[-1] if found else ""
