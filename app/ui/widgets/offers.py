"""What a typed text may mean among things with a number and a name: by code, characters, syllables or initials."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from app.domain.pinyin import folded
from app.services.readings import findable

T = TypeVar("T")


class Offers(Generic[T]):
    """Things to choose from; ``words`` are what stands in the field once one is chosen."""

    def __init__(
        self, things: Sequence[T], number: Callable[[T], str], name: Callable[[T], str], words: Callable[[T], str]
    ) -> None:
        self.all = tuple(things)
        self._numbers = tuple(folded(number(one)) for one in self.all)
        self._names = findable((number(one), name(one)) for one in self.all)
        self._words = words

    def find(self, text: str) -> list[tuple[T, str]]:
        """What a text may mean, the likeliest first; the chosen one alone where its words stand as they are."""
        wanted = folded(text)
        written = [one for one in self.all if folded(self._words(one)) == wanted]
        places = self._names.find(text)
        within = [at for at, number in enumerate(self._numbers) if wanted in number and at not in set(places)]
        return [(one, self._words(one)) for one in written or [self.all[at] for at in (*places, *within)]]
