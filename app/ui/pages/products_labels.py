"""Labels to be printed: which paper, how many, from which place of a page begun; then the preview."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.papers.labels import LABEL_PAPERS, Label, LabelPaper, LabelsData, check_printing
from app.domain.refusal import Refusal
from app.services.products import ProductRow
from app.ui.desk import Desk
from app.ui.theme.tokens import GRID
from app.ui.widgets.form import Field, FieldForm, Kind
from app.ui.widgets.parts import button, label
from app.ui.widgets.preview import PaperPreview
from app.ui.widgets.record_sheet import field_notes
from app.ui.words import translate

_SHOWN = 8


class LabelsForm(QWidget):
    """What is asked before labels are shown; nothing is written, so nothing is lost by leaving it."""

    def __init__(self, desk: Desk, rows: Sequence[ProductRow]) -> None:
        super().__init__()
        self._desk, self._rows = desk, tuple(rows)
        self.preview: PaperPreview | None = None
        self.fields = FieldForm(label_fields())
        self.fields.show_values({"paper": LABEL_PAPERS[0], "by_stock": False, "copies": 1, "start": 1})
        self.fields.entered.connect(lambda _: self.show_preview())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addWidget(label(_which(self._rows), wraps=True))
        column.addWidget(self.fields)
        words = translate("Labels", "二维码里是工坊、货号、名称、售价和校验码，手机一扫就能看到。")
        column.addWidget(label(words, "small", wraps=True))
        column.addWidget(button(translate("Labels", "预览和打印"), self.show_preview, "primary", name="preview-labels"))
        column.addStretch(1)

    def begin(self) -> None:
        """Give the keyboard to the number of labels."""
        self.fields.editors["copies"].setFocus()

    def show_preview(self) -> None:
        """Lay the labels out and show them as they will be printed; what forbids it is said at its field."""
        values = self.fields.values()
        if values is None:
            return
        try:
            data = labels_data(self._desk, self._rows, values)
        except Refusal as fault:
            self.fields.show_notes(field_notes(fault, self._desk.lang))
            return
        self.fields.show_notes([])
        self.preview = PaperPreview(self._desk, data, self)
        self.preview.open()


def label_fields() -> list[Field]:
    """Paper, how many, where to begin."""
    papers = tuple((paper, paper_words(paper)) for paper in LABEL_PAPERS)
    by_stock = ((False, translate("Labels", "每种同样张数")), (True, translate("Labels", "按现存数，一件一张")))
    return [
        Field("paper", translate("Labels", "标签纸"), Kind.CHOICE, papers),
        Field("by_stock", translate("Labels", "数量"), Kind.CHOICE, by_stock),
        Field("copies", translate("Labels", "每种张数"), Kind.NUMBER),
        Field("start", translate("Labels", "从第几格起"), Kind.NUMBER),
    ]


def labels_data(desk: Desk, rows: Sequence[ProductRow], values: dict[str, object]) -> LabelsData:
    """The labels the fields ask for; refuses ``label_size_empty``, ``label_copies_wrong``, ``label_start_wrong``."""
    paper, copies, start = values["paper"], values["copies"], values["start"]
    if not isinstance(paper, LabelPaper):
        raise Refusal("label_size_empty", column="paper")
    count = copies if isinstance(copies, int) else 0
    numbers = [max(row.stock_milli, 0) // 1000 if values["by_stock"] else max(count, 0) for row in rows]
    begin = start if isinstance(start, int) else 1
    check_printing(sum(numbers), begin, paper)
    labels = [made for row, number in zip(rows, numbers, strict=True) for made in [label_of(row)] * number]
    return LabelsData(desk.workshop.name, desk.ctx.today().isoformat(), tuple(labels), paper, begin)


def label_of(row: ProductRow) -> Label:
    """What stands on a product's label."""
    return Label(row.code, row.name, row.project, row.unit, row.price_fen)


def paper_words(paper: LabelPaper) -> str:
    """A paper in words: 70×37 毫米，A4 一张 24 个."""
    size = f"{paper.width / 100:g}×{paper.height / 100:g}"
    if paper.cut:
        words = translate("Labels", "普通 A4 纸，{count} 个，有裁切线（{size} 毫米）")
    elif paper.count > 1:
        words = translate("Labels", "A4 不干胶，{count} 个（{size} 毫米）")
    else:
        words = translate("Labels", "卷筒标签，一页一个（{size} 毫米）")
    return words.format(count=paper.count, size=size)


def _which(rows: Sequence[ProductRow]) -> str:
    """The products in words; many are named in part."""
    names = translate("Labels", "、").join(row.name for row in rows[:_SHOWN])
    if len(rows) > _SHOWN:
        return translate("Labels", "{count} 种产品：{names} 等").format(count=len(rows), names=names)
    return translate("Labels", "{count} 种产品：{names}").format(count=len(rows), names=names)
