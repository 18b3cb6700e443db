"""What the executive sponsor says when they allow what was stopped."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.i18n import _, say
from desktop.models.adoption import Stopped
from desktop.models.ids import new_uid, now
from desktop.models.policy import Override
from desktop.models.problems import Problem
from desktop.models.typed import MAX_TEXT, is_blank, name_of
from desktop.presenters.notice import read

if TYPE_CHECKING:
    from desktop.storage.core.policy import PolicyStore


class Gate:
    """What is stopped on its way into the vault, and let through on the sponsor's word."""

    def __init__(self, policy: "PolicyStore") -> None:
        self._policy = policy
        self.stopped = ""

    def forget(self) -> None:
        """Begin anew: something else is asked for."""
        self.stopped = ""

    def let_through(self, save: Callable[[], None], sponsor: str, reason: str) -> dict[str, str]:
        """Run `save`; return {} if it was let through, else what to say by field ("sponsor", "sponsor_reason")."""
        try:
            save()
        except Stopped as stopped:
            if say(stopped) != self.stopped:
                self.stopped = say(stopped)
                return {"sponsor": _("Enter who allows it, or change what is stopped.")}
            by = sponsored(stopped, sponsor, reason)
            if isinstance(by, dict):
                return by
            self._policy.allow(by)
            return self.let_through(save, sponsor, reason)
        return {}


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
    if is_blank(text):
        raise Problem("Write down in a sentence why the sponsor allows it; it stays visible on the Roll-out page.")
    if len(text) > MAX_TEXT:
        raise Problem("This is too long; please shorten it to {most} characters.", most=MAX_TEXT)
    return text.strip()
