"""Firms made at random: key results whose numbers stand nowhere else, told in words of which some give them away."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

from desktop.models.ids import now
from desktop.models.okr import CheckIn, Cycle, Decision, KeyResult, KeyResultKind, Level, Objective, Reflection, score
from desktop.models.publishing import KnownResult

CYCLE = Cycle("cycle", "Q4 2026", date(2026, 10, 1), date(2026, 12, 31))
_DAY = date(2026, 11, 2)
_NAMES = (
    "Median first reply",
    "Reopened tickets",
    "Share of calls solved at once",
    "Weeks until a new lab works alone",
)
_SOURCES = ("help desk", "ticket system", "finance report", "five pilot labs")
_LEARNED = ("Two people in the morning are enough.", "Labs ask before they try.", "The check runs twice.", "")
_SIGNS = ("{secret}", "level {secret}", "under {secret} h", "{secret} %", "({secret})", "was {secret}, at last")
_WORDS = ("We reached stretch", "Closed in the target zone", "The score was fair", "Confidence fell to 3 of 10")


@dataclass(frozen=True)
class Told:
    """One key result with all that is known of it, and the words that must not be found on the performance side."""

    objective: Objective
    known: KnownResult
    secrets: frozenset[str]


def told_result(chance: Random, number: int) -> Told:
    """Return a key result that may give itself away in any of its words; every secret is unmistakable."""
    levels = _levels(chance)
    value = _between(chance, levels)
    marker = f"zebra{number}x"
    secrets = _spellings(levels[1:]) | _spellings((_exact(levels, value),))
    objective = Objective(f"o{number}", CYCLE.uid, Level.TEAM, "team", _text(chance, "Help while it matters", levels))
    result = KeyResult(
        f"r{number}",
        objective.uid,
        KeyResultKind.METRIC,
        f"Title {marker}",
        _text(chance, chance.choice(_NAMES), levels),
        chance.choice(("hours", "%", "euros", "labs")),
        *levels,
    )
    check_in = CheckIn(
        f"c{number}", result.uid, value, _DAY, _source(chance, levels, marker), chance.randrange(11), now()
    )
    reflection = Reflection(
        f"f{number}", result.uid, value, _DAY, chance.choice(_SOURCES), _learned(chance, levels, marker),
        chance.choice(list(Decision)), now(),
    )  # fmt: skip
    known = KnownResult(result, check_in, reflection if chance.random() < 0.7 else None)
    return Told(objective, known, secrets | {marker})


def _levels(chance: Random) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    """Return baseline and levels, rising or falling, with decimals that nothing else has."""
    steps = sorted(chance.sample(range(10_001, 99_999, 10), 4), reverse=chance.random() < 0.5)
    places = chance.choice((1, 2, 3))
    first, second, third, fourth = (Decimal(step) / 10**places for step in steps)
    return first, second, third, fourth


def _between(chance: Random, levels: tuple[Decimal, ...]) -> Decimal:
    low, high = min(levels), max(levels)
    return (low + (high - low) * chance.randrange(1, 997) / 997).quantize(Decimal("0.0001"))


def _exact(levels: tuple[Decimal, Decimal, Decimal, Decimal], value: Decimal) -> Decimal:
    from desktop.models.okr import Levels

    return score(Levels(*levels), value).quantize(Decimal("0.00001"))


def _spellings(numbers: tuple[Decimal, ...]) -> frozenset[str]:
    plain = {f"{number:f}" for number in numbers}
    return frozenset(plain | {each.replace(".", ",") for each in plain})


def _text(chance: Random, words: str, levels: tuple[Decimal, ...]) -> str:
    return f"{words} {_sign(chance, levels)}" if chance.random() < 0.3 else words


def _source(chance: Random, levels: tuple[Decimal, ...], marker: str) -> str:
    words = chance.choice(_SOURCES)
    return f"{words} {_sign(chance, levels)} {marker}" if chance.random() < 0.3 else words


def _learned(chance: Random, levels: tuple[Decimal, ...], marker: str) -> str:
    if chance.random() < 0.3:
        return f"{chance.choice(_WORDS)} {marker}"
    return f"We saw {_sign(chance, levels)} {marker}" if chance.random() < 0.3 else chance.choice(_LEARNED)


def _sign(chance: Random, levels: tuple[Decimal, ...]) -> str:
    written = f"{chance.choice(levels[1:]):f}"
    return chance.choice(_SIGNS).format(secret=chance.choice((written, written.replace(".", ","))))
