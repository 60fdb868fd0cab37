"""The rule packs in force for a workshop: those shipped with the program and those its county sent (DESIGN 4)."""

from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.rulepack import RulePack
from app.domain.rulepack_reader import parse_pack
from app.models.workshop import RulePackRow
from app.resources import resource_folder

RULES_FOLDER = resource_folder("rules")


@cache
def shipped_packs() -> tuple[RulePack, ...]:
    """The packs that came with the program, read once."""
    return tuple(parse_pack(path.read_text(encoding="utf-8")) for path in sorted(RULES_FOLDER.glob("*.json")))


def load_packs(session: Session, workshop_id: int) -> tuple[RulePack, ...]:
    """Every pack known to a workshop; which one is in force on a day, ``app.domain.rulepack.pack_on`` says."""
    rows = session.scalars(
        select(RulePackRow.content).where(RulePackRow.workshop_id == workshop_id, RulePackRow.deleted == 0)
    )
    return shipped_packs() + tuple(parse_pack(content) for content in rows)
