"""What was handed over and taken over, and what a file would bring, in words; the same in the window and outside."""

from datetime import date
from typing import TYPE_CHECKING

from desktop.i18n import _, ngettext, say
from desktop.models.transfer import CarriedNote, Direction, TransferLine
from desktop.presenters.notice import Tone
from desktop.wording import beside, day, isolated, title_of

if TYPE_CHECKING:
    from desktop.flows.notes.arriving import Arrived
    from desktop.flows.people.taking_over import Newcomer, Sender


def line_words(line: TransferLine) -> str:
    """Return one line of what the vault remembers of being handed over."""
    when, name = day(line.at.astimezone().date()), isolated(line.name)
    told = (
        _("Handed over to {name} on {day}") if line.direction is Direction.OUT else _("Taken over from {name}, {day}")
    )
    return beside(told.format(name=name, day=when), counted(line.okr_notes, line.performance_notes))


def counted(okr: int, performance: int) -> str:
    """Return how many notes of each kind, such as "2 OKR notes, 1 performance note"."""
    if not okr and not performance:
        return _("no notes")
    told = []
    if okr:
        told.append(ngettext("{n} OKR note", "{n} OKR notes", okr).format(n=okr))
    if performance:
        told.append(ngettext("{n} performance note", "{n} performance notes", performance).format(n=performance))
    return ", ".join(told)


def sender_words(sender: "Sender") -> tuple[Tone, str]:
    """Return whether this vault relies on who signed, and why."""
    if sender.changed:
        changed = _("Another key than the one {name} is known by here; it may be a new computer, or somebody else")
        return Tone.BAD, changed.format(name=isolated(sender.person.name))
    if sender.issuer:
        return Tone.GOOD, _("Known: {issuer} vouches for them").format(issuer=isolated(sender.issuer))
    if sender.known:
        return Tone.GOOD, _("Known by this key: {name}").format(name=isolated(sender.person.name))
    return Tone.WARN, _("Not known yet: nobody compared this key")


def newcomer_words(newcomer: "Newcomer") -> tuple[Tone, str]:
    """Return what would happen to somebody in a file."""
    return (Tone.INFO, _("New in this vault")) if newcomer.new else (Tone.GOOD, _("Here already"))


def arrived_words(arrived: "Arrived") -> tuple[Tone, str]:
    """Return what would happen to a note in a file."""
    if arrived.refusal:
        return Tone.BAD, say(arrived.refusal)
    if not arrived.here:
        return Tone.INFO, beside(_("New"), beside_words(arrived.carried))
    if arrived.adds:
        return Tone.INFO, _("Here already; new is: {what}").format(what=beside_words(arrived.carried))
    return Tone.GOOD, _("Here already")


def beside_words(carried: CarriedNote) -> str:
    """Return what comes along with a note, "" for nothing."""
    pdfs, answers = len(carried.pdfs), len(carried.responses)
    declines, statements, handed = len(carried.declines), len(carried.rebuttals), len(carried.handovers)
    told = (
        ngettext("{n} signed PDF", "{n} signed PDFs", pdfs).format(n=pdfs) if pdfs else "",
        ngettext("{n} answer", "{n} answers", answers).format(n=answers) if answers else "",
        ngettext("{n} refusal to sign", "{n} refusals to sign", declines).format(n=declines) if declines else "",
        ngettext("{n} statement", "{n} statements", statements).format(n=statements) if statements else "",
        _("when it was given to the employee") if handed else "",
    )
    return ", ".join(words for words in told if words)


def note_title(carried: CarriedNote) -> str:
    """Return which note it is: its kind, its day, its revision if it has several."""
    note, content = carried.note, carried.note.content
    revision = _("revision {n}").format(n=note.revision) if note.revision > 1 else ""
    held_on = day(date.fromisoformat(content["held_on"]))
    return beside(title_of(note.kind, note.stage), held_on, revision)
