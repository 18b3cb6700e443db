"""A guide laid out as a row of steps: one prompt at a time, repeated per key result where the guide says so."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from desktop.models.guide import AnswerType, Guide, Prompt, Section

REPEATED = (AnswerType.CHECK_IN, AnswerType.REFLECTION)
_SUBJECTS = 500
"""How many key results a prompt may be repeated over before places of two prompts would meet."""


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


def place_of(guide: Guide, steps: Sequence[Step], at: int) -> int:
    """Return step `at` as a number to come back to: prompt and subject, so that no other prompt's subjects move it."""
    step = steps[at]
    own = [each.subject_uid for each in steps if each.prompt.id == step.prompt.id]
    return _prompts(guide).index(step.prompt.id) * _SUBJECTS + min(own.index(step.subject_uid), _SUBJECTS - 1)


def step_at(guide: Guide, steps: Sequence[Step], place: int) -> int:
    """Return the step that `place_of` wrote down; where its subject is gone, the nearest one of its prompt."""
    prompt, subject = divmod(place, _SUBJECTS)
    ids = _prompts(guide)
    own = [at for at, each in enumerate(steps) if each.prompt.id == ids[min(prompt, len(ids) - 1)]]
    return own[min(subject, len(own) - 1)]


def section_at(guide: Guide, place: int) -> int:
    """Return the section of a place, without asking which subjects there are."""
    last = [sum(len(each.prompts) for each in guide.sections[: at + 1]) for at in range(len(guide.sections))]
    return next((at for at, end in enumerate(last) if place // _SUBJECTS < end), len(last) - 1)


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


def _prompts(guide: Guide) -> list[str]:
    return [prompt.id for section in guide.sections for prompt in section.prompts]


def _about(prompt: Prompt, subjects: Sequence[Subject]) -> Sequence[Subject | None]:
    return subjects if prompt.answer in REPEATED and subjects else (None,)
