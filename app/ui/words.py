"""Words on the screen: Chinese in the source, English from Qt Linguist files kept complete by a test.

Every text goes through ``translate(context, text)``, never ``self.tr``: Qt takes the context of ``tr`` from the class
at run time, so that a text of a base class would not be found.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.services.preferences import LANGUAGES
from app.ui.theme.assets import I18N_FOLDER


def translate(context: str, text: str) -> str:
    """``text`` in the language in force; also the mark by which lupdate finds it."""
    return QCoreApplication.translate(context, text)


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
