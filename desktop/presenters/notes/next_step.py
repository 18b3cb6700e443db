"""What to do next with a sealed note: every answer is an ordinary one, also none, disagreement and decline."""

from datetime import date, timedelta

from desktop.i18n import _
from desktop.models.response import Arrival, Choice, Standing
from desktop.wording import isolated

_PATIENCE = timedelta(days=7)
"""How long an answer may take before one asks; reading it overnight is the least (SHRM, "employee refuses to sign")."""


def next_step(standing: Standing | None, name: str, today: date) -> str:
    """Return what the manager does next about a note and the person called `name`."""
    if standing is None or (standing.arrival is None and standing.handed_over_at is None and not standing.declined):
        return _("Next: give {name} the signed PDF, and a day at least to read it.").format(name=isolated(name))
    if standing.declined:
        return _declined(standing.witnessed)
    if standing.arrival is not None:
        return _answered(standing.arrival, standing.choice, name)
    return _waiting(standing, name, today)


def _declined(witnessed: bool) -> str:
    if witnessed:
        return _("Nothing is missing. They keep their copy, and a statement of theirs can be attached at any time.")
    return _("Next: let a witness sign that the note was offered. They may still answer, or send a statement, later.")


def _answered(arrival: Arrival, choice: str, name: str) -> str:
    if arrival is Arrival.UNKNOWN_SIGNER:
        return _("Next: compare the key with {name} in person or by phone.").format(name=isolated(name))
    if arrival is Arrival.RESAVED:
        return _("Next: ask for the answer once more, saved by another PDF reader; the words are kept until then.")
    if choice == Choice.DISAGREE:
        return _(
            "Next: offer to talk about it. Their words stay with the note; correct a fact with a revision, not the "
            "disagreement."
        )
    if arrival is Arrival.ANSWERED:
        return _("Nothing is missing. Ask for a signature only if your firm needs one.")
    return _("Nothing is missing. What you both promised comes up again in the next talk.")


def _waiting(standing: Standing, name: str, today: date) -> str:
    since = standing.handed_over_at
    if since is not None and today - since.astimezone().date() < _PATIENCE:
        return _("Next: wait. {name} may take a few days to read it.").format(name=isolated(name))
    return _("Next: ask {name} what stands in the way. Declining is a possible answer, too.").format(
        name=isolated(name)
    )
