"""What the employee's page says of a note before and after it was answered."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.i18n import _
from desktop.models.guide import Kind
from desktop.models.verdict import Outcome, Verdict
from desktop.presenters.notes.respond_draft import Act
from desktop.presenters.notes.respond_screen import Outgoing
from desktop.presenters.notice import Notice, Tone
from desktop.wording import isolated, kind_name

if TYPE_CHECKING:
    from desktop.flows.notes.answering import Answerable


@dataclass(frozen=True, slots=True)
class About:
    """Which talk a note is about; everything is "" where its record cannot be relied on."""

    kind: str = ""
    manager: str = ""

    @property
    def title(self) -> str:
        """What the conversation was, and with whom."""
        if not self.kind:
            return ""
        named = _("{kind} with {name}")
        return named.format(kind=kind_name(Kind(self.kind)), name=isolated(self.manager))


def about(verdict: Verdict) -> About:
    """Return what the record of an unaltered file says it is about."""
    if not verdict.intact:
        return About()
    try:
        told = json.loads(verdict.record)
        return About(str(Kind(told["kind"])), str(told["manager"]["name"]))
    except (LookupError, TypeError, ValueError, RecursionError):
        return About()


def first_words(note: "Answerable") -> Notice | None:
    """Return what has to be known before a note is read, None if there is nothing."""
    if note.can_answer:
        return _before_answer(note)
    if note.verdict.intact and note.closed:
        told = _("This note is answered and signed already. It can be read, but the answer cannot change any more.")
        return Notice(Tone.INFO, told)
    return Notice(Tone.BAD, _why_not(note.verdict))


def why_passphrase(wanted: str) -> str:
    """Return why signing asks for a passphrase."""
    return {
        "new": _(
            "With your first signature a key of your own is made on this computer. Nobody else can sign with it as "
            "long as only you know its passphrase. Write it down: nobody can restore it."
        ),
        "known": _("It opens your key on this computer, so that nobody else can sign in your name."),
    }.get(wanted, "")


def outgoing(act: Act, path: Path | None, manager: str, in_room: bool) -> Outgoing:
    """Return what became of an answer, and what to do now."""
    to = isolated(manager) or _("whoever sent you the note")
    if act is Act.DECLINE:
        noted = _("The note says now that you did not want to sign, and who witnessed it. Nothing was signed for you.")
        return Outgoing(_("Noted"), (noted,), "")
    if in_room:
        return Outgoing(
            _headline(act), (_("Your answer is part of the note now. Ask {name} for your copy.").format(name=to),), ""
        )
    send = _("Send this file back to {name}, the way it came to you. Nothing is sent by itself.").format(name=to)
    keep = _("Keep it as it is: saving it in another program can take the signature away.")
    unsigned = _("It is not signed: nothing proves that the answer is yours and unchanged.")
    return Outgoing(_headline(act), (send, keep if act is Act.SIGN else unsigned), str(path or ""))


def _headline(act: Act) -> str:
    return _("Answered and signed") if act is Act.SIGN else _("Saved without a signature")


def _before_answer(note: "Answerable") -> Notice | None:
    if note.verdict.outcome is Outcome.UNKNOWN_SIGNER:
        told = _("You have not checked yet who signed this file. Compare the fingerprint before you answer.")
        return Notice(Tone.WARN, told)
    if note.reply.given:
        return Notice(Tone.INFO, _("There is an answer in this file already. It can change until it is signed."))
    return None


def _why_not(verdict: Verdict) -> str:
    if verdict.outcome is Outcome.ALTERED:
        return _("This file was changed after it was signed, so it cannot be answered. Ask for the original file.")
    if verdict.outcome is Outcome.NOT_SIGNED:
        return _("Nobody signed this file, so it cannot be answered here. Ask for the signed note.")
    return _("This file has no place for an answer: it is not a note of Duologue, or an older one.")
