"""A guide as a row of steps."""

from desktop.models.guide import RULE, AnswerType, Guide, Kind, Prompt, Section, Stage
from desktop.presenters.steps import Subject, section_state, steps_of


def prompt(name: str, answer: AnswerType = AnswerType.VOICES) -> Prompt:
    return Prompt(name, f"Ask {name}?", "why", (), answer)


GUIDE = Guide(
    "g",
    Kind.OKR,
    Stage.CHECK_IN,
    "Check-in",
    "en",
    1,
    RULE,
    (
        Section("a", "Read", 1, (prompt("read", AnswerType.READING),)),
        Section("b", "Values", 5, (prompt("value", AnswerType.CHECK_IN), prompt("changed"))),
        Section("c", "Next", 5, (prompt("next"),)),
    ),
)
TWO = (Subject("k1", "First reply"), Subject("k2", "Reopened"))


def test_a_repeated_prompt_is_one_step_per_key_result() -> None:
    steps = steps_of(GUIDE, TWO)
    assert [(step.prompt.id, step.subject_uid) for step in steps] == [
        ("read", ""),
        ("value", "k1"),
        ("value", "k2"),
        ("changed", ""),
        ("next", ""),
    ]


def test_without_key_results_a_repeated_prompt_stays_one_step() -> None:
    assert [step.prompt.id for step in steps_of(GUIDE, ())] == ["read", "value", "changed", "next"]


def test_sections_are_done_current_skipped_or_open() -> None:
    steps = steps_of(GUIDE, TWO)
    at_the_end = len(steps) - 1
    assert [section_state(steps, at_the_end, i, set()) for i in range(3)] == ["done", "skipped", "current"]
    assert section_state(steps, at_the_end, 1, {("value", "k2")}) == "done"
    assert [section_state(steps, 0, i, set()) for i in range(3)] == ["current", "open", "open"]
