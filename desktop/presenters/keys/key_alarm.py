"""What is to be said, wherever a person is shown, about the key they sign with."""

from datetime import datetime
from typing import TYPE_CHECKING

from desktop.flows.keys.trusting import waiting_key
from desktop.i18n import _
from desktop.models.people import Person
from desktop.wording import day, isolated

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


def key_changed(vault: "Vault", person: Person) -> str:
    """Return the warning that a person's key changed and nobody compared the new one, "" if there is none.

    A first key is no change: nothing was known that could have changed.
    """
    pins, waiting = vault.profile.pins(person.uid), waiting_key(vault, person.uid)
    if waiting is not None and pins:
        return _changed(person, waiting.arrived_at)
    if len(pins) < 2 or pins[0].compared or pins[0].replaced_at is not None:
        return ""
    return _changed(person, pins[0].pinned_at)


def key_state(vault: "Vault", person: Person) -> str:
    """Return in a few words what is known of a person's key."""
    pin = vault.profile.current_pin(person.uid)
    if waiting_key(vault, person.uid) is not None:
        return _("A key waits to be compared")
    if pin is None:
        return _("No key known yet")
    since = day(pin.pinned_at.astimezone().date())
    if pin.compared:
        return _("Key known since {day}, compared").format(day=since)
    return _("Key known since {day}, not compared yet").format(day=since)


def _changed(person: Person, when: datetime) -> str:
    changed = _(
        "The key of {name} changed on {day}. Compare the words with them before you rely on a signature: "
        "it may be a new computer, or somebody else."
    )
    return changed.format(name=isolated(person.name), day=day(when.astimezone().date()))
