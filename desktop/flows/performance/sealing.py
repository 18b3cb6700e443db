"""The performance side of sealing: cited facts and examples are copied into the record."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desktop.flows.performance.scope import grounds_of
from desktop.models.conversation import Voice
from desktop.models.guide import Kind
from desktop.models.performance_record import Grounds, performance_record
from desktop.models.problems import Problem
from desktop.models.rating import require_rating
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
    _require_few_enough(grounds)
    grounds = replace(grounds, ratings=_ratings(vault, told.uid, grounds))
    made = performance_record(talk, sealing, grounds)
    if before:
        made["objectives"] = before["objectives"]
    return made


_MOST = 10_000
"""How many examples of one expectation a record holds (its published schema)."""


def _require_few_enough(grounds: Grounds) -> None:
    for expectation in grounds.expectations:
        if len(grounds.examples(expectation.uid)) > _MOST:
            raise Problem(
                "“{expectation}” has more than {most} examples; take some off it, they stay among the moments.",
                expectation=expectation.text,
                most=_MOST,
            )


def _ratings(vault: "Vault", uid: str, grounds: Grounds) -> dict[str, str]:
    """Return the ratings chosen in a conversation; raise Problem if one may not stand."""
    answers = vault.conversations(Kind.PERFORMANCE).answers(uid)
    chosen = {each.subject: each.text for each in answers if each.voice is Voice.RATING and each.text}
    ratings = {each.uid: chosen[each.uid] for each in grounds.expectations if each.uid in chosen}
    scale = vault.scale.labels()
    for expectation in grounds.expectations:
        if expectation.uid in ratings:
            count = len(grounds.examples(expectation.uid))
            require_rating(ratings[expectation.uid], scale, expectation.text, count)
    return ratings
