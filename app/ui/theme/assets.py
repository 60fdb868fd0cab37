"""Where the shipped files lie: fonts, icons and translations under ``resources/``, also in the frozen program."""

from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
FONT_FOLDER = RESOURCES / "fonts"
ICON_FOLDER = RESOURCES / "icons"
I18N_FOLDER = RESOURCES / "i18n"
