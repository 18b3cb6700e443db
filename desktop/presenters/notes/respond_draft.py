"""What somebody answers to a note while it is not given yet: kept word for word, and judged only when they are done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.i18n import _, say
from desktop.models.hand import Hand, Strokes
from desktop.models.problems import Problem
from desktop.models.response import Choice, Reply
from desktop.models.typed import day_of, is_blank, name_of
from desktop.presenters.notice import read

if TYPE_CHECKING:
    from desktop.flows.notes.answering import Answerable

MAX_COMMENT = 20_000
DRAW, TYPE = "draw", "type"
USED, NOT_USED = "used", "not-used"


class Act(StrEnum):
    """What can be done with an answer: save it as it is, sign it, or have it noted that one does not sign."""

    SAVE = "save"
    SIGN = "sign"
    DECLINE = "decline"


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything that is typed, ticked and drawn, by name of its field.

    `way` and `witness_way` are "draw" or "type"; `scores` is "used", "not-used" or "" (left open).
    """

    choice: str = ""
    comment: str = ""
    scores: str = ""
    way: str = DRAW
    name: str = ""
    strokes: Strokes = ()
    reason: str = ""
    day: str = ""
    witness_way: str = DRAW
    witness: str = ""
    witness_strokes: Strokes = ()


@dataclass(frozen=True, slots=True)
class Secret:
    """A passphrase as it was typed, and typed again where it is new. `wanted`: "", "new" or "known"."""

    wanted: str = ""
    typed: str = field(default="", repr=False)
    again: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Order:
    """An answer that is complete, ready to be carried out. `day` and `reason` are those of a refusal to sign."""

    act: Act
    note: "Answerable"
    folder: Path
    reply: Reply
    hand: Hand | None
    passphrase: str = field(default="", repr=False)
    reason: str = ""
    day: date = date.min


def start_of(note: "Answerable", today: date) -> Draft:
    """Return the draft that a note begins with: what stands in its fields already, and the name of the employee."""
    reply = note.reply
    scores = "" if reply.scores_used is None else (USED if reply.scores_used else NOT_USED)
    choice = str(reply.choice or "")
    return Draft(choice, reply.comment, scores, name=note.employee, day=today.isoformat())


def order_of(act: Act, draft: Draft, secret: Secret, note: "Answerable", folder: Path) -> Order | Mapping[str, str]:
    """Return what to carry out, or by name of the field what is missing or wrong."""
    if act is Act.DECLINE:
        return _refusal(draft, note, folder)
    errors = _reply_errors(draft)
    hand = None
    if act is Act.SIGN:
        hand = _hand(errors, ("name", draft.name), draft.way, ("strokes", draft.strokes))
        errors.update(_secret_errors(secret))
    return errors or Order(act, note, folder, _reply(draft), hand, secret.typed)


def _refusal(draft: Draft, note: "Answerable", folder: Path) -> Order | Mapping[str, str]:
    errors: dict[str, str] = {}
    day = read(errors, "day", day_of, draft.day)
    hand = _hand(errors, ("witness", draft.witness), draft.witness_way, ("witness_strokes", draft.witness_strokes))
    if errors or day is None:
        return errors
    return Order(Act.DECLINE, note, folder, Reply(), hand, reason=draft.reason, day=day)


def _reply(draft: Draft) -> Reply:
    return Reply(Choice(draft.choice), draft.comment, draft.scores == USED if draft.scores else None)


def _reply_errors(draft: Draft) -> dict[str, str]:
    errors = {}
    too_long = len(draft.comment) - MAX_COMMENT
    if not draft.choice:
        errors["choice"] = _("Choose one of the three.")
    if too_long > 0:
        errors["comment"] = _("This is {count} characters too long; please shorten it.").format(count=too_long)
    elif draft.choice == Choice.DISAGREE and is_blank(draft.comment):
        errors["comment"] = _("Say in your comment what you disagree with.")
    return errors


def _hand(errors: dict[str, str], name: tuple[str, str], way: str, drawn: tuple[str, Strokes]) -> Hand | None:
    """Return who signs and how; what is missing goes into `errors`."""
    try:
        signer = name_of(name[1], _("the name"))
    except Problem as problem:
        errors[name[0]] = say(problem)
        return None
    if way == DRAW and not drawn[1]:
        errors[drawn[0]] = _("Draw the signature, or choose to type the name instead.")
    return Hand(signer, drawn[1] if way == DRAW else ())


def _secret_errors(secret: Secret) -> dict[str, str]:
    if secret.wanted and not secret.typed:
        return {"passphrase": _("Type the passphrase.")}
    if secret.wanted == "new" and secret.typed != secret.again:
        return {"again": _("The two are not the same; type both again.")}
    return {}
