"""Words on the screen: Chinese in the source, English from Qt Linguist files kept complete by a test.

Every text goes through ``translate(context, text)``, never ``self.tr``: Qt takes the context of ``tr`` from the class
at run time, so that a text of a base class would not be found.
"""

from functools import cache
from typing import Self

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.services.preferences import LANGUAGES
from app.ui.theme.assets import I18N_FOLDER


class Said(str):
    """A text in another language that knows the Chinese it was said from."""

    __slots__ = ("source",)
    source: str

    def __new__(cls, text: str, source: str) -> Self:
        made = super().__new__(cls, text)
        made.source = source
        return made


def translate(context: str, text: str) -> str:
    """``text`` in the language in force; also the mark by which lupdate finds it."""
    said = QCoreApplication.translate(context, text)
    return said if said == text else Said(said, text)


def source_of(text: str) -> str:
    """The Chinese a text was said from, the same in every language; a text nobody translated is its own."""
    return text.source if isinstance(text, Said) else text


def in_english(context: str, text: str) -> str:
    """What an English window says for a Chinese text."""
    return _english().translate(context, text) or text


@cache
def _english() -> QTranslator:
    made = QTranslator()
    made.load("gongfang_en", str(I18N_FOLDER))
    return made


class Words:
    """The translators in force. ``use`` changes the language; texts already on the screen keep theirs."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self.lang = LANGUAGES[0]

    def use(self, lang: str) -> None:
        """Speak ``zh_CN`` or ``en``; raises FileNotFoundError where a translation file is not shipped."""
        for translator in self._app.findChildren(QTranslator):
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self.lang = lang
        QLocale.setDefault(QLocale(lang))
        if lang == "en":
            self._install("gongfang_en", str(I18N_FOLDER))
        else:
            self._install(f"qtbase_{lang}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self._app)
        if not translator.load(name, folder):
            raise FileNotFoundError(f"{folder}/{name}.qm")
        self._app.installTranslator(translator)
