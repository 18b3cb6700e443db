"""The numbers a text tells, however they are written: in digits of any script, in words, as fractions, in thousands.

What is read here is only compared; a person is always shown the words as they typed them or as they are read.
English, German and Italian number words are known up to a hundred.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from unicodedata import category, decimal, normalize, numeric

NUMBER = re.compile(r"\d+(?:[.,'’\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text: how it reads there, what it can mean, whether it is a share (per cent, out of a hundred)."""

    words: str
    readings: frozenset[Decimal]
    share: bool = False


def readings(typed: str) -> set[Decimal]:
    """Return the numbers that a typed one can mean: "1,200" is 1.2 or 1200, depending on who reads it."""
    joined = re.sub(r"['’\u00a0\u202f ]", "", typed)
    readings = {Decimal(re.sub(r"[.,]", "", joined))} if re.fullmatch(r"\d+([.,]\d{3})+", joined) else set()
    if joined.count(".") + joined.count(",") <= 1:
        readings.add(Decimal(joined.replace(",", ".")))
    elif match := re.fullmatch(r"([\d.,]+)[.,](\d+)", joined):
        readings.add(Decimal(re.sub(r"[.,]", "", match.group(1)) + "." + match.group(2)))
    return readings


def plain(text: str, unit: str = "") -> str:
    """Return a text as it is compared: one form of every letter and digit, nothing invisible, number words as digits.

    Small number words ("two teams") are words; they are numbers only before the `unit` or "percent", or behind a
    word that compares ("under five").
    """
    parted = _VULGAR.sub(_vulgar, text)
    joined = "".join(_char(char) for char in normalize("NFKC", parted) if category(char) not in _UNSEEN)
    spaced = _SPACED.sub(lambda match: re.sub(r"[ .\-_]", "", match.group()), joined)
    return _LEADING_POINT.sub(r"0.\1", _in_digits(spaced, unit))


def is_unit(rest: str, unit: str) -> bool:
    """Tell whether a unit, or the beginning of its word ("h" for "hours"), stands at the beginning of `rest`."""
    asked = unit.strip().casefold()
    word = re.match(r"[\s\u00a0\u202f-]*([^\W\d_]+|[%€$£°])", rest)
    said = word.group(1).casefold() if word else ""
    return bool(asked and said) and (asked.startswith(said) or said.startswith(asked))


def figures(text: str, unit: str = "") -> tuple[Figure, ...]:
    """Return the numbers of a text, in order; numbers of a list, a quarter, a day or an hour are none."""
    return tuple(_figures(_NO_NUMBER.sub(" ", plain(text, unit))))


def _figures(text: str) -> Iterator[Figure]:
    for match in _FRACTION.finditer(text):
        part = Decimal(match.group(1)) / Decimal(match.group(2))
        yield Figure(match.group(), frozenset({part, round(part, 2)}))
    single = _WORDED.sub(" ", text)
    for match in NUMBER.finditer(single):
        times, share = _TIMES.match(single, match.end()), _SHARE.match(single, match.end())
        said = {number for words in (match.group(), *match.group().split(" ")) for number in readings(words)}
        more = {each * _POWERS[times.group(1).casefold()] for each in said} if times else set()
        yield Figure(match.group(), frozenset(said | more), share is not None)


def _vulgar(match: re.Match[str]) -> str:
    return (match.group(1) or "0") + f"{numeric(match.group(2)):.3f}"[1:]


def _char(char: str) -> str:
    if category(char) == "Nd":
        return str(decimal(char))
    return _ALIKE.get(char, char)


def _in_digits(text: str, unit: str) -> str:
    """Return the text with its number words in digits: "zero point four" is 0.4, "seventy percent" 70 percent."""
    with_points = _POINTED.sub(lambda match: f"{_tail(match.group(1) or '0')}.{_tail(match.group(2))}", text)
    tens = _TENS.sub(lambda m: str(_WORDS[m.group(1).casefold()] + _WORDS[m.group(2).casefold()]), with_points)
    parts = _OUT_OF.sub(_out_of, _PART.sub(_part, tens))
    return _WORD.sub(lambda match: _digits(match, unit.strip().casefold()), parts)


