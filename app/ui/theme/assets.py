"""The folders of shipped files the window uses."""

from app.resources import resource_folder

FONT_FOLDER = resource_folder("fonts")
ICON_FOLDER = resource_folder("icons")
I18N_FOLDER = resource_folder("i18n")
