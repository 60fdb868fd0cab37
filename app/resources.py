"""Where the shipped files lie: fonts, icons, rules, bank templates, translations, readings of
characters, the manual, the sample month.

The one module that knows it.

In the tree they lie in ``resources/`` beside ``app/``; PyInstaller keeps both names in its folder and gives each frozen
module a ``__file__`` there, so the same step up finds them (shown by ``packaging/build.py``).
"""

from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[1] / "resources"


def resource_folder(name: str) -> Path:
    """The folder of one kind of shipped files: ``fonts``, ``icons``, ``i18n``, ``rules``, ``bank``, ``pinyin``,
    ``manual`` or ``demo``.
    """
    return _FOLDER / name
