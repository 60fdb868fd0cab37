"""Where the window's shipped files lie: fonts, icons and translations, also in the frozen program."""

from app.resources import resource_folder

FONT_FOLDER = resource_folder("fonts")
ICON_FOLDER = resource_folder("icons")
I18N_FOLDER = resource_folder("i18n")
