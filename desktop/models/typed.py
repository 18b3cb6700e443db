"""From what a person typed to a value: names, numbers and days.

A field keeps what was typed even when it cannot be read; these functions only say what is wrong with it.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from unicodedata import category

from desktop.models.problems import Problem

MAX_NAME = 300
MAX_TEXT = 100_000
MAX_EMAIL = 254
"""RFC 5321: a path is at most 256 characters long, with its two brackets."""
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"})
_FILLERS = "\u034f\u115f\u1160\u2800\u3164\uffa0"
"""Letters and a braille pattern that are drawn as nothing."""
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_DAY_NAMED = re.compile(r"(?P<day>\d{1,2})[.,]?\s*(?P<month>[^\W\d_]{3,})\.?,?\s*(?P<year>\d{4})")
_NAME_FIRST = re.compile(r"(?P<month>[^\W\d_]{3,})\.?\s*(?P<day>\d{1,2})[.,]?\s+(?P<year>\d{4})")
_MONTHS = (
    "january januar jänner gennaio",
    "february februar febbraio",
    "march märz maerz marzo",
    "april aprile",
    "may mai maggio",
    "june juni giugno",
    "july juli luglio",
    "august agosto",
    "september sept settembre",
    "october oktober ottobre",
    "november novembre",
    "december dezember dicembre",
)


def is_blank(text: str) -> bool:
    """Tell whether nothing of a text can be seen: it is empty, or of spaces, breaks and invisible characters alone."""
    return all(category(char) in _UNSEEN or char in _FILLERS for char in text)


def name_of(text: str, what: str) -> str:
    """Return `text` as a one-line name without control characters; raise Problem if it is empty or too long.

    Too long are more than 300 characters, and empty is also what holds nothing that can be seen.
    """
    name = " ".join("".join(" " if category(char) == "Cc" else char for char in text).split())
    if is_blank(name):
        raise Problem("Please fill in: {what}.", what=what)
    if len(name) > MAX_NAME:
        raise Problem("This is {length} characters long; please shorten it to {most}.", length=len(name), most=MAX_NAME)
    return name


def require_text(text: str, missing: str) -> str:
    """Return a text of one or more lines without the space around it; raise Problem (`missing`) if it is empty."""
    if is_blank(text):
        raise Problem("{missing}", missing=missing)
    return text_of(text)


def text_of(text: str) -> str:
    """Return a text of any number of lines without the space around it; raise Problem if it is too long."""
    if len(text) > MAX_TEXT:
        raise Problem("This is {length} characters long; please shorten it to {most}.", length=len(text), most=MAX_TEXT)
    return text.strip()


def email_of(text: str) -> str:
    """Return `text` as an e-mail address or "" if none was typed; raise Problem if it cannot be one."""
    address = text.strip()
    if not address:
        return ""
    if not re.fullmatch(r"[^@\s]+@[^@\s]+", address) or not address.isprintable() or len(address) > MAX_EMAIL:
        sentence = "“{text}” is no e-mail address; write it like name@example.org or leave it empty."
        raise Problem(sentence, text=shortened(address))
    return address


def number_of(text: str) -> Decimal:
    """Return `text` as an exact decimal (point or comma); raise Problem if it is no plain number."""
    plain = re.sub(r"[\s\u00a0\u202f'’]", "", text).replace("−", "-")
    if not _NUMBER.fullmatch(plain):
        raise Problem("“{text}” is not a number; write only digits, such as 1200 or 3.5.", text=shortened(text))
    if _GROUPED.fullmatch(plain):
        raise Problem("“{text}” could be a thousand or a fraction; write it without the comma.", text=shortened(text))
    if len(plain) > 30:
        raise Problem("This number is too long; use a larger unit, such as million euros.")
    return Decimal(plain.replace(",", "."))


def day_of(text: str) -> date:
    """Return `text` as a day; raise Problem if there is no such day, or if it could be two.

    2026-03-31, 31.3.2026, 31/3/2026 (where only one order is possible), and with the month's name in English, German
    or Italian: 31 Mar 2026, 31. März 2026, March 31, 2026.
    """
    typed = text.strip()
    if not typed:
        raise Problem("Please write a day, such as 2026-03-31.")
    parts = _in_digits(typed) or _with_a_name(typed)
    if parts is None:
        raise Problem("“{text}” is not a date; write it like 2026-03-31 or 31.3.2026.", text=shortened(text))
    try:
        return date(*parts)
    except ValueError:
        raise Problem("There is no day {text} in the calendar; please check it.", text=typed) from None


def _in_digits(typed: str) -> tuple[int, int, int] | None:
    """Return year, month and day of a date in digits."""
    if match := _ISO.fullmatch(typed):
        year, month, day = map(int, match.groups())
        return year, month, day
    if match := _DOTTED.fullmatch(typed):
        day, month, year = map(int, match.groups())
        return year, month, day
    if match := _SLASHED.fullmatch(typed):
        first, second, year = map(int, match.groups())
        if first > 12 >= second:
            return year, second, first
        if second > 12 >= first:
            return year, first, second
    return None


def _with_a_name(typed: str) -> tuple[int, int, int] | None:
    """Return year, month and day of a date with the name of its month."""
    match = _DAY_NAMED.fullmatch(typed) or _NAME_FIRST.fullmatch(typed)
    month = _month(match["month"]) if match else 0
    return (int(match["year"]), month, int(match["day"])) if match and month else None


def _month(word: str) -> int:
    """Return the month that a name or its first letters mean, 0 for none."""
    low = word.casefold()
    return next((at for at, names in enumerate(_MONTHS, 1) if any(name.startswith(low) for name in names.split())), 0)


def is_moment(text: str) -> bool:
    """Tell whether `text` (ISO 8601) names a moment: with its zone, and not at an end of the calendar.

    There another zone would lie outside of it. Raises ValueError if it is no ISO text at all.
    """
    moment = datetime.fromisoformat(text)
    return moment.tzinfo is not None and date.min.year < moment.year < date.max.year


def confidence_of(text: str) -> int:
    """Return `text` as a confidence from 0 (no chance) to 10 (certain); raise Problem otherwise."""
    if not re.fullmatch(r"\s*\d{1,2}\s*", text) or int(text) > 10:
        raise Problem("Confidence is a whole number from 0 (no chance) to 10 (certain).")
    return int(text)


def shown(value: Decimal | None) -> str:
    """Return a decimal as a person writes it: no exponent, no needless zeros, "" for none."""
    if value is None:
        return ""
    if value == 0:
        return "0"
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def shortened(text: str) -> str:
    """Return a text fit to be quoted in a sentence: on one line, at most 40 characters."""
    plain = " ".join(text.split())
    return plain if len(plain) <= 40 else plain[:39] + "…"
