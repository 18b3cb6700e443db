"""Where a note stands with its employee, in a few words for a list."""

from desktop.i18n import _
from desktop.models.response import Arrival, Standing
from desktop.presenters.notes.reply_words import choice_words
from desktop.wording import day, isolated


def standing_words(standing: Standing | None, name: str) -> str:
    """Return with whom a note is, or what came back; "" for one that was never given to the person called `name`."""
    if standing is None:
        return ""
    if standing.declined:
        return _("Declined")
    if standing.arrival is not None:
        return answer_words(standing.arrival, standing.choice)
    if standing.handed_over_at is not None:
        since = day(standing.handed_over_at.astimezone().date())
        return _("With {name} since {day}").format(name=isolated(name), day=since)
    return ""


def answer_words(arrival: Arrival, choice: str) -> str:
    """Return what an answer says and how it was signed."""
    return ", ".join(part for part in (choice_words(choice), _signed(arrival)) if part)


def open_step(standing: Standing | None) -> str:
    """Return what a note waits for, in a few words, "" for nothing; the states are those of `next_step`."""
    if standing is None:
        return _("to be given")
    if standing.declined:
        return "" if standing.witnessed else _("a witness")
    if standing.arrival is Arrival.UNKNOWN_SIGNER:
        return _("key check")
    if standing.arrival is Arrival.RESAVED:
        return _("new answer")
    if standing.arrival is not None:
        return ""
    return _("an answer") if standing.handed_over_at is not None else _("to be given")


def waits(standing: Standing | None) -> bool:
    """Return whether an answer is waited for."""
    if standing is None or standing.declined:
        return False
    return standing.handed_over_at is not None and standing.arrival is None


def _signed(arrival: Arrival) -> str:
    return {
        Arrival.ANSWERED: _("answered, not signed"),
        Arrival.SIGNED: _("answered and signed"),
        Arrival.UNKNOWN_SIGNER: _("answered and signed"),
        Arrival.WITNESSED: _("declined, with a witness"),
        Arrival.RESAVED: _("answered, signature destroyed"),
    }[arrival]
