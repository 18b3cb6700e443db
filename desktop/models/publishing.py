"""What the OKR side lets cross the bridge, and what it holds back until it is reworded.

This is the OKR side's gate: it knows scores and levels and looks for them in every wording that would cross.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop.models.bridge import MetricFact, PublishedObjective
from desktop.models.okr import (
    CheckIn,
    Cycle,
    KeyResult,
    KeyResultKind,
    Level,
    Objective,
    Reflection,
    score,
    shown_score,
)
from desktop.models.typed import shown

_TELLING = re.compile(
    r"\b(?:commit(?:ted)?|target|stretch|scor(?:es|ed|ing|e)|graded?|zone|confidence)\b"
    r"|\b\d{1,2}\s*(?:/|of|out of)\s*10\b",
    re.IGNORECASE,
)
_HARMLESS = re.compile(
    r"\b(?:target (?:audience|group|market|language)s?|(?:git|code) commits?|stretch (?:assignment|break)s?"
    r"|(?:time|comfort|delivery) zones?"
    r"|(?:nps|csat|ces|promoter|satisfaction|effort|credit|risk|lighthouse|quality|engagement|test) scores?)\b",
    re.IGNORECASE,
)
"""Terms of daily work that only look like the words of scoring."""
NUMBER = re.compile(r"\d+(?:[.,'’\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?")
PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:%|percent\b|per cent\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Held:
    """A wording that may not cross yet: where it stands, which words, and what to write instead."""

    field: str
    words: str
    instead: str


@dataclass(frozen=True, slots=True)
class KnownResult:
    """All that the OKR side knows of one key result when it publishes it."""

    key_result: KeyResult
    check_in: CheckIn | None = None
    reflection: Reflection | None = None

    @property
    def latest(self) -> CheckIn | Reflection | None:
        """What is known last; a reflection has the final word."""
        return self.reflection or self.check_in


def held_back(objective: Objective, known: KnownResult) -> tuple[Held, ...]:
    """Return every wording of this key result that gives a score, a zone or a level away (empty: all may cross)."""
    levels, scores = level_numbers(known.key_result), scores_of(known)
    found = [
        Held(field, words, _INSTEAD[field])
        for field, text in _wordings(objective, known)
        if (words := _telling(text, levels, scores))
    ]
    if not known.key_result.neutral_name.strip():
        found.append(Held("name", "", _INSTEAD["empty"]))
    if objective.level is Level.INDIVIDUAL:
        found.append(Held("objective", "", _INSTEAD["individual"]))
    return tuple(found)


def held_name(name: str, levels: Iterable[Decimal]) -> Held | None:
    """Return what a neutral name gives away beside these level numbers, None if nothing; for a name being typed."""
    words = _telling(name, frozenset(levels), frozenset())
    return Held("name", words, _INSTEAD["name"]) if words else None


def may_cross(held: Sequence[Held]) -> bool:
    """Return whether a fact may cross all the same: without its learning or source, but not without its names."""
    return all(each.field in _LEFT_OUT for each in held)


def published_objective(objective: Objective, cycle: Cycle) -> PublishedObjective:
    """Return the objective as the performance side may see it."""
    team = "" if objective.level is Level.COMPANY else objective.owner_uid
    return PublishedObjective(objective.uid, objective.title, team, cycle.name, cycle.starts_on, cycle.ends_on)


def fact_of(known: KnownResult, held: Sequence[Held]) -> MetricFact:
    """Return what crosses of one key result; a learning or source that is `held` back is left out."""
    result, latest = known.key_result, known.latest
    fact = MetricFact(
        uid=result.uid,
        objective_uid=result.objective_uid,
        name=result.neutral_name,
        start=_start(result),
        latest=_latest(result, latest.value) if latest else "",
        unit=result.unit,
        as_of=latest.as_of if latest else None,
        source=latest.source if latest else "",
        learning=known.reflection.learning if known.reflection else "",
    )
    fields = {each.field for each in held}
    return replace(
        fact,
        source="" if "source" in fields else fact.source,
        learning="" if "learning" in fields else fact.learning,
    )


_LEFT_OUT = frozenset({"learning", "source"})

_INSTEAD = {
    "objective": "Name the change people will feel, without a number that is one of the levels.",
    "name": "Name the metric alone: “Median first reply”, not “Median first reply under 4 h”.",
    "unit": "Write the unit alone, such as hours, % or euros.",
    "source": "Name the report, the system or the person alone; leave score, zone and levels out.",
    "learning": "Say what you learned about the work; leave score, zone and levels out.",
    "empty": "Give the key result a neutral name: the metric alone, without its target.",
    "individual": "Only objectives of a team or the company are shared: one person's would soon be read as a mark.",
}


def _wordings(objective: Objective, known: KnownResult) -> Iterator[tuple[str, str]]:
    yield "objective", objective.title
    yield "name", known.key_result.neutral_name
    yield "unit", known.key_result.unit
    if known.latest:
        yield "source", known.latest.source
    if known.reflection:
        yield "learning", known.reflection.learning


def _telling(text: str, levels: frozenset[Decimal], scores: frozenset[Decimal]) -> str:
    """Return the words of `text` that tell a score, zone or level, joined by commas; "" if there are none."""
    plain = _HARMLESS.sub(" ", text)
    words = [match.group() for match in _TELLING.finditer(plain)]
    words += [n.group() for n in NUMBER.finditer(plain) if readings(n.group()) & (levels | scores)]
    shares = {number * 100 for number in scores}
    words += [n.group() for n in PERCENT.finditer(plain) if readings(n.group(1)) & shares]
    return ", ".join(dict.fromkeys(words))


def level_numbers(result: KeyResult) -> frozenset[Decimal]:
    """Return the numbers of commit, target and stretch; none where a key result has no levels."""
    levels = result.levels
    return frozenset({levels.commit, levels.target, levels.stretch}) if levels else frozenset()


def scores_of(known: KnownResult) -> frozenset[Decimal]:
    """Return the score in the ways people write it; 0 and 1 alone tell nothing."""
    levels, latest = known.key_result.levels, known.latest
    if levels is None or latest is None:
        return frozenset()
    exact = score(levels, latest.value)
    return frozenset({exact, Decimal(shown_score(exact)), round(exact, 1)} - {Decimal(0), Decimal(1)})


def readings(typed: str) -> set[Decimal]:
    """Return the numbers that a typed one can mean: "1,200" is 1.2 or 1200, depending on who reads it."""
    joined = re.sub(r"['’\u00a0\u202f ]", "", typed)
    readings = {Decimal(re.sub(r"[.,]", "", joined))} if re.fullmatch(r"\d+([.,]\d{3})+", joined) else set()
    if joined.count(".") + joined.count(",") <= 1:
        readings.add(Decimal(joined.replace(",", ".")))
    elif match := re.fullmatch(r"([\d.,]+)[.,](\d+)", joined):
        readings.add(Decimal(re.sub(r"[.,]", "", match.group(1)) + "." + match.group(2)))
    return readings


def _start(result: KeyResult) -> str:
    if result.kind is KeyResultKind.METRIC:
        return shown(result.baseline)
    return "open" if result.kind is KeyResultKind.MILESTONE else "not yet measured"


def _latest(result: KeyResult, value: Decimal) -> str:
    if result.kind is KeyResultKind.MILESTONE:
        return "done" if value else "not done"
    return shown(value)
