"""A guide's values and the plain copy of them that a conversation keeps."""

import dataclasses
import json
from typing import Any

import pytest

from desktop.models.guide import (
    ANSWER_TYPES,
    RULE,
    STAGES,
    AnswerType,
    Guide,
    Kind,
    Prompt,
    Section,
    Stage,
    guide_from_data,
    guide_to_data,
)
from desktop.models.problems import Problem

ASK = Prompt("impact", "What changed?", "Listen.", ("“Why?” Ask how.", "Anything else."), AnswerType.FACTS, "impact")
READ = Prompt("rule", "Read this <b>aloud</b> & wait. Łódź 李 😀", "It matters.", (), AnswerType.READING)
GUIDE = Guide(
    id="review-short",
    kind=Kind.PERFORMANCE,
    stage=Stage.REVIEW,
    title="Short",
    language="en",
    version=3,
    rule=RULE,
    sections=(Section("one", "One", 5, (READ,)), Section("two", "Two", 20, (ASK,))),
)


def test_minutes_are_those_of_all_sections() -> None:
    assert GUIDE.minutes == 25


def test_a_guide_comes_back_from_json_as_it_was() -> None:
    data = guide_to_data(GUIDE)
    through = json.loads(json.dumps(data))
    assert through == data
    assert guide_from_data(through) == GUIDE


def test_the_copy_is_plain_data_all_the_way_down() -> None:
    data = guide_to_data(GUIDE)
    assert {type(data["kind"]), type(data["stage"]), type(data["sections"][1]["prompts"][0]["answer"])} == {str}
    assert data["sections"][1]["prompts"][0]["avoid"] == ["“Why?” Ask how.", "Anything else."]


def test_a_guide_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        GUIDE.title = "Other"  # type: ignore[misc]


def _without(key: str) -> dict[str, Any]:
    return {name: value for name, value in guide_to_data(GUIDE).items() if name != key}


@pytest.mark.parametrize(
    "data",
    [
        {},
        _without("rule"),
        guide_to_data(GUIDE) | {"kind": "gossip"},
        guide_to_data(GUIDE) | {"sections": None},
        guide_to_data(GUIDE) | {"sections": ["text"]},
        guide_to_data(GUIDE) | {"sections": [{"id": "one", "title": "One", "minutes": 5, "prompts": [{}]}]},
    ],
)
def test_a_damaged_copy_is_a_problem_with_a_sentence(data: dict[str, Any]) -> None:
    with pytest.raises(Problem, match="cannot be read"):
        guide_from_data(data)


def test_every_stage_belongs_to_exactly_one_kind() -> None:
    assert sorted(stage for stages in STAGES.values() for stage in stages) == sorted(Stage)


def test_key_results_with_their_scores_have_no_answer_type_on_the_performance_side() -> None:
    scored = {AnswerType.KEY_RESULTS, AnswerType.CHECK_IN, AnswerType.REFLECTION}
    assert not ANSWER_TYPES[Kind.PERFORMANCE] & scored
    assert ANSWER_TYPES[Kind.OKR] >= scored
    assert not ANSWER_TYPES[Kind.OKR] & {AnswerType.FACTS, AnswerType.EXPECTATIONS}
    assert ANSWER_TYPES[Kind.OKR] | ANSWER_TYPES[Kind.PERFORMANCE] == set(AnswerType)
