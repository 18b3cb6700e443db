"""What the executive sponsor says when they allow what was stopped."""

from desktop.i18n import _
from desktop.models.adoption import Stopped
from desktop.models.ids import new_uid, now
from desktop.models.policy import Override
from desktop.models.problems import Problem
from desktop.models.typed import MAX_TEXT, name_of
from desktop.presenters.notice import read


def sponsored(stopped: Stopped, sponsor: str, reason: str) -> Override | dict[str, str]:
    """Return the override that lets `stopped` through, or the errors by field ("sponsor", "sponsor_reason")."""
    errors: dict[str, str] = {}
    name = read(errors, "sponsor", _name, sponsor)
    why = read(errors, "sponsor_reason", _why, reason)
    if name is None or why is None:
        return errors
    return Override(new_uid(), stopped.guard, stopped.subject, stopped.person_uid, name, why, now())


def _name(text: str) -> str:
    return name_of(text, _("the name of the executive sponsor"))


def _why(text: str) -> str:
    if not text.strip():
        raise Problem("Write down in a sentence why the sponsor allows it; it stays visible on the Roll-out page.")
    if len(text) > MAX_TEXT:
        raise Problem("This is too long; please shorten it to {most} characters.", most=MAX_TEXT)
    return text.strip()
