"""Metric values and pay: a value may inform pay by a written plan, a score never does.

This is the OKR side's knowledge. What crosses of it are the words of a plan, never its threshold.
"""

from dataclasses import dataclass
from decimal import Decimal

from desktop.models.figures import figures
from desktop.models.level_words import told_level
from desktop.models.measures import measured
from desktop.models.okr import Anchors, KeyResult, Levels
from desktop.models.problems import Problem
from desktop.models.typed import is_blank


@dataclass(frozen=True, slots=True)
class PayPlan:
    """A written pay plan: its name, where it is written down, who decides by it."""

    uid: str
    name: str
    document: str
    decided_by: str


@dataclass(frozen=True, slots=True)
class PayMark:
    """What is said about the value of one key result and pay; without a plan it never touches pay.

    `threshold` is what the plan pays at, as the plan writes it ("40 % of calls", "1.2 M €"); `reason` says why it may
    stand although it is a level of the same metric.
    """

    key_result_uid: str
    plan_uid: str = ""
    threshold: str = ""
    reason: str = ""

    @property
    def never(self) -> bool:
        """Whether the value never touches pay."""
        return not self.plan_uid


@dataclass(frozen=True, slots=True)
class Disguised:
    """A threshold that pays by score under another name: `words` of it are the `level` ("target"), or a "score"."""

    words: str
    level: str


def disguised_link(result: KeyResult, threshold: str) -> Disguised | None:
    """Return what makes a plan's threshold a disguised score of this key result, None if nothing does.

    A threshold at commit, target or stretch pays for the zone, also in another unit or by its name alone ("the stretch
    level"), and so does one at an anchor of the score (0.7, 70 % of key results), whatever it is called.
    """
    return _at_a_level(result, threshold) or _by_name(result, threshold) or _at_an_anchor(result, threshold)


def check_disguise(result: KeyResult, threshold: str, reason: str) -> None:
    """Raise Problem if a threshold is a disguised score and nobody says why it may stand."""
    found = disguised_link(result, threshold)
    if found and is_blank(reason):
        raise Problem("Take another threshold, or write down why this one may stand; the reason stays visible.")


def _named(levels: Levels | None) -> tuple[tuple[str, Decimal], ...]:
    if levels is None:
        return ()
    return ("commit", levels.commit), ("target", levels.target), ("stretch", levels.stretch)


def _at_a_level(result: KeyResult, threshold: str) -> Disguised | None:
    told, elsewhere = figures(threshold, result.unit), tuple(measured(threshold, result.unit))
    for level, number in _named(result.levels):
        for figure in told:
            if number in figure.readings or (figure.share and number in {each / 100 for each in figure.readings}):
                return Disguised(figure.words, level)
        for amount in elsewhere:
            if number in amount.readings:
                return Disguised(amount.words, level)
    return None


def _by_name(result: KeyResult, threshold: str) -> Disguised | None:
    found = told_level(threshold, result.unit)
    return Disguised(found[0], found[1] if result.levels else "score") if found else None


def _at_an_anchor(result: KeyResult, threshold: str) -> Disguised | None:
    """Return a threshold that is written as a score: an anchor with its decimals."""
    if result.unit.strip() and result.unit.strip().casefold() in threshold.casefold():
        return None
    anchors = {Anchors().commit, Anchors().target}
    found = (each for each in figures(threshold) if not each.share and each.readings & anchors)
    return next((Disguised(each.words, "score") for each in found), None)
