"""What may be asked: a guide with its sections and prompts, for one kind and stage of conversation."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from desktop.models.problems import Problem

RULE = "Key result scores steer learning. They decide neither rating nor pay."
"""The sentence every conversation and every note carries, word for word in English."""


class Kind(StrEnum):
    """The two conversations, kept apart from birth."""

    OKR = "okr"
    PERFORMANCE = "performance"


class Stage(StrEnum):
    """Where in its cycle a conversation stands; `REVIEW` is the performance conversation's only stage."""

    SET_ALIGN = "set-align"
    CHECK_IN = "check-in"
    REFLECT_RESET = "reflect-reset"
    REVIEW = "review"


STAGES: Mapping[Kind, tuple[Stage, ...]] = {
    Kind.OKR: (Stage.SET_ALIGN, Stage.CHECK_IN, Stage.REFLECT_RESET),
    Kind.PERFORMANCE: (Stage.REVIEW,),
}


class AnswerType(StrEnum):
    """What can be written down at a prompt.

    All but `READING`, `MANAGER` and `EMPLOYEE` take both voices' words.
    """

    VOICES = "voices"
    MANAGER = "manager"
    EMPLOYEE = "employee"
    COMMITMENTS = "commitments"
    KEY_RESULTS = "key-results"
    CHECK_IN = "check-in"
    REFLECTION = "reflection"
    FACTS = "facts"
    EXPECTATIONS = "expectations"
    READING = "reading"


_BOTH = frozenset(
    {AnswerType.VOICES, AnswerType.MANAGER, AnswerType.EMPLOYEE, AnswerType.COMMITMENTS, AnswerType.READING}
)

ANSWER_TYPES: Mapping[Kind, frozenset[AnswerType]] = {
    Kind.OKR: _BOTH | {AnswerType.KEY_RESULTS, AnswerType.CHECK_IN, AnswerType.REFLECTION},
    Kind.PERFORMANCE: _BOTH | {AnswerType.FACTS, AnswerType.EXPECTATIONS},
}
"""The answer types a guide of each kind may use: key results with their scores stay on the OKR side."""

TOPICS = ("impact", "focus", "communication", "learning")
"""The four questions that connect the performance conversation with the OKRs."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One thing to ask: its words, what it is for, and what better not to ask instead.

    `topic` names the OKR question (one of `TOPICS`) that a prompt of a performance conversation is about,
    else "".
    """

    id: str
    text: str
    purpose: str
    avoid: tuple[str, ...]
    answer: AnswerType
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A step of the conversation with the minutes it should take."""

    id: str
    title: str
    minutes: int
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """A whole agenda. Prompt ids are unique within the guide; `language` is a tag such as "en" or "de-AT"."""

    id: str
    kind: Kind
    stage: Stage
    title: str
    language: str
    version: int
    rule: str
    sections: tuple[Section, ...]

    @property
    def minutes(self) -> int:
        """Return how long the whole conversation should take."""
        return sum(section.minutes for section in self.sections)


def guide_to_data(guide: Guide) -> dict[str, Any]:
    """Return the guide as plain JSON data: the copy of the wording that a conversation keeps."""
    return {
        "id": guide.id,
        "kind": guide.kind.value,
        "stage": guide.stage.value,
        "title": guide.title,
        "language": guide.language,
        "version": guide.version,
        "rule": guide.rule,
        "sections": [_section_to_data(section) for section in guide.sections],
    }


def guide_from_data(data: Mapping[str, Any]) -> Guide:
    """Return the guide that `guide_to_data` wrote down; raise Problem if the data has another shape."""
    try:
        return Guide(
            id=data["id"],
            kind=Kind(data["kind"]),
            stage=Stage(data["stage"]),
            title=data["title"],
            language=data["language"],
            version=data["version"],
            rule=data["rule"],
            sections=tuple(_section_from_data(section) for section in data["sections"]),
        )
    except (KeyError, TypeError, ValueError):
        sentence = "The questions stored with this conversation cannot be read; restore a backup."
        raise Problem(sentence) from None


def _section_to_data(section: Section) -> dict[str, Any]:
    prompts = [_prompt_to_data(prompt) for prompt in section.prompts]
    return {"id": section.id, "title": section.title, "minutes": section.minutes, "prompts": prompts}


def _prompt_to_data(prompt: Prompt) -> dict[str, Any]:
    return {
        "id": prompt.id,
        "text": prompt.text,
        "purpose": prompt.purpose,
        "avoid": list(prompt.avoid),
        "answer": prompt.answer.value,
        "topic": prompt.topic,
    }


def _section_from_data(data: Mapping[str, Any]) -> Section:
    prompts = tuple(_prompt_from_data(prompt) for prompt in data["prompts"])
    return Section(data["id"], data["title"], data["minutes"], prompts)


def _prompt_from_data(data: Mapping[str, Any]) -> Prompt:
    return Prompt(
        id=data["id"],
        text=data["text"],
        purpose=data["purpose"],
        avoid=tuple(data["avoid"]),
        answer=AnswerType(data["answer"]),
        topic=data["topic"],
    )
