"""What each kind brings to a conversation: its context, its forms, and what becomes of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from desktop.models.conversation import Conversation
from desktop.presenters.notice import Notice
from desktop.presenters.talk.coaching import Spot
from desktop.presenters.talk.context import ContextPanel, ContextRow
from desktop.presenters.talk.conversation_screen import NO_ERRORS
from desktop.presenters.talk.steps import Step, Subject
from desktop.presenters.talk.words import Field


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a form: errors by field name, a sentence, and the fields that hold something else now.

    `used` are the fields whose words were taken, `into` the uid of what was made of them.
    """

    errors: Mapping[str, str] = field(default_factory=lambda: NO_ERRORS)
    notice: Notice | None = None
    used: tuple[Field, ...] = ()
    into: str = ""
    written: Mapping[Field, str] = field(default_factory=dict)


class Side(Protocol):
    """The OKR side or the performance side of a conversation."""

    def subjects(self, conversation: Conversation) -> tuple[Subject, ...]:
        """Return what repeated prompts are repeated over."""

    def context(self, conversation: Conversation, topic: str = "") -> ContextPanel:
        """Return what stands beside the conversation, or beside its question of a `topic`."""

    def form(
        self, conversation: Conversation, step: Step, said: Mapping[Field, str], errors: Mapping[str, str]
    ) -> object | None:
        """Return the form of a step as its own frozen screen, or None."""

    def leave(self, conversation: Conversation, step: Step, said: Mapping[Field, str]) -> Outcome:
        """Take what the form of a step holds when the person goes on; errors keep them at the step."""

    def act(self, conversation: Conversation, step: Step, said: Mapping[Field, str], name: str, uid: str) -> Outcome:
        """Do what a button of the form asks for (`name`), to the thing `uid`."""

    def entered(self, conversation: Conversation, step: Step, said: Mapping[Field, str]) -> tuple[ContextRow, ...]:
        """Return what the form of a step holds and a note would hold, in words; nothing where it is empty."""

    def left_over(self, conversation: Conversation, said: Mapping[Field, str]) -> tuple[str, ...]:
        """Return a sentence for everything typed into a form but not taken, so that nothing is lost unseen."""

    def written(self, conversation: Conversation) -> Mapping[Spot, str]:
        """Return the manager's words that stand beside the conversation and are sealed with it, by where they stand."""

    def discarded(self, conversation: Conversation) -> None:
        """Put right what others were told of a draft that is gone."""
