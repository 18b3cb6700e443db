"""The same amount in another unit: 300 minutes are 5 hours, 1,500 g are 1.5 kg."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from desktop.models.figures import NUMBER, plain, readings


@dataclass(frozen=True, slots=True)
class Measured:
    """An amount as it reads in a text, and the numbers it can mean in the unit that was asked about."""

    words: str
    readings: frozenset[Decimal]


def measured(text: str, unit: str) -> Iterator[Measured]:
    """Yield the amounts of a text that are of the same kind as `unit`, each counted in it."""
    base = _known(unit)
    if base is None:
        return
    read = plain(text, unit)
    parts = [*_clock(read, base), *_amounts(read, base)]
    for start, _end, words, numbers in parts:
        yield Measured(words, numbers)
        for after, end, _more, rest in parts:
            if _joins(read[_end:after], after > start):
                both = frozenset(a + b for a in numbers for b in rest)
                yield Measured(read[start:end], both)


_Part = tuple[int, int, str, frozenset[Decimal]]
_Unit = tuple[str, Decimal]


def _amounts(text: str, base: _Unit) -> Iterator[_Part]:
    for match in _AMOUNT.finditer(text):
        unit = _UNITS.get(match.group(2).casefold())
        if unit and unit[0] == base[0]:
            numbers = frozenset(each * unit[1] / base[1] for each in readings(match.group(1)))
            yield match.start(), match.end(), match.group(), numbers


def _clock(text: str, base: _Unit) -> Iterator[_Part]:
    """Yield "4:30 h"."""
    for match in _CLOCK.finditer(text) if base[0] == "time" else ():
        seconds = Decimal(match.group(1)) * 3600 + Decimal(match.group(2)) * 60
        yield match.start(), match.end(), match.group(), frozenset({seconds / base[1]})


def _joins(between: str, is_after: bool) -> bool:
    return is_after and _AND.fullmatch(between) is not None


def _known(unit: str) -> _Unit | None:
    """Return what a unit counts: "working hours" and "hours per ticket" count hours, "calls per hour" calls."""
    counted = _PER.split(unit.strip().casefold())[0].split()
    return _UNITS.get(counted[-1]) if counted else None


def _units() -> dict[str, _Unit]:
    """Return every known unit by its words, with its kind and how many of the smallest it is."""
    kinds = {
        "time": (
            ("1", "s sec secs second seconds sek sekunde sekunden secondo secondi"),
            ("60", "min mins minute minutes minuten minuto minuti"),
            ("3600", "h hr hrs hour hours std stunde stunden ora ore"),
            ("86400", "d day days tag tage tagen giorno giorni"),
            ("604800", "week weeks wk wks woche wochen settimana settimane"),
        ),
        "months": (
            ("1", "month months monat monate monaten mese mesi"),
            ("3", "quarter quarters quartal quartale quartalen trimestre trimestri"),
            ("12", "year years jahr jahre jahren anno anni"),
        ),
        "share": (
            ("1", "bp bps"),
            ("10", "‰ permille promille"),
            ("100", "% pct percent prozent percento"),
        ),
        "weight": (("1", "g gram grams gramm grammi"), ("1000", "kg kilo kilos chili"), ("1000000", "t tons tonnes")),
        "length": (("1", "mm"), ("10", "cm"), ("1000", "m metres meters meter metri"), ("1000000", "km")),
        "volume": (("1", "ml"), ("10", "cl"), ("1000", "l litres liters liter litri")),
        "data": (("1", "kb"), ("1000", "mb"), ("1000000", "gb"), ("1000000000", "tb")),
    }
    return {
        word: (kind, Decimal(times)) for kind, rows in kinds.items() for times, words in rows for word in words.split()
    }


_UNITS = _units()
_AMOUNT = re.compile(rf"({NUMBER.pattern})[\s\u00a0\u202f-]*([^\W\d_]+|[%‰])")
_CLOCK = re.compile(r"\b(\d{1,3}):([0-5]\d)\s*(?:h|hrs?|hours?|std|stunden?|ore)\b", re.IGNORECASE)
_PER = re.compile(r"\s+(?:per|pro|je|a|al|alla)\s+|/")
_AND = re.compile(r"\s*(?:,|and|und|e)?\s*", re.IGNORECASE)
