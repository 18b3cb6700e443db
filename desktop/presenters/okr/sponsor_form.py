"""What the executive sponsor says when they allow what was stopped."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from desktop.i18n import _, say
from desktop.models.adoption import Stopped
from desktop.models.ids import new_uid, now
from desktop.models.policy import Engagement, Override
from desktop.models.sponsoring import no_sponsor, require_sentence, sponsor_of, sponsors
from desktop.presenters.notice import read

if TYPE_CHECKING:
    from desktop.storage.core.policy import PolicyStore


class Gate:
    """What is stopped on its way into the vault, and let through on the sponsor's word."""

    def __init__(self, policy: "PolicyStore", today: Callable[[], date]) -> None:
        self._policy = policy
        self._today = today
        self.stopped = ""

    def forget(self) -> None:
        """Begin anew: something else is asked for."""
        self.stopped = ""

    def let_through(self, save: Callable[[], None], sponsor: str, reason: str) -> dict[str, str]:
        """Run `save`; return {} if it was let through, else what to say by field ("sponsor", "sponsor_reason")."""
        try:
            save()
        except Stopped as stopped:
            engagements = self._policy.engagements()
            if say(stopped) != self.stopped:
                self.stopped = say(stopped)
                return {"sponsor": asked(engagements, self._today())}
            by = sponsored(stopped, sponsor, reason, engagements, self._today())
            if isinstance(by, dict):
                return by
            self._policy.allow(by)
            return self.let_through(save, sponsor, reason)
        return {}


def asked(engagements: Sequence[Engagement], today: date) -> str:
    """Return what to do about something that was stopped just now."""
    if sponsors(engagements, today):
        return _("Enter who allows it, or change what is stopped.")
    return say(no_sponsor())


def sponsored(
    stopped: Stopped, sponsor: str, reason: str, engagements: Sequence[Engagement], today: date
) -> Override | dict[str, str]:
    """Return the override that lets `stopped` through, or the errors by field ("sponsor", "sponsor_reason").

    Only a sponsor who is engaged by `today` can allow it.
    """
    errors: dict[str, str] = {}
    name = read(errors, "sponsor", lambda typed: sponsor_of(engagements, typed, today), sponsor)
    why = read(errors, "sponsor_reason", require_sentence, reason)
    if name is None or why is None:
        return errors
    return Override(new_uid(), stopped.guard, stopped.subject, stopped.person_uid, name, why, now())
