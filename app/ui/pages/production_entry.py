"""The line pieces are typed into: worker or team, product and process, digits and Enter; rework and scraps if any."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.domain.money import scaled
from app.domain.production_check import QUANTITIES, PieceForm, weights_of
from app.domain.refusal import Refusal
from app.domain.vocabulary import TimeKind
from app.services import production
from app.services.production import PiecesSaved
from app.services.production_choices import ItemChoice, PieceChoices
from app.ui.desk import Desk
from app.ui.pages.production_find import Team, Workers, item_words, items_offered, team_words
from app.ui.pages.production_rows import item_text, workers_text
from app.ui.pages.sales_rows import quantity
from app.ui.tables.columns import Tone
from app.ui.terms import term
from app.ui.widgets.day_field import spell_day
from app.ui.widgets.entry_line import EntryLine, LineField
from app.ui.widgets.pick_field import PickField
from app.ui.words import translate


class PieceLine(EntryLine):
    """One piece entry; day and item stay for the next. ``added`` carries the PiecesSaved."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("Production", "记下 ↵"), "pieces-save")
        self._workers, self._items = Workers(()), items_offered(())
        self.team: Team = ()
        self.item: ItemChoice | None = None
        self.day, self.weights = QLineEdit(), QLineEdit()
        self.worker_field: PickField[Team] = PickField(desk.look, self._offer_workers)
        self.item_field: PickField[ItemChoice] = PickField(desk.look, self._offer_items)
        self.quantities = {name: QLineEdit() for name in QUANTITIES}
        self.kind = QComboBox()
        self.kind.addItem(translate("Production", "按考勤"), None)
        for kind in TimeKind:
            self.kind.addItem(term(kind), kind)
        self.lay_out(self._fields())
        self._bind()

    def show_choices(self, choices: PieceChoices) -> None:
        """Offer these; what was chosen stays."""
        self._workers, self._items = Workers(choices.workers), items_offered(choices.items)
        if not self.day.text():
            self.day.setText(self._desk.ctx.today().isoformat())

    def show_day(self, day: date) -> None:
        """The day the next entry is of."""
        self.day.setText(day.isoformat())

    def begin(self) -> None:
        """To the worker; the day and the item stand."""
        self.worker_field.setFocus()

    def clear_line(self) -> None:
        """Empty the worker and the quantities; the time kind is that of the attendance again."""
        super().clear_line()
        self.team = ()
        self.kind.setCurrentIndex(0)

    def keys(self) -> str:
        """What the keys do."""
        return translate(
            "Production", "工人 ↵ 产品·工序 ↵ 数量 ↵ 记下　几个人合做写 03,07,12　Tab 到返工和废品　Esc 清空这一行"
        )

    def save(self) -> None:
        """Note the entry; what forbids it is said below the line, at the field's red edge."""
        form = self._form()
        if form is not None:
            self._desk.do("production", production.add_pieces, form, then=self._saved, failed=self.refused, owner=self)

    # ---------------------------------------------------------------- making it

    def _fields(self) -> list[LineField]:
        small = 72
        titles = {
            "good_milli": translate("Production", "合格"),
            "rework_milli": translate("Production", "返工"),
            "worker_scrap_milli": translate("Production", "工废"),
            "material_scrap_milli": translate("Production", "料废"),
        }
        self.worker_field.setPlaceholderText(translate("Production", "编号、姓名、拼音"))
        self.item_field.setPlaceholderText(translate("Production", "货号、名称、拼音"))
        self.weights.setPlaceholderText(translate("Production", "空着平分"))
        self.weights.setToolTip(translate("Production", "几个人合做时各人的比例，例如 7.5:6:4.25；空着就是平分"))
        for editor in self.quantities.values():
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        return [
            LineField("day", translate("Production", "日期"), self.day, 100, stays=True),
            LineField("workers", translate("Production", "工人"), self.worker_field),
            LineField("item", translate("Production", "产品·工序"), self.item_field, stays=True),
            *(LineField(name, titles[name], editor, small) for name, editor in self.quantities.items()),
            LineField("time_kind", translate("Production", "时段"), self.kind, 108),
            LineField("weights", translate("Production", "分摊"), self.weights, 92),
        ]

    def _bind(self) -> None:
        spell_day(self.day, self._desk.ctx.today)
        self.enters((self.day, self.worker_field))
        self.worker_field.picked.connect(self._pick_team)
        self.worker_field.missed.connect(self._worker_missed)
        self.worker_field.textEdited.connect(lambda _: self._pick_nobody())
        self.item_field.picked.connect(self._pick_item)
        self.item_field.missed.connect(self._item_missed)
        self.item_field.textEdited.connect(lambda _: self._pick_nothing())
        for editor in (*self.quantities.values(), self.weights):
            editor.returnPressed.connect(self.save)

    # ---------------------------------------------------------------- finding

    def _offer_workers(self, text: str) -> list[tuple[Team, str]]:
        return self._workers.offers(text, self.day_typed(self.day))

    def _offer_items(self, text: str) -> list[tuple[ItemChoice, str]]:
        return self._items.find(text)

    def _pick_team(self, team: Team) -> None:
        self.team = team
        self.worker_field.setText(team_words(team))
        self.say("", Tone.PLAIN)
        self.go(self.item_field)

    def _pick_item(self, item: ItemChoice) -> None:
        self.item = item
        self.item_field.setText(item_words(item))
        self.say("", Tone.PLAIN)
        self.go(self.quantities["good_milli"])

    def _pick_nobody(self) -> None:
        self.team = ()

    def _pick_nothing(self) -> None:
        self.item = None

    def _worker_missed(self, text: str) -> None:
        found = self._workers.named(text, self.day_typed(self.day))
        text = found if isinstance(found, str) else text
        code = "pieces_worker_unknown" if text.strip() else "pieces_worker_empty"
        self.fault("workers", Refusal(code, text=text[:20]).text(self._desk.lang))

    def _item_missed(self, text: str) -> None:
        code = "pieces_item_unknown" if text.strip() else "pieces_item_empty"
        self.fault("item", Refusal(code, text=text[:20]).text(self._desk.lang))

    # ---------------------------------------------------------------- reading and answering

    def _form(self) -> PieceForm | None:
        """What the line says; None where a field cannot be read, which is said."""
        if not self.team and not self._take_typed_team():
            return None
        if self.item is None:
            self._item_missed(self.item_field.text())
            return None
        try:
            day = self.read("day", self.read_day, "pieces_day_unread", None)
            made: dict[str, Any] = {
                name: self.read(name, lambda text: scaled(text, 3), "pieces_quantity_unread", 0) for name in QUANTITIES
            }
            nobody: tuple[int, ...] = ()
            weights = self.read("weights", weights_of, "pieces_weights_unread", nobody)
        except ValueError:
            return None
        kind = self.kind.currentData()
        return PieceForm(
            day=day,
            workers=tuple(one.worker_id for one in self.team),
            process_id=self.item.process_id,
            grade=self.item.grade,
            time_kind=TimeKind(kind) if kind else None,
            weights=weights,
            **made,
        )

    def _take_typed_team(self) -> bool:
        """Names typed and left by Tab are taken where they are sure."""
        text = self.worker_field.text()
        found = self._workers.named(text, self.day_typed(self.day))
        if isinstance(found, str) or not found:
            self._worker_missed(found if isinstance(found, str) else "")
            return False
        self.team = found
        return True

    def _saved(self, saved: PiecesSaved) -> None:
        row = saved.row
        words = translate("Production", "已记下：{day} {workers} {item} {quantity} 件").format(
            day=row.day, workers=workers_text(row), item=item_text(row), quantity=quantity(row.good_milli)
        )
        self.clear_line()
        notes = "　".join(note.text(self._desk.lang) for note in saved.notes)
        self.say(f"✓ {words}　{notes}".strip(), Tone.WARN if notes else Tone.GOOD)
        self.begin()
        self.added.emit(saved)
