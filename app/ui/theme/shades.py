"""Colours between two tokens, for widgets that paint themselves: made from the palette, never named."""

from app.ui.theme.tokens import contrast


def blend(ground: str, colour: str, share: float) -> str:
    """``share`` (0 … 1) of a colour laid over a ground, both ``#RRGGBB``."""
    pairs = ((int(ground[at : at + 2], 16), int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(low + (high - low) * share):02X}" for low, high in pairs)


def readable_on(ground: str, *inks: str) -> str:
    """Which of the inks stands out most on a ground."""
    return max(inks, key=lambda ink: contrast(ink, ground))
