"""Who may allow what is stopped while OKRs are young: an executive sponsor who was won, in a sentence of theirs."""

from collections.abc import Sequence
from datetime import date

from desktop.models.policy import Engagement, Role
from desktop.models.problems import Problem
from desktop.models.sentences import compared, is_sentence
from desktop.models.typed import MAX_TEXT, is_blank, shortened


def sponsors(engagements: Sequence[Engagement], today: date) -> tuple[str, ...]:
    """Return the names of the executive sponsors who were won by `today`."""
    won = (each.name for each in engagements if each.role is Role.SPONSOR and each.is_won(today))
    return tuple(" ".join(name.split()) for name in won)


def no_sponsor() -> Problem:
    """Return what is said while nobody can allow anything, with where to enter who can."""
    return Problem(
        "Nobody is entered as executive sponsor. Enter them on the Roll-out page, under “Who is engaged”, with the day "
        "on which they were won; or change what is stopped."
    )


def sponsor_of(engagements: Sequence[Engagement], typed: str, today: date) -> str:
    """Return the executive sponsor who is meant by a typed name; raise Problem if it is none of them."""
    known = sponsors(engagements, today)
    if not known:
        raise no_sponsor()
    if is_blank(typed):
        raise Problem("Enter the name of the executive sponsor as it stands on the Roll-out page.")
    meant = [each for each in known if compared(each) == compared(typed)]
    if meant:
        return meant[0]
    raise Problem(
        "“{name}” is not entered as executive sponsor. The Roll-out page names {known}; take that name, or enter the "
        "other one there first.",
        name=shortened(typed),
        known=", ".join(f"“{shortened(each)}”" for each in known),
    )


def require_sentence(text: str) -> str:
    """Return a reason without the space around it; raise Problem if it is no sentence, or too long."""
    if not is_sentence(text):
        raise Problem(
            "Write down in a sentence, of three words at least, why the sponsor allows it; it stays visible on the "
            "Roll-out page."
        )
    if len(text) > MAX_TEXT:
        raise Problem("This is too long; please shorten it to {most} characters.", most=MAX_TEXT)
    return text.strip()
