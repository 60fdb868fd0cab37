"""The line material moves are typed into: who, took or gave back, what, how much, Enter."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.domain.material_check import MaterialMoveForm
from app.domain.money import decimal_text, scaled
from app.domain.refusal import Refusal
from app.domain.vocabulary import MaterialMoveKind
from app.services import materials
from app.services.materials import MaterialRow
from app.services.pay_records import PaySaved
from app.services.production_choices import WorkerChoice
from app.ui.desk import Desk
from app.ui.pages.production_find import Workers, worker_words
from app.ui.tables.columns import Tone
from app.ui.terms import term
from app.ui.widgets.day_field import spell_day
from app.ui.widgets.entry_line import EntryLine, LineField
from app.ui.widgets.offers import Offers
from app.ui.widgets.pick_field import PickField
from app.ui.words import translate


class MaterialLine(EntryLine):
    """One move; day, kind and material stay for the next. ``added`` carries the PaySaved."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("Materials", "记下 ↵"), "material-save")
        self._workers = Workers(())
        self._materials = _offered(())
        self.worker: WorkerChoice | None = None
        self.material: MaterialRow | None = None
        self.day, self.quantity, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.worker_field: PickField[WorkerChoice] = PickField(desk.look, self._offer_workers)
        self.material_field: PickField[MaterialRow] = PickField(desk.look, self._offer_materials)
        self.kind = QComboBox()
        for kind in MaterialMoveKind:
            self.kind.addItem(term(kind), kind)
        self.quantity.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.worker_field.setPlaceholderText(translate("Materials", "编号、姓名、拼音"))
        self.material_field.setPlaceholderText(translate("Materials", "名称、拼音"))
        self.note.setPlaceholderText(translate("Materials", "没有就空着"))
        self.lay_out(
            [
                LineField("day", translate("Materials", "日期"), self.day, 104, stays=True),
                LineField("kind", translate("Materials", "种类"), self.kind, 110, stays=True),
                LineField("worker_id", translate("Materials", "工人"), self.worker_field),
                LineField("material_id", translate("Materials", "原料"), self.material_field, stays=True),
                LineField("quantity_milli", translate("Materials", "数量"), self.quantity, 88),
                LineField("note", translate("Materials", "备注"), self.note, 180),
            ]
        )
        self._bind()

    def show_workers(self, workers: tuple[WorkerChoice, ...]) -> None:
        """Offer these workers; what was chosen stays."""
        self._workers = Workers(workers)
        if not self.day.text():
            self.day.setText(self._desk.ctx.today().isoformat())

    def show_materials(self, rows: tuple[MaterialRow, ...]) -> None:
        """Offer these materials."""
        self._materials = _offered(rows)
        if self.material is not None and self.material.material_id not in {row.material_id for row in rows}:
            self.material = None
            self.material_field.clear()

    def begin(self) -> None:
        """To the worker; day, kind and material stand."""
        self.worker_field.setFocus()

    def clear_line(self) -> None:
        """Empty the worker, the quantity and the note."""
        super().clear_line()
        self.worker = None

    def keys(self) -> str:
        """What the keys do."""
        return translate("Materials", "工人 ↵ 原料 ↵ 数量 ↵ 记下　领走选领料，交回选退料，做活用掉选耗用　Esc 清空")

    def save(self) -> None:
        """Note the move; what forbids it is said below the line, at the field's red edge."""
        form = self._form()
        if form is not None:
            self._desk.do(
                "materials", materials.save_material_move, form, then=self._saved, failed=self.refused, owner=self
            )

    # ---------------------------------------------------------------- finding

    def _bind(self) -> None:
        spell_day(self.day, self._desk.ctx.today)
        self.enters((self.day, self.kind))
        self.worker_field.picked.connect(self._pick_worker)
        self.worker_field.missed.connect(self._worker_missed)
        self.worker_field.textEdited.connect(lambda _: self._pick_nobody())
        self.material_field.picked.connect(self._pick_material)
        self.material_field.missed.connect(self._material_missed)
        self.material_field.textEdited.connect(lambda _: self._pick_nothing())
        self.quantity.returnPressed.connect(self.save)
        self.note.returnPressed.connect(self.save)

    def _offer_workers(self, text: str) -> list[tuple[WorkerChoice, str]]:
        return [
            (team[0], words) for team, words in self._workers.offers(text, self.day_typed(self.day)) if len(team) == 1
        ]

    def _offer_materials(self, text: str) -> list[tuple[MaterialRow, str]]:
        return self._materials.find(text)

    def _pick_worker(self, worker: WorkerChoice) -> None:
        self.worker = worker
        self.say("", Tone.PLAIN)
        self.go(self.material_field)

    def _pick_material(self, material: MaterialRow) -> None:
        self.material = material
        self.say("", Tone.PLAIN)
        self.go(self.quantity)

    def _pick_nobody(self) -> None:
        self.worker = None

    def _pick_nothing(self) -> None:
        self.material = None

    def _worker_missed(self, text: str) -> None:
        code = "pieces_worker_unknown" if text.strip() else "pieces_worker_empty"
        self.fault("worker_id", Refusal(code, text=text[:20]).text(self._desk.lang))

    def _material_missed(self, text: str) -> None:
        code = "material_unknown" if text.strip() else "material_empty"
        self.fault("material_id", Refusal(code, text=text[:20]).text(self._desk.lang))

    # ---------------------------------------------------------------- reading and answering

    def _form(self) -> MaterialMoveForm | None:
        """What the line says; None where a field cannot be read, which is said."""
        if self.worker is None:
            self._worker_missed(self.worker_field.text())
            return None
        if self.material is None:
            self._material_missed(self.material_field.text())
            return None
        try:
            day = self.read("day", self.read_day, "pieces_day_unread", None)
            quantity = self.read("quantity_milli", lambda text: scaled(text, 3), "pieces_quantity_unread", None)
        except ValueError:
            return None
        kind = MaterialMoveKind(self.kind.currentData())
        return MaterialMoveForm(day, self.worker.worker_id, self.material.material_id, kind, quantity, self.note.text())

    def _saved(self, saved: PaySaved) -> None:
        worker, material = self.worker, self.material
        words = ""
        if worker is not None and material is not None:
            words = translate("Materials", "已记下：{worker} {kind} {material} {quantity}").format(
                worker=worker_words(worker),
                kind=self.kind.currentText(),
                material=material.name,
                quantity=f"{decimal_text(scaled(self.quantity.text(), 3), 3)} {term(material.unit)}",
            )
        self.clear_line()
        notes = "　".join(note.text(self._desk.lang) for note in saved.notes)
        self.say(f"✓ {words}　{notes}".strip(), Tone.WARN if notes else Tone.GOOD)
        self.begin()
        self.added.emit(saved)


def material_words(row: MaterialRow) -> str:
    """绣线（卷）."""
    return translate("Materials", "{name}（{unit}）").format(name=row.name, unit=term(row.unit))


def _offered(rows: Sequence[MaterialRow]) -> Offers[MaterialRow]:
    return Offers(rows, lambda _: "", lambda row: row.name, material_words)
