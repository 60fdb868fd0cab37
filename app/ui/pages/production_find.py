"""Whom and what a text means on the production page: one worker or a team by numbers, a product's process by code."""

from collections.abc import Sequence
from datetime import date

from app.domain.pinyin import folded
from app.domain.production_check import name_parts
from app.services.production_choices import ItemChoice, WorkerChoice
from app.services.production_entries import item_title
from app.services.readings import findable
from app.ui.widgets.offers import Offers
from app.ui.words import translate

Team = tuple[WorkerChoice, ...]


class Workers:
    """The workers employed on a day, found by number, name, syllables or initials; several after commas."""

    def __init__(self, workers: Sequence[WorkerChoice]) -> None:
        self.all = tuple(workers)
        self._names = findable((one.no, one.name) for one in self.all)

    def offers(self, text: str, day: date) -> list[tuple[Team, str]]:
        """What a text may mean, the likeliest first: the last name of several is still being typed."""
        *before, last = name_parts(text)
        team: list[WorkerChoice] = []
        for part in before:
            one = self.sure(part, day)
            if one is None:
                return []
            team.append(one)
        if team and not last:
            return [(tuple(team), team_words(team))]
        made = [(*team, one) for one in self._fits(last, day) if one not in team]
        return [(each, team_words(each)) for each in made]

    def sure(self, text: str, day: date) -> WorkerChoice | None:
        """Whom alone a text can mean: by the whole number, as it is written, or because it fits nobody else."""
        fits = self._fits(text, day) if text else []
        wanted = folded(text)
        exact = [one for one in fits if wanted in {folded(one.no), folded(one.no).lstrip("0")}]
        for found in (exact, fits):
            if len(found) == 1:
                return found[0]
        return None

    def named(self, text: str, day: date) -> Team | str:
        """One or several workers, or the first part that means nobody."""
        team: list[WorkerChoice] = []
        for part in (part for part in name_parts(text) if part):
            one = self.sure(part, day)
            if one is None:
                return part
            team.append(one)
        return tuple(team)

    def _fits(self, text: str, day: date) -> list[WorkerChoice]:
        if not text.strip():
            return []
        there = [one for one in self.all if one.employed(day)]
        written = [one for one in there if folded(worker_words(one)) == folded(text)]
        if written:
            return written
        return [one for at in self._names.find(text) if (one := self.all[at]).employed(day)]


def items_offered(items: Sequence[ItemChoice]) -> Offers[ItemChoice]:
    """Processes with their grades, found by the product's code, characters, syllables or initials."""
    return Offers(items, lambda one: one.code, _title, item_words)


def worker_words(one: WorkerChoice) -> str:
    """03 沙马芝."""
    return f"{one.no} {one.name}".strip()


def team_words(team: Sequence[WorkerChoice]) -> str:
    """03 沙马芝、07 阿依莫."""
    return translate("Production", "、").join(map(worker_words, team))


def item_words(one: ItemChoice) -> str:
    """P001 彝绣挎包·刺绣·A."""
    return f"{one.code} {_title(one)}".strip()


def _title(one: ItemChoice) -> str:
    return item_title(one.product, one.process, one.grade)
