"""The policy page says what the firm decided, calls the rest open, and is an archive file."""

from datetime import date
from pathlib import Path

import pikepdf
import pytest

from desktop.documents.judging.preview import page_count, printed_text
from desktop.flows.firm.policy_page import policy_pdf, save_policy_page
from desktop.flows.firm.policy_parts import open_parts
from desktop.models.guide import RULE
from desktop.models.policy import PARAMETERS, Decision, Topic
from desktop.models.problems import Problem
from tests.documents.tools import validators

TODAY = date(2026, 11, 20)
DECIDED = {
    Topic.RULE: Decision(Topic.RULE, 'Scores teach. <b>&"', "Ines Amador", "2026-03-01"),
    Topic.PAY: Decision(Topic.PAY, "Revenue may, under “Shared harvest”. لا شيء آخر", "The board", "soon"),
    Topic.CONTACT: Decision(Topic.CONTACT, "Nele Brandt"),
}


def words(pdf: bytes) -> str:
    return " ".join(printed_text(pdf).split())


def test_the_firms_answers_stand_on_it_with_who_and_when() -> None:
    text = words(policy_pdf(DECIDED, TODAY))
    assert 'Scores teach. <b>&" Decided by Ines Amador on 1 Mar 2026' in text
    assert "under “Shared harvest”." in text and "Decided by The board" in text
    assert "Nele Brandt" in text
    assert "Policy as of 20 Nov 2026" in text


def test_what_is_open_is_called_open() -> None:
    text = words(policy_pdf({}, TODAY))
    assert text.count("Not decided yet.") == 4
    assert RULE in text and "own words were not decided yet" in text
    assert "Decided by" not in text


def test_the_same_answers_give_the_same_page_and_it_fits_one() -> None:
    pdf = policy_pdf(DECIDED, TODAY)
    assert pdf == policy_pdf(DECIDED, TODAY)
    assert page_count(pdf) == 1


def test_a_long_answer_takes_more_pages_and_loses_nothing() -> None:
    long = "\n".join(f"word{number}" for number in range(3000))
    pdf = policy_pdf({**DECIDED, Topic.ACCESS: Decision(Topic.ACCESS, long)}, TODAY)
    text = words(pdf)
    assert page_count(pdf) > 3
    assert all(f"word{number}" in text for number in (0, 1500, 2999))


def test_it_is_tagged_and_an_archive_file(tmp_path: Path) -> None:
    path = save_policy_page(DECIDED, tmp_path, TODAY)
    with pikepdf.open(path) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.Lang == "en"
        metadata = bytes(pdf.Root.Metadata.read_bytes()).decode()
        assert "<pdfaid:part>3</pdfaid:part>" in metadata and "<pdfuaid:part>1</pdfuaid:part>" in metadata
        assert len(pdf.Root.OutputIntents) == 1
    assert [judge(path) for judge in validators()] == [""] * len(validators())


def test_it_never_takes_the_place_of_another_file(tmp_path: Path) -> None:
    first = save_policy_page(DECIDED, tmp_path, TODAY)
    second = save_policy_page(DECIDED, tmp_path, TODAY)
    assert first.name == "2026-11-20 - Policy on OKRs and performance conversations.pdf"
    assert second.name.endswith("(2).pdf")
    assert first.read_bytes() == second.read_bytes()
    with pytest.raises(Problem, match="does not exist"):
        save_policy_page(DECIDED, tmp_path / "gone", TODAY)


def test_every_answered_parameter_stands_on_it_with_who_and_when() -> None:
    settled = {each: Decision(each, f"Answer to {each}", f"Decider of {each}", "1.3.2026") for each in PARAMETERS}
    text = words(policy_pdf(settled, TODAY))
    for each in PARAMETERS:
        assert f"Answer to {each} Decided by Decider of {each} on 1 Mar 2026" in text
    assert "Whose objectives there are Answer to levels" in text
    assert "Length of a cycle Answer to cycle" in text
    assert "Kinds of key results Answer to kinds" in text
    assert "How we work with OKRs" not in words(policy_pdf(DECIDED, TODAY))


def test_what_is_open_can_be_named() -> None:
    everything = {each: Decision(each, "Settled") for each in Topic}
    assert open_parts(everything) == ()
    assert open_parts({**everything, Topic.ACCESS: Decision(Topic.ACCESS, "?")}) == ("Who sees what",)
    assert {"The rule in your words", "Whom to ask", "Alignment"} <= set(open_parts({}))
    assert "Not decided yet." in words(policy_pdf({Topic.ACCESS: Decision(Topic.ACCESS, "?")}, TODAY))
