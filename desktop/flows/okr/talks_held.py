"""What the OKR side says of its conversations to the performance side: days, stages and counts, no words."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from desktop.models.bridge import Promised, TalksHeld
from desktop.models.conversation import Commitment, Promise, State

if TYPE_CHECKING:
    from desktop.models.people import Person
    from desktop.storage.talks.conversations import ConversationStore


def talks_held(
    conversations: "ConversationStore", person: "Person", manager: "Person", start: date, end: date
) -> TalksHeld:
    """Return the sealed OKR conversations with a person in a period (both days included), the earliest first.

    Commitments are counted for the two people alone; whatever else stands in the field of the owner is left out.
    """
    sealed = conversations.conversations(person_uid=person.uid, state=State.SEALED)
    talks = [each for each in sealed if not each.corrects and start <= each.held_on <= end]
    promises = [each for talk in talks for each in conversations.commitments(talk.uid)]
    return TalksHeld(
        tuple(sorted((talk.held_on, talk.stage) for talk in talks)),
        tuple(each for owner in (person.name, manager.name) if (each := _promised(owner, promises)).made),
    )


def _promised(owner: str, promises: Sequence[Commitment]) -> Promised:
    states = [promise.state for promise in promises if promise.owner == owner]
    return Promised(owner, len(states), states.count(Promise.KEPT), states.count(Promise.DROPPED))
