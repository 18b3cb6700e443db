"""A guide laid out as a row of steps: one prompt at a time, repeated per key result where the guide says so."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from desktop.models.guide import AnswerType, Guide, Prompt, Section

REPEATED = (AnswerType.CHECK_IN, AnswerType.REFLECTION)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a repeated prompt is about: a key result by uid and title."""

    uid: str
    title: str


@dataclass(frozen=True, slots=True)
class Step:
    """One prompt of one section, about one subject (or about none)."""

    section: int
    prompt: Prompt
    subject: Subject | None = None

    @property
    def subject_uid(self) -> str:
        """The uid of the subject, "" for none."""
        return self.subject.uid if self.subject else ""


def steps_of(guide: Guide, subjects: Sequence[Subject]) -> tuple[Step, ...]:
    """Return all steps in order; a repeated prompt without any subject stays one step."""
    return tuple(
        Step(index, prompt, subject)
        for index, section in enumerate(guide.sections)
        for prompt in section.prompts
        for subject in _about(prompt, subjects)
    )


def section_state(steps: Sequence[Step], current: int, section: int, answered: Collection[tuple[str, str]]) -> str:
    """Return "current", "done", "skipped" or "open" for a section of the stepper.

    A section left behind without a word is skipped, unless it only had something to read.
    """
    if steps[current].section == section:
        return "current"
    own = [step for step in steps if step.section == section]
    if any((step.prompt.id, step.subject_uid) in answered for step in own):
        return "done"
    if steps[current].section < section:
        return "open"
    return "done" if all(step.prompt.answer is AnswerType.READING for step in own) else "skipped"


def section_of(guide: Guide, step: Step) -> Section:
    """Return the section a step belongs to."""
    return guide.sections[step.section]


def _about(prompt: Prompt, subjects: Sequence[Subject]) -> Sequence[Subject | None]:
    return subjects if prompt.answer in REPEATED and subjects else (None,)
