"""What the OKR side lets cross the bridge, and what it holds back until it is reworded.

This is the OKR side's gate: it knows scores and levels and looks for them in every wording that would cross: in
digits of any script, as number words, fractions, per cent or thousands, with letters that only look Latin, and for the
words of scoring in English, German and Italian.

What it does not see: numbers described instead of named ("twice what we began with", "seven in ten customers"),
number words above a hundred in one word chain ("one hundred and twenty") or of other languages, Roman numerals, powers
of ten ("1.2e6"), digits with spaces around the point, colours outside a verdict ("a red quarter"), plain judgements
("we fell short"), and numbers of key results below other objectives. Whoever shares a key result reads the words that
cross first, for that reason.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop.models.bridge import MetricFact, PublishedObjective
from desktop.models.figures import NUMBER, Figure, figures, is_unit, plain, readings
from desktop.models.okr import (
    CheckIn,
    Cycle,
    Decision,
    KeyResult,
    KeyResultKind,
    Level,
    Objective,
    Reflection,
    score,
    shown_score,
)
from desktop.models.pay import PayMark, PayPlan
from desktop.models.typed import shown

_TELLING = re.compile(
    r"\b(?:commit(?:ted)?|targets?|stretch|scor(?:es|ed|ing|e)|grad(?:e[ds]?|ing)|zones?|confidence|thresholds?"
    r"|ziel(?:e[ns]?|s)?|zielwert(?:e[ns]?|s)?|zielmarken?|zielerreichung(?:en)?|schwellenwert(?:e[ns]?|s)?"
    r"|punktzahl(?:en)?|punktestand|konfidenz|zuversicht|obiettiv[oi]|punteggi[o]?|soglia|soglie|valutazione finale)\b"
    r"|\b\d{1,2}\s*(?:[/∕]|of|out of|von|su)\s*(?:10|ten|zehn|dieci)\b"
    r"|\b(?:is|was|were|went|turned|stayed|ended|finished|ist|war|blieb|wurde|è|era|rimast[oa])\s+(?:up\s+)?"
    r"(?:in\s+|on\s+|auf\s+|im\s+)?(?:the\s+)?(?:red|amber|yellow|green|rote?n?|gelbe?n?|grüne?n?|ross[oa]|giall[oa]|verde)"
    r"(?=\s*(?:[.,;:!?)]|$|at\b|by\b|in\b|and\b|und\b|am\b))"
    r"|\b(?:red|amber|yellow|green) (?:status|light)\b|[🔴🟠🟡🟢]",
    re.IGNORECASE,
)
_HARMLESS = re.compile(
    r"\b(?:target (?:audience|group|market|language)s?|(?:git|code) commits?|stretch (?:assignment|break)s?"
    r"|(?:time|comfort|delivery) zones?"
    r"|(?:nps|csat|ces|promoter|satisfaction|effort|credit|risk|lighthouse|quality|engagement|test) scores?)\b",
    re.IGNORECASE,
)
"""Terms of daily work that only look like the words of scoring."""
_LOOKS_LIKE = str.maketrans("01345@$", "oleasas")
_MIXED = re.compile(r"\b(?=\w*[^\W\d_])(?=[\w@$]*[01345@$])[\w@$]{4,}")
_CENT = r"\s*-?(?:%|pct\b|per[ -]?cent\b|prozent\b|per ?cento\b)"
PERCENT = re.compile(rf"(?<!\d)(\d+(?:[.,]\d+)?){_CENT}", re.IGNORECASE)
WORDED_PERCENT = re.compile(rf"\b[^\W\d_]+(?:[ -][^\W\d_]+)?{_CENT}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Held:
    """A wording that may not cross yet: where it stands, which words, and what to write instead.

    `of` is the name of the key result it stands in, "" for the one that was asked about.
    """

    field: str
    words: str
    instead: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class KnownResult:
    """All that the OKR side knows of one key result when it publishes it; `before` is what was known earlier."""

    key_result: KeyResult
    check_in: CheckIn | None = None
    reflection: Reflection | None = None
    pay: PayMark | None = None
    plan: PayPlan | None = None
    before: tuple[CheckIn | Reflection, ...] = ()

    @property
    def latest(self) -> CheckIn | Reflection | None:
        """What is known last; a reflection has the final word."""
        return self.reflection or self.check_in


def held_back(
    objective: Objective, known: KnownResult, others: Sequence[KnownResult] = (), cycle: str = ""
) -> tuple[Held, ...]:
    """Return every wording of this key result that gives a score, a zone or a level away (empty: all may cross).

    `others` are the key results below the same objective, shared or not: what crosses tells nothing of theirs either.
    `cycle` is the name of the cycle.
    """
    texts = ((field, text, _told(field, text, known, others)) for field, text in _wordings(objective, known))
    found = [Held(field, words, _INSTEAD[field]) for field, _text, words in texts if words]
    if words := _joined(_of_another(cycle, each, frozenset()) for each in (known, *others)):
        found.append(Held("cycle", words, _INSTEAD["cycle"]))
    if not known.key_result.neutral_name.strip():
        found.append(Held("name", "", _INSTEAD["empty"]))
    if objective.level is Level.INDIVIDUAL:
        found.append(Held("objective", "", _INSTEAD["individual"]))
    return tuple(found)


def held_words(
    field: str, text: str, unit: str, levels: Iterable[Decimal], scores: Iterable[Decimal] = ()
) -> Held | None:
    """Return what a wording that is being typed gives away beside these levels and scores, None if nothing.

    `field` is "name", "objective" or "learning".
    """
    words = _telling(text, unit, frozenset(levels), frozenset(scores))
    return Held(field, words, _INSTEAD[field]) if words else None


def may_cross(held: Sequence[Held]) -> bool:
    """Return whether a fact may cross all the same: without learning, source or cycle, but not without its names."""
    return all(each.field in _LEFT_OUT for each in held)


def published_objective(objective: Objective, cycle: Cycle, held: Sequence[Held] = ()) -> PublishedObjective:
    """Return the objective as the performance side may see it; a cycle whose name is `held` back has only its days."""
    team = "" if objective.level is Level.COMPANY else objective.owner_uid
    days = f"{cycle.starts_on.isoformat()} – {cycle.ends_on.isoformat()}"
    name = days if any(each.field == "cycle" for each in held) else cycle.name
    return PublishedObjective(objective.uid, objective.title, team, name, cycle.starts_on, cycle.ends_on)


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
        dropped=known.reflection is not None and known.reflection.decision is Decision.REMOVE,
    )
    fact, fields = _with_pay(fact, known), {each.field for each in held}
    return replace(
        fact,
        source="" if "source" in fields else fact.source,
        learning="" if "learning" in fields else fact.learning,
    )


def _with_pay(fact: MetricFact, known: KnownResult) -> MetricFact:
    if known.pay is None or known.plan is None:
        return replace(fact, never_pay=known.pay is not None and known.pay.never)
    plan = known.plan
    return replace(fact, pay_plan=plan.name, pay_document=plan.document, pay_decided_by=plan.decided_by)


_LEFT_OUT = frozenset({"learning", "source", "cycle"})

_INSTEAD = {
    "objective": "Name the change people will feel, without a number that is one of the levels.",
    "name": "Name the metric alone: “Median first reply”, not “Median first reply under 4 h”.",
    "unit": "Write the unit alone, such as hours, % or euros.",
    "source": "Name the report, the system or the person alone; leave score, zone and levels out.",
    "pay": "Name the pay plan, its document and who decides, without score, zone, level or threshold.",
    "learning": "Say what you learned about the work; leave score, zone and levels out.",
    "cycle": "The performance side sees the days of the cycle in place of its name.",
    "empty": "Give the key result a neutral name: the metric alone, without its target.",
    "individual": "Only objectives of a team or the company are shared: one person's would soon be read as a mark.",
}


def _wordings(objective: Objective, known: KnownResult) -> Iterator[tuple[str, str]]:
    yield "objective", objective.title
    yield "name", known.key_result.neutral_name
    yield "unit", known.key_result.unit
    if known.latest:
        yield "source", known.latest.source
    if known.plan:
        yield "pay", "\n".join((known.plan.name, known.plan.document, known.plan.decided_by))
    if known.reflection:
        yield "learning", known.reflection.learning


def _told(field: str, text: str, known: KnownResult, others: Sequence[KnownResult]) -> str:
    """Return the words of one wording that tell something of this key result or of the others, "" if there are none."""
    own = _of_one(text, known, known.key_result.unit if field != "unit" else "")
    if field == "objective":
        return _joined((own, *(_of_one(text, each, each.key_result.unit) for each in others)))
    values = _values(known)
    return _joined((own, *(_of_another(text, each, values) for each in others)))


def _of_one(text: str, known: KnownResult, unit: str) -> str:
    return _telling(text, unit, level_numbers(known.key_result), scores_of(known))


def _of_another(text: str, other: KnownResult, values: frozenset[Decimal]) -> str:
    """Return the words of a text that tell something of another key result than the one it is about.

    A level counts only with its unit behind it: a bare number is one of many. What is also one of `values` is a value.
    """
    unit = other.key_result.unit
    read = plain(text, unit)
    named = [match.group() for match in NUMBER.finditer(read) if is_unit(read[match.end() :], unit)]
    beside = {number for words in named for number in readings(words)}
    shares = {each / 100 for each in values}
    levels = level_numbers(other.key_result) & beside
    return _telling(text, unit, levels - values, scores_of(other) - values - shares)


def _values(known: KnownResult) -> frozenset[Decimal]:
    known_once = (known.check_in, known.reflection, *known.before)
    return frozenset({each.value for each in known_once if each} | {known.key_result.baseline or Decimal(0)})


def _joined(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(part for each in words if each for part in each.split(", ")))


def _telling(text: str, unit: str, levels: frozenset[Decimal], scores: frozenset[Decimal]) -> str:
    """Return the words of `text` that tell a score, zone or level, joined by commas; "" if there are none."""
    read = _HARMLESS.sub(" ", plain(text, unit))
    words = [match.group() for match in _TELLING.finditer(read)]
    words += [match.group() for match in _MIXED.finditer(read) if _TELLING.search(_unmixed(match.group()))]
    words += [each.words for each in figures(_HARMLESS.sub(" ", text), unit) if tells(each, levels, scores)]
    return ", ".join(dict.fromkeys(words))


def _unmixed(word: str) -> str:
    """Return a word with the letters that its digits stand for: "sc0re" is "score"."""
    return word.translate(_LOOKS_LIKE)


def tells(figure: Figure, levels: frozenset[Decimal], scores: frozenset[Decimal]) -> bool:
    """Tell whether a number is one of these levels or scores, also as a share of a hundred."""
    if figure.readings & (levels | scores):
        return True
    return figure.share and bool({each / 100 for each in figure.readings} & (levels | scores))


def level_numbers(result: KeyResult) -> frozenset[Decimal]:
    """Return the numbers of commit, target and stretch; none where a key result has no levels."""
    levels = result.levels
    return frozenset({levels.commit, levels.target, levels.stretch}) if levels else frozenset()


def scores_of(known: KnownResult) -> frozenset[Decimal]:
    """Return the scores it has and had, in the ways people write them; 0 and 1 alone tell nothing."""
    latest = scores_at(known.key_result, known.latest.value) if known.latest else frozenset()
    return latest | _earlier_scores(known)


def _earlier_scores(known: KnownResult) -> frozenset[Decimal]:
    """Return earlier scores as they were shown, without those that are also a value, alone or in per cent."""
    if known.key_result.levels is None or not known.before:
        return frozenset()
    levels, values = known.key_result.levels, _values(known)
    exact = {score(levels, each.value) for each in known.before}
    shown_then = {Decimal(shown_score(each)) for each in exact}
    return frozenset((exact | shown_then) - values - {each / 100 for each in values} - {Decimal(0), Decimal(1)})


def scores_at(result: KeyResult, value: Decimal) -> frozenset[Decimal]:
    """Return the score that a key result would have at a value, in the ways people write it."""
    if result.levels is None:
        return frozenset()
    exact = score(result.levels, value)
    return frozenset({exact, Decimal(shown_score(exact)), round(exact, 1)} - {Decimal(0), Decimal(1)})


def _start(result: KeyResult) -> str:
    if result.kind is KeyResultKind.METRIC:
        return shown(result.baseline)
    return "open" if result.kind is KeyResultKind.MILESTONE else "not yet measured"


def _latest(result: KeyResult, value: Decimal) -> str:
    if result.kind is KeyResultKind.MILESTONE:
        return "done" if value else "not done"
    return shown(value)
