"""Bank templates: those shipped with the program (read-only, copied to be edited) and a workshop's own."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.bank_template import BankTemplate, parse_template, require_template, template_text
from app.domain.messages import render as message
from app.domain.refusal import Refusal, file_refusal
from app.models import payment
from app.models.database import new_ids
from app.resources import resource_folder
from app.services.context import Context
from app.services.writing import write_whole

BANK_FOLDER = resource_folder("bank")
PRESETS = ("csv-utf8", "txt-gb18030", "fixed-80", "csv-fen", "xlsx")
_MOST_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A template as lists show it: a preset by its ``key``, an own one by its ``template_id``.

    ``template`` is None where this program cannot read it (made by a newer one, say).
    """

    key: str
    name: str
    template: BankTemplate | None
    template_id: int | None = None

    @property
    def is_preset(self) -> bool:
        """Whether it came with the program."""
        return self.template_id is None

    def title(self, lang: str = "zh_CN") -> str:
        """What it is called: a preset in the user's language, an own one as its maker named it."""
        return message(f"bank_preset_{self.key.replace('-', '_')}", {}, lang) if self.is_preset else self.name


@cache
def presets() -> tuple[TemplateRow, ...]:
    """The templates that came with the program, called by form: no bank's own format is claimed."""
    texts = [(key, (BANK_FOLDER / f"{key}.json").read_text(encoding="utf-8")) for key in PRESETS]
    templates = [(key, parse_template(text)) for key, text in texts]
    return tuple(TemplateRow(key, template.name, template) for key, template in templates)


def templates(ctx: Context, workshop_id: int) -> tuple[TemplateRow, ...]:
    """The workshop's own templates by name, then the presets."""
    with ctx.database.read() as session:
        return (*_own(session, workshop_id), *presets())


def find_template(ctx: Context, workshop_id: int, name: str | None) -> BankTemplate:
    """The template of a name (own, or a preset's key or title); without a name the first own one, else the CSV preset.

    Refuses ``bank_template_missing`` and ``bank_template_unreadable``.
    """
    rows = templates(ctx, workshop_id)
    if name is None:
        return next(row.template for row in rows if row.template is not None)
    for row in rows:
        if name in {row.key, row.title("zh_CN"), row.title("en")}:
            if row.template is None:
                raise Refusal("bank_template_unreadable", where=row.name)
            return row.template
    raise Refusal("bank_template_missing", name=name)


def save_template(
    ctx: Context, workshop_id: int, template: BankTemplate, template_id: int | None = None
) -> TemplateRow:
    """Save a new template, or an own one changed (renamed too).

    Refuses what ``check_template`` finds, ``bank_template_name_taken`` and ``bank_template_missing``.
    """
    kept = replace(template, name=template.name.strip())
    require_template(kept)
    with ctx.database.write(ctx.user, "bank_template.save") as session:
        _require_free(session, workshop_id, kept.name, template_id)
        if template_id is None:
            row = payment.BankTemplate(workshop_id=workshop_id, id=new_ids(session, 1)[0])
            session.add(row)
        else:
            row = _get(session, workshop_id, template_id)
        row.name, row.content = kept.name, template_text(kept)
        session.flush()
        return _row(row.id, row.name, row.content)


def rename_template(ctx: Context, workshop_id: int, template_id: int, name: str) -> TemplateRow:
    """Give an own template another name; refuses as ``save_template`` does."""
    with ctx.database.read() as session:
        row = _get(session, workshop_id, template_id)
        template = parse_template(row.content)
    return save_template(ctx, workshop_id, replace(template, name=name), template_id)


def delete_template(ctx: Context, workshop_id: int, template_id: int) -> None:
    """Take an own template away (a delete mark; the journal keeps it). Refuses ``bank_template_missing``."""
    with ctx.database.write(ctx.user, "bank_template.delete") as session:
        _get(session, workshop_id, template_id).deleted = 1


def export_template(template: BankTemplate, path: Path) -> Path:
    """Write a template as a JSON file another workshop can import; refuses as ``write_whole`` does."""
    return write_whole(path, template_text(template).encode())


def import_template(ctx: Context, workshop_id: int, path: Path) -> TemplateRow:
    """Save a template from a JSON file; where its name is taken, a number is added to it.

    Refuses ``file_missing``, ``bank_template_unreadable`` and what ``save_template`` does.
    """
    template = parse_template(_text_of(path))
    with ctx.database.read() as session:
        taken = _names(session, workshop_id)
    name, number = template.name.strip(), 2
    while name in taken:
        name, number = f"{template.name.strip()} {number}", number + 1
    return save_template(ctx, workshop_id, replace(template, name=name))


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise file_refusal(error, path) from error
    try:
        if len(content) > _MOST_BYTES:
            raise ValueError(f"> {_MOST_BYTES}")  # noqa: TRY301  one way out for every fault of the file
        return content.decode("utf-8-sig")
    except ValueError as fault:
        raise Refusal("bank_template_unreadable", where=f"{path.name}: {type(fault).__name__}") from fault


def _own(session: Session, workshop_id: int) -> tuple[TemplateRow, ...]:
    table = payment.BankTemplate
    rows = session.execute(
        select(table.id, table.name, table.content)
        .where(table.workshop_id == workshop_id, table.deleted == 0)
        .order_by(table.name, table.id)
    )
    return tuple(_row(*row) for row in rows)


def _row(template_id: int, name: str, content: str) -> TemplateRow:
    try:
        template = replace(parse_template(content), name=name)
    except Refusal:
        template = None
    return TemplateRow(name, name, template, template_id)


def _names(session: Session, workshop_id: int) -> set[str]:
    """Every name that would be mistaken for a template there is."""
    shipped = {name for row in presets() for name in (row.key, row.title("zh_CN"), row.title("en"))}
    return shipped | {row.name for row in _own(session, workshop_id)}


def _require_free(session: Session, workshop_id: int, name: str, template_id: int | None) -> None:
    own = {row.name for row in _own(session, workshop_id) if row.template_id == template_id}
    if name in _names(session, workshop_id) - own:
        raise Refusal("bank_template_name_taken", name=name)


def _get(session: Session, workshop_id: int, template_id: int) -> payment.BankTemplate:
    row = session.get(payment.BankTemplate, (workshop_id, template_id))
    if row is None or row.deleted:
        raise Refusal("bank_template_missing", name=str(template_id))
    return row
