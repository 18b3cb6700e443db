"""How a conversation begins: a guide, two people, a day and a period become a draft."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.models.conversation import Conversation
from desktop.models.guide import Guide
from desktop.models.ids import new_uid, now
from desktop.models.problems import Problem

if TYPE_CHECKING:
    from desktop.storage.talks.conversations import ConversationStore


@dataclass(frozen=True, slots=True)
class Period:
    """The stretch of time a talk is about, both days included; a cycle or any other."""

    name: str
    starts_on: date
    ends_on: date

    def __post_init__(self) -> None:
        if self.ends_on < self.starts_on:
            raise Problem("The period ends before it starts; please check the two dates.")


def begin(
    conversations: "ConversationStore",
    guide: Guide,
    person_uid: str,
    manager_uid: str,
    held_on: date,
    period: Period,
) -> Conversation:
    """Store a new draft with its own copy of the guide; raise Problem if both people are the same."""
    if person_uid == manager_uid:
        raise Problem("A conversation needs two people; choose somebody other than yourself.")
    conversation = Conversation(
        uid=new_uid(),
        kind=guide.kind,
        stage=guide.stage,
        person_uid=person_uid,
        manager_uid=manager_uid,
        guide=guide,
        held_on=held_on,
        period=period.name,
        period_start=period.starts_on,
        period_end=period.ends_on,
        created_at=now(),
    )
    conversations.add(conversation)
    return conversation