def _part(match: re.Match[str]) -> str:
    """Return "two fifths" as 2/5; "one fifths", "two quarters" (of a year) and "six fifths" stay words."""
    part, (whole, counts) = _count(match.group(1)), _PARTS[match.group(2).casefold()]
    return f"{part}{_OF}{whole}" if part in counts and part < whole else match.group()


def _out_of(match: re.Match[str]) -> str:
    """Return "two out of five" as 2/5; in digits, each of the two is a number, too."""
    part, whole = match.groups()
    return f"{_count(part)}{'/' if part.isdigit() and whole.isdigit() else _OF}{_count(whole)}"


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS[word.casefold()]


def _digits(match: re.Match[str], unit: str) -> str:
    number = _WORDS[match.group().casefold()]
    if number > _SMALL:
        return str(number)
    start, end = match.span()
    behind = match.string[end : end + _NEAR].lstrip(" -\u2010\u2011").casefold()
    meant = (
        _MEANT.match(behind)
        or (unit and behind.startswith(unit[:4]))
        or _COMPARES.search(match.string[max(0, start - _NEAR) : start])
    )
    return str(number) if meant else match.group()


def _tail(words: str) -> str:
    """Return words of numbers as digits in a row: "four two" is 42."""
    return "".join(word if word.isdigit() else str(_WORDS[word]) for word in words.casefold().split())


_ALIKE = dict(
    zip(
        "асеорхуіјѕАВСЕНІЈКМОРЅТХҮΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαϲ·。٫٬٪⁄∕",
        "aceopxyijsABCEHIJKMOPSTXYABEZHIKMNOPTYXoac...,%//",
        strict=True,
    )
)
"""Letters that look like Latin ones, and the signs that stand for a point, a comma, per cent and a stroke."""

_UNSEEN = frozenset({"Cf", "Mn", "Me"})
"""What cannot be seen, and marks upon a letter that did not become one with it: a stroke through, a key around."""

_VULGAR = re.compile(r"((?<!\d)\d+)?\s?([¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])")
_SPACED = re.compile(r"\b(?:[^\W\d_][ .\-_]){3,}[^\W\d_]\b")
_LEADING_POINT = re.compile(r"(?<![\w.,])[oO]?[.,](\d)")
"""Of ".4", and of "O.4", which only looks like it."""
_NO_NUMBER = re.compile(
    r"\bQ[1-4]\b|\bH[12]\b|\b(?:KR|FY) ?\d+\b(?![.,]\d)|\bv ?\d[\d.]*\b|^\s*\d{1,2}[.)]\s"
    r"|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}:\d{2}\b(?! ?(?:h|hrs?|hours?|std|stunden?|ore)\b)"
    r"|\b\d{1,2}\.\s?\d{1,2}\.\s?\d{4}\b|\b24/7\b",
    re.IGNORECASE | re.MULTILINE,
)
_OF = "∕"
"""Stands in a fraction that was written in words: its two numbers are no numbers by themselves."""
_FRACTION = re.compile(rf"(?<![\d/.,])(\d{{1,3}})\s*[/{_OF}]\s*([1-9]\d{{0,2}})(?![\d/])")
_WORDED = re.compile(rf"(?<!\d)\d+{_OF}\d+")
_POWERS = {
    "hundred": Decimal(100),
    **dict.fromkeys(("k", "tsd", "thousand", "tausend", "mila", "mille"), Decimal(1000)),
    **dict.fromkeys(("m", "mn", "mln", "mio", "million", "millions", "millionen", "milioni"), Decimal(10**6)),
    **dict.fromkeys(("bn", "mrd", "billion", "milliarden", "miliardi"), Decimal(10**9)),
}
_TIMES = re.compile(rf"[ \-]?({'|'.join(sorted(_POWERS, key=len, reverse=True))})\b", re.IGNORECASE)
_SHARE = re.compile(
    r"[ \-]?(?:%|pct\b|per[ \-]?cent\b|prozent\b|v\. ?h\.|percento\b|per cento\b|points?\b|punkte\b|punti\b"
    r"|(?:/|out of|of|von|su) ?(?:100|(?:(?:a|one) )?hundred|cento)\b)",
    re.IGNORECASE,
)

