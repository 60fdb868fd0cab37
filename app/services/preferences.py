"""How the window looks to the person of this PC: language, theme, size of letters. Known before anybody logs in."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from app.models.folder import config_folder, refusing_files, write_atomically

LANGUAGES = ("zh_CN", "en")
THEMES = ("light", "dark")
LEAST_PX, MOST_PX = 12, 20


@dataclass(frozen=True, slots=True)
class Preferences:
    """``lang`` empty: as the start of the program says; letters ``base_px`` pixels high, 12 to 20 (LOOK)."""

    lang: str = ""
    theme: str = THEMES[0]
    base_px: int = 14


def read_preferences() -> Preferences:
    """What was chosen on this PC; what is missing, damaged or of no sense is as it was first."""
    try:
        stored = json.loads(_file().read_text(encoding="utf-8"))
        given = {each.name: stored[each.name] for each in fields(Preferences) if each.name in stored}
        chosen = Preferences(**given)
    except (OSError, ValueError, TypeError):
        return Preferences()
    return chosen if _makes_sense(chosen) else Preferences()


def write_preferences(chosen: Preferences) -> None:
    """Keep a choice for the next start; refuses what the disk refuses. ValueError for what is no choice."""
    if not _makes_sense(chosen):
        raise ValueError(chosen)
    file = _file()
    with refusing_files(file, writing=True):
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, json.dumps(asdict(chosen)).encode())


def _makes_sense(chosen: Preferences) -> bool:
    sized = type(chosen.base_px) is int and LEAST_PX <= chosen.base_px <= MOST_PX
    return chosen.lang in ("", *LANGUAGES) and chosen.theme in THEMES and sized


def _file() -> Path:
    return config_folder() / "window.json"
