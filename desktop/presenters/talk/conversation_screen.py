"""What the conversation screen shows: finished words, nothing to decide."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from desktop.i18n import _
from desktop.models.conversation import Conversation, State
from desktop.presenters.notice import Notice, Tone
from desktop.presenters.talk.context import ContextPanel
from desktop.presenters.talk.prepared import Prepared

NO_ERRORS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class StepMark:
    """One section in the stepper: its title and whether it is done, current, skipped or still open."""

    title: str
    state: str


@dataclass(frozen=True, slots=True)
class Box:
    """One field for words. `key` changes with the question, so that a view writes the text only then."""

    voice: str
    key: str
    label: str
    hint: str
    text: str


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A commitment in words; `carried` ones come from an earlier talk and wait for a decision."""

    uid: str
    text: str
    detail: str
    state: str
    carried: bool


@dataclass(frozen=True, slots=True)
class CommitmentForm:
    """What is typed into the form for a new commitment."""

    text: str = ""
    owner: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class Commitments:
    """The commitments of this talk and the form for another one; `prominent` where the prompt is about them."""

    rows: tuple[CommitmentRow, ...]
    form: CommitmentForm
    owners: tuple[str, ...]
    errors: Mapping[str, str] = field(default_factory=lambda: NO_ERRORS)
    prominent: bool = False


@dataclass(frozen=True, slots=True)
class ConversationScreen:
    """One step of a conversation.

    `topic` is the answer type of the prompt: what the step is about.
    `form` is what the kind adds to this step (a check-in, a reflection, role expectations…), shown by the view that
    knows its class; None where the step has only words. A `sealed` conversation can be read, no more.
    `prepared` is what the employee wrote before the talk.
    """

    uid: str
    kind: str
    title: str
    subtitle: str
    steps: tuple[StepMark, ...]
    section: str
    minutes: int
    count: str
    about: str
    topic: str
    prompt: str
    purpose: str
    avoid: tuple[str, ...]
    boxes: tuple[Box, ...]
    private: Box
    visit: str
    form: object | None
    commitments: Commitments
    context: ContextPanel
    can_go_back: bool
    next_label: str
    notice: Notice | None = None
    finished: bool = False
    sealed: bool = False
    prepared: Prepared | None = None


def sealed_notice(talk: Conversation) -> Notice | None:
    """Return what to say above a conversation that is sealed, None while it is a draft."""
    if talk.state is not State.SEALED:
        return None
    return Notice(Tone.INFO, _("This conversation is sealed. Open its note to read or correct it."))
