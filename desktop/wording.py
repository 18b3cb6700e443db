"""How Duologue says days, kinds, stages and levels, the same on every screen and on paper."""

import hashlib
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from desktop.i18n import _
from desktop.models.guide import Kind, Stage
from desktop.models.verdict import Outcome

if TYPE_CHECKING:
    from mnemonic import Mnemonic


def day(when: date | None) -> str:
    """Return a day in words ("22 Nov 2026"), "" for none; no locale of the machine is asked."""
    return f"{when.day} {_months()[when.month - 1]} {when.year}" if when else ""


def month(when: date) -> str:
    """Return the full name of a day's month ("November"), without its year."""
    return _full_months()[when.month - 1]


def month_short(when: date) -> str:
    """Return the short name of a day's month ("Nov"), without its year."""
    return _months()[when.month - 1]


def moment(when: datetime | None) -> str:
    """Return a moment with its day and minute in this machine's own time zone, "" for none."""
    if when is None:
        return ""
    local = when.astimezone()
    return f"{day(local.date())}, {local:%H:%M}"


def policy_decided(who: str, when: str) -> str:
    """Return who decided a policy on which day (in words), as far as anybody has said; "" for nobody."""
    if who and when:
        return _("Decided by {who} on {when}").format(who=who, when=when)
    if who:
        return _("Decided by {who}").format(who=who)
    return _("Decided on {when}").format(when=when) if when else ""


def kind_name(kind: Kind) -> str:
    """Return the name of a kind of conversation."""
    return _("OKR conversation") if kind is Kind.OKR else _("Performance conversation")


def stage_name(stage: Stage) -> str:
    """Return the name of a stage."""
    return {
        Stage.SET_ALIGN: _("Set & align"),
        Stage.CHECK_IN: _("Check-in"),
        Stage.REFLECT_RESET: _("Reflect & reset"),
        Stage.REVIEW: _("Review"),
    }[stage]


def title_of(kind: Kind, stage: Stage) -> str:
    """Return how a conversation is called in a list: its kind, and its stage where the kind has several."""
    return kind_name(kind) if kind is Kind.PERFORMANCE else f"{kind_name(kind)} · {stage_name(stage)}"


def outcome_name(outcome: Outcome) -> str:
    """Return what a verification found, in a few words."""
    return {
        Outcome.INTACT: _("Signed and unchanged"),
        Outcome.UNKNOWN_SIGNER: _("Unchanged, but signed by somebody unknown"),
        Outcome.ALTERED: _("Changed after it was signed"),
        Outcome.NOT_SIGNED: _("Not signed"),
    }[outcome]


def isolated(text: str) -> str:
    """Return words a person typed so that they cannot turn what stands beside them on a line.

    A name written from right to left pulls a date or a number next to it to its other side, unless it stands in an
    isolate of its own (Unicode UAX 9). Words without such letters come back as they are, invisible marks of direction
    are left out. For the screen only: paper and the terminal have ways of their own.
    """
    kept = "".join(letter for letter in text if bidirectional(letter) not in _MARKS)
    return f"\u2068{kept}\u2069" if any(bidirectional(letter) in _TURNING for letter in kept) else kept


def beside(*parts: str) -> str:
    """Return the parts that are not empty on one line, each in its own direction, as list rows say them."""
    return " · ".join(isolated(part) for part in parts if part)


_TURNING = frozenset({"R", "AL", "AN"})
_MARKS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def _months() -> tuple[str, ...]:
    return tuple(
        _(name) for name in ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    )


def _full_months() -> tuple[str, ...]:
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )


def spoken(certificate: bytes) -> str:
    """Return the print of a certificate (DER) as twelve words, on three lines: what two people read to each other.

    The first 128 bits of its SHA-256 in the words of BIP 39, which were chosen to be told apart by ear and by eye.
    """
    words = _word_list().to_mnemonic(hashlib.sha256(certificate).digest()[:16]).split()
    return "\n".join(" ".join(words[at : at + 4]) for at in range(0, len(words), 4))


@cache
def _word_list() -> "Mnemonic":
    from mnemonic import Mnemonic

    return Mnemonic("english")


def pay_words(plan: str, document: str, decided_by: str, never: bool) -> str:
    """Return what is said about a value and pay, "" where nothing is; the score has no part in it, ever."""
    if never:
        return _("Never touches pay.")
    if not plan:
        return ""
    sentence = _(
        "This value may inform pay under “{plan}” (document: {document}; decided by {who}). The score never does."
    )
    return sentence.format(plan=plan, document=document, who=decided_by)
