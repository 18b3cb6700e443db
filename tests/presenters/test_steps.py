"""A guide as a row of steps."""

from desktop.models.guide import RULE, AnswerType, Guide, Kind, Prompt, Section, Stage
from desktop.presenters.talk.steps import Subject, place_of, section_at, section_state, step_at, steps_of


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


def test_a_place_stays_with_its_prompt_while_key_results_come_and_go() -> None:
    one, three = steps_of(GUIDE, TWO[:1]), steps_of(GUIDE, (*TWO, Subject("k3", "Waiting")))
    for at, step in enumerate(one):
        place = place_of(GUIDE, one, at)
        assert step_at(GUIDE, one, place) == at
        assert three[step_at(GUIDE, three, place)].prompt is step.prompt
        assert section_at(GUIDE, place) == step.section
    gone = place_of(GUIDE, three, 3)
    assert (three[3].subject_uid, one[step_at(GUIDE, one, gone)].subject_uid) == ("k3", "k1")
    assert step_at(GUIDE, one, 1_000_000) == len(one) - 1
    assert section_at(GUIDE, 1_000_000) == 2
