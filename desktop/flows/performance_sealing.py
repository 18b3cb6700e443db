"""The performance side of sealing: cited facts and examples are copied into the record."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop.flows.performance_scope import grounds_of
from desktop.models.performance_record import performance_record
from desktop.models.record import Sealing, Talk

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


def record(vault: "Vault", talk: Talk, sealing: Sealing, before: Mapping[str, Any]) -> dict[str, Any]:
    """Return the record of a performance conversation.

    A correction (`before` is the record it corrects) cites the facts of the note it corrects: what was learned
    since then was not on the table that day.
    """
    told = talk.conversation
    grounds = grounds_of(vault.facts, vault.evidence, talk.employee, told.period_start, told.period_end)
    made = performance_record(talk, sealing, grounds)
    if before:
        made["objectives"] = before["objectives"]
    return made
