"""A sponsor who lets one person have objectives of their own although the OKRs are young."""

from desktop.models.ids import new_uid, now
from desktop.models.policy import Engagement, Guard, Override, Role
from desktop.storage.vault import Vault


def allow_individual(vault: Vault, cycle_uid: str, person_uid: str, reason: str = "No team yet") -> None:
    """Let individual objectives of a person through in a cycle."""
    told = (Guard.INDIVIDUAL, cycle_uid, person_uid, "Ines Amador", reason)
    vault.policy.allow(Override(new_uid(), *told, now()))


def win_sponsor(vault: Vault, name: str = "Ines Amador", engaged_on: str = "2026-09-01") -> None:
    """Enter an executive sponsor."""
    vault.policy.save_engagement(Engagement(new_uid(), Role.SPONSOR, name, engaged_on))
