"""The manual in a window of its own: contents and search at the left, the chapter at the right; no network."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QKeySequence, QPalette, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.resources import resource_folder
from app.ui.help_chapters import Chapter, find_chapters, read_manual
from app.ui.help_dress import dress
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import label
from app.ui.words import translate

_KEY = Qt.ItemDataRole.UserRole
_LIST_WIDTH = 272


class _Reader(QTextBrowser):
    """Shows what it is given and the manual's own pictures, as wide as it is; fetches nothing from elsewhere."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self._lang = lang

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture of the manual by its name, sharp on this screen; None for all else."""
        picture = read_picture(self._lang, QUrl(name).toString())
        if kind != QTextDocument.ResourceType.ImageResource.value or picture.isNull():
            return None
        wide = self.viewport().width() - 2 * int(self.document().documentMargin()) - self.verticalScrollBar().width()
        sharp = self.devicePixelRatioF()
        drawn = picture.scaledToWidth(round(max(wide, _LIST_WIDTH) * sharp), Qt.TransformationMode.SmoothTransformation)
        drawn.setDevicePixelRatio(sharp)
        return drawn


class HelpWindow(QWidget):
    """The chapters of one language. Typing in the search shows the chapters that hold all the words, marked there."""

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.lang = lang
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(translate("Help", "工坊账本 · 使用说明"))
        self.resize(980, 680)
        self.chapters = {chapter.key: chapter for chapter in read_manual(lang)}
        self.search = QLineEdit()
        self.search.setObjectName("help-search")
        self.search.setPlaceholderText(translate("Help", "在说明里查找 Ctrl+F"))
        self.search.setAccessibleName(translate("Help", "在说明里查找"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._next_place)
        self.contents = QListWidget()
        self.contents.setObjectName("contents")
        self.contents.setWordWrap(True)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.setAccessibleName(translate("Help", "目录"))
        self.contents.currentItemChanged.connect(self._turned)
        self.none = label(translate("Help", "没有找到。换一个词，或清空查找框。"), "secondary", wraps=True)
        self.none.hide()
        self.reader = _Reader(lang)
        self.reader.setObjectName("chapter")
        self.reader.setAccessibleName(translate("Help", "说明"))
        self.reader.setOpenLinks(False)
        self.reader.anchorClicked.connect(lambda url: self.show_chapter(url.fileName().removesuffix(".md")))
        self.reader.document().setDocumentMargin(GRID * 6)
        self._lay_out()
        for keys, act in (("Ctrl+F", self.search.setFocus), ("Esc", self._escape)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self._fill(tuple(self.chapters.values()))

    @property
    def shown(self) -> str:
        """The key of the chapter that is open, "" where none is."""
        at = self.contents.currentRow()
        return str(self.contents.item(at).data(_KEY)) if at >= 0 else ""

    def show_chapter(self, key: str) -> None:
        """Open a chapter; one that is not in the manual leaves the present one."""
        if key in self.chapters:
            self.search.clear()
            self._mark(key)

    def _lay_out(self) -> None:
        whole = QHBoxLayout(self)
        whole.setContentsMargins(GRID * 4, GRID * 4, GRID * 4, GRID * 4)
        whole.setSpacing(GRID * 4)
        side = QVBoxLayout()
        side.setSpacing(GRID * 2)
        side.addWidget(self.search)
        side.addWidget(self.none)
        side.addWidget(self.contents, 1)
        self.search.setFixedWidth(_LIST_WIDTH)
        self.contents.setFixedWidth(_LIST_WIDTH)
        whole.addLayout(side)
        whole.addWidget(self.reader, 1)

    def _fill(self, chapters: tuple[Chapter, ...]) -> None:
        before = self.shown
        self.contents.clear()
        for chapter in chapters:
            item = QListWidgetItem(chapter.title)
            item.setData(_KEY, chapter.key)
            self.contents.addItem(item)
        self.none.setVisible(not chapters)
        if chapters:
            self._mark(before if before in {chapter.key for chapter in chapters} else chapters[0].key)

    def _mark(self, key: str) -> None:
        for at in range(self.contents.count()):
            if self.contents.item(at).data(_KEY) == key:
                self.contents.setCurrentRow(at)

    def _turned(self, item: QListWidgetItem | None, _: object = None) -> None:
        if item is None:
            self.reader.clear()
            return
        features = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
        self.reader.document().setMarkdown(self.chapters[str(item.data(_KEY))].text, features)
        self.reader.document().setDefaultFont(self.reader.font())
        dress(self.reader.document(), self.palette().color(QPalette.ColorRole.PlaceholderText))
        self.reader.moveCursor(QTextCursor.MoveOperation.Start)
        self._next_place()

    def _find(self, text: str) -> None:
        self._fill(find_chapters(tuple(self.chapters.values()), text))
        self._next_place()

    def _next_place(self) -> None:
        """Mark the next place of the first word looked for, from the top again after the last."""
        words = self.search.text().split()
        if words and not self.reader.find(words[0]):
            self.reader.moveCursor(QTextCursor.MoveOperation.Start)
            self.reader.find(words[0])

    def _escape(self) -> None:
        if self.search.text():
            self.search.clear()
        else:
            self.close()


def read_picture(lang: str, name: str) -> QImage:
    """A picture of a language's chapters by its plain name; a null one where there is none of that name."""
    shipped = {path.name: path for path in (resource_folder("manual") / "pictures" / lang).glob("*.png")}
    return QImage(str(shipped[name])) if name in shipped else QImage()


def open_help(window: QWidget, key: str, lang: str) -> HelpWindow:
    """The manual of a window at a chapter: the one already open is used again."""
    found = [made for made in window.findChildren(HelpWindow) if made.lang == lang]
    made = found[0] if found else HelpWindow(lang, window)
    made.show_chapter(key)
    made.show()
    made.raise_()
    made.activateWindow()
    made.reader.setFocus()
    return made