_SMALL = 12
_NEAR = 60
"""How many characters around a number word tell whether it is meant as one."""
_MEANT = re.compile(
    r"(?:%|pct|per ?cent|prozent|points?|punkte|punti|out of ten|of ten|von zehn|su dieci|million|thousand|hundred"
    r"|hours?|days?|weeks?|minutes?|euros?|stunden?|tagen?|wochen?|minuten?|ore|giorni|settimane|minuti)\b"
)
_COMPARES = re.compile(
    r"\b(?:under|below|over|above|within|at least|at most|less than|more than|fewer than|unter|über|mindestens"
    r"|höchstens|weniger als|mehr als|sotto|sopra|almeno|meno di|più di)\s+$",
    re.IGNORECASE,
)


def _numbers() -> dict[str, int]:
    low = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen",
        "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
        "siebzehn achtzehn neunzehn",
        "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici "
        "diciassette diciotto diciannove",
    )
    tens = (
        "twenty thirty forty fifty sixty seventy eighty ninety",
        "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
        "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    )
    known = {word: number for line in low for number, word in enumerate(line.split())}
    for line in tens:
        known |= {word: 10 * number for number, word in enumerate(line.split(), start=2)}
    german, italian = low[1].split(), low[2].split()
    for ten, (de, it) in enumerate(zip(tens[1].split(), tens[2].split(), strict=True), start=2):
        for one in range(1, 10):
            known[("ein" if one == 1 else german[one]) + "und" + de] = 10 * ten + one
            known[(it[:-1] if one in (1, 8) else it) + italian[one]] = 10 * ten + one
        known |= {german[ten] + "hundert": 100 * ten, italian[ten] + "cento": 100 * ten}
    return known | {"dreissig": 30, "hundert": 100}


_WORDS = _numbers()
_ANY = "|".join(sorted(_WORDS, key=len, reverse=True))
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_WORD = re.compile(rf"(?<!per )\b(?:{_ANY})\b", re.IGNORECASE)
_TENS = re.compile(rf"\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ \-]({_ONES})\b", re.IGNORECASE)
_POINTED = re.compile(
    rf"\b(?:({_ANY}|\d+)\s+)?(?:point|komma|virgola|punto)\s+((?:{_ANY}|\d+)(?:\s+(?:{_ANY}|\d+)\b)*)", re.IGNORECASE
)
_COUNTS = {
    word: number
    for line in (
        "one two three four five six seven eight nine ten",
        "ein zwei drei vier fünf sechs sieben acht neun zehn",
        "un due tre quattro cinque sei sette otto nove dieci",
    )
    for number, word in enumerate(line.split(), start=1)
}


def _wholes() -> dict[str, tuple[int, range]]:
    """Return the words for parts of a whole, each with how many make the whole and how many of them it can count."""
    ordinals = "third quarter fifth sixth seventh eighth ninth tenth"
    german = "drittel viertel fünftel sechstel siebtel achtel neuntel zehntel"
    italian = "terz quart quint sest settim ottav non decim"
    known: dict[str, tuple[int, range]] = {}
    for whole, (en, de, it) in enumerate(zip(ordinals.split(), german.split(), italian.split(), strict=True), start=3):
        one, several = range(1, 2), range(2, 10)
        known |= {en: (whole, one), en + "s": (whole, several), de: (whole, range(1, 10))}
        known |= {it + "o": (whole, one), it + "i": (whole, several)}
    return known | {"quarters": (4, range(3, 4)), "half": (2, range(1, 2))}


_PARTS = _wholes()
_COUNT = "|".join(sorted(_COUNTS, key=len, reverse=True))
_PART = re.compile(rf"\b({_COUNT}|[1-9])[ -]?({'|'.join(sorted(_PARTS, key=len, reverse=True))})\b", re.IGNORECASE)
WORDED = (_PART, _POINTED)
"""Decimals and parts of a whole in words, such as "zero point four" and "two fifths"."""
_OUT_OF = re.compile(rf"\b({_COUNT}|\d{{1,2}}) +(?:out of|of|von|su) +({_COUNT}|[1-9]\d?)\b(?![.,]\d)", re.IGNORECASE)
