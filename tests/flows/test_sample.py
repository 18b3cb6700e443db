"""The sample firm in a real vault: whole, fresh on every day, and true to the rules it shows."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.documents.judging.schema import validate
from desktop.flows.okr.publishing import preview
from desktop.flows.sample.firm import make_sample_vault
from desktop.models.conversation import Promise, State
from desktop.models.guide import Kind, Stage
from desktop.models.okr import KeyResult
from desktop.models.problems import Problem
from desktop.presenters.okr.okr_side import OkrSide
from desktop.presenters.okr.okr_talk import OkrTalk
from desktop.presenters.talk.steps import step_at, steps_of
from desktop.presenters.talk.words import Words
from desktop.storage.keys.unlocking import unlock_quietly
from desktop.storage.vault import Vault

TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """The firm as it is on a Friday."""
    folder = tmp_path_factory.mktemp("sample") / "vault"
    make_sample_vault(folder, TODAY)
    vault = Vault.open(folder, unlock_quietly(folder))
    yield vault
    vault.close()


def key_results(vault: Vault) -> list[KeyResult]:
    return [result for each in vault.okrs.objectives() for result in vault.okrs.key_results(each.uid)]


def assert_in_time(vault: Vault, today: date) -> None:
    """Levels come before their cycle, values lie in it, and none lies ahead."""
    for result in key_results(vault):
        cycle = vault.okrs.cycle(vault.okrs.objective(result.objective_uid).cycle_uid)
        assert result.written_on is not None
        assert result.written_on < cycle.starts_on, result.title
        for entry in vault.okrs.check_ins(result.uid):
            assert cycle.starts_on <= entry.as_of <= min(today, cycle.ends_on), result.title


def test_there_is_a_manager_who_can_sign_and_people_in_teams(firm: Vault) -> None:
    me = firm.profile.me()
    assert me is not None
    assert firm.profile.identity(me.uid) is not None
    employees = [person for person in firm.people.people() if person.uid != me.uid]
    assert 6 <= len(employees) <= 7
    assert all(person.team_uid and person.role and person.email.endswith(".example") for person in employees)
    assert {"ليلى الحدّاد", "陈思远"} <= {person.name for person in employees}


def test_there_is_a_finished_cycle_and_a_current_one(firm: Vault) -> None:
    last, current = firm.okrs.cycles()
    assert last.ends_on < current.starts_on < TODAY < current.ends_on
    for objective in firm.okrs.objectives(last.uid):
        for result in firm.okrs.key_results(objective.uid):
            reflection = firm.okrs.reflection(result.uid)
            assert reflection is not None, result.title
            assert reflection.learning
            assert reflection.as_of <= last.ends_on
    for objective in firm.okrs.objectives(current.uid):
        for result in firm.okrs.key_results(objective.uid):
            assert firm.okrs.check_ins(result.uid), result.title
            assert firm.okrs.reflection(result.uid) is None


def test_levels_were_written_before_their_cycle_and_nothing_is_known_of_tomorrow(firm: Vault) -> None:
    assert_in_time(firm, TODAY)


def test_what_is_shared_holds_nothing_back(firm: Vault) -> None:
    shared = [result for result in key_results(firm) if result.shared]
    assert len(shared) >= 10
    assert len(shared) < len(key_results(firm))
    for result in shared:
        assert preview(firm.okrs, result.uid).held == (), result.neutral_name


def test_both_conversations_are_there_in_several_states(firm: Vault) -> None:
    for kind in Kind:
        talks = firm.conversations(kind).conversations()
        assert {talk.state for talk in talks} == {State.DRAFT, State.SEALED}
        assert any(note.revision == 2 and note.reason for note in firm.notes(kind).notes())
    stages = {note.stage for note in firm.notes(Kind.OKR).notes()}
    assert stages == {Stage.SET_ALIGN, Stage.CHECK_IN, Stage.REFLECT_RESET}


def test_a_note_cites_what_was_known_on_its_day(firm: Vault) -> None:
    notes = firm.notes(Kind.OKR).notes()
    cited = [
        (note.content["held_on"], result["check_in"]["as_of"])
        for note in notes
        for result in note.content["key_results"]
        if result["check_in"]
    ]
    assert len(cited) > 5
    assert all(as_of <= held_on for held_on, as_of in cited)
    facts = [
        fact
        for note in firm.notes(Kind.PERFORMANCE).notes()
        for objective in note.content["objectives"]
        for fact in objective["facts"]
    ]
    assert any(fact["learning"] for fact in facts)


def test_every_note_has_the_published_shape_and_every_seal_holds(firm: Vault) -> None:
    for kind in Kind:
        for note in firm.notes(kind).notes():
            validate(note.content)
    assert firm.check() == ()


def test_every_answer_belongs_to_a_prompt_that_is_asked(firm: Vault) -> None:
    for kind in Kind:
        for talk in firm.conversations(kind).conversations():
            prompts = {prompt.id for section in talk.guide.sections for prompt in section.prompts}
            sections = {section.id for section in talk.guide.sections}
            answers = firm.conversations(kind).answers(talk.uid)
            assert {answer.prompt_id for answer in answers} <= prompts
            assert {note.section_id for note in firm.conversations(kind).private_notes(talk.uid)} <= sections
            known = {result.uid for result in key_results(firm)} | {""}
            assert {answer.subject for answer in answers} <= known


def test_the_open_check_in_can_be_resumed_with_nothing_left_over(firm: Vault) -> None:
    side = OkrTalk(OkrSide(firm.okrs, firm.people, lambda: TODAY), firm.okrs, lambda: TODAY)
    for draft in firm.conversations(Kind.OKR).conversations(state=State.DRAFT):
        said = Words(Kind.OKR, firm.conversations(Kind.OKR), firm.writer).said(draft.uid)
        assert side.left_over(draft, said) == ()
        steps = steps_of(draft.guide, side.subjects(draft))
        assert 0 < step_at(draft.guide, steps, draft.step) < len(steps) - 1


def test_promises_are_kept_open_and_overdue(firm: Vault) -> None:
    promises = [
        promise
        for person in firm.people.people()
        for kind in Kind
        for promise in firm.conversations(kind).open_commitments(person.uid)
    ]
    texts = [promise.text for promise in promises]
    assert len(texts) == len(set(texts))
    assert any(promise.due and promise.due < TODAY for promise in promises)
    assert any(promise.due and promise.due > TODAY for promise in promises)
    okr_talks = firm.conversations(Kind.OKR)
    made = [promise for talk in okr_talks.conversations() for promise in okr_talks.commitments(talk.uid)]
    assert {Promise.OPEN, Promise.KEPT} <= {promise.state for promise in made}


def test_the_performance_side_speaks_of_no_score(firm: Vault) -> None:
    for note in firm.notes(Kind.PERFORMANCE).notes():
        said = " ".join(
            voice["text"]
            for section in note.content["sections"]
            for prompt in section["prompts"]
            for entry in prompt["entries"]
            for voice in entry["voices"]
        )
        assert len(said) > 1000
        assert not [word for word in ("score", "stretch", "confidence") if word in said.casefold()]


@pytest.mark.parametrize("weekday", [0, 5, 6])
def test_the_firm_is_whole_on_a_monday_and_at_the_weekend(tmp_path: Path, weekday: int) -> None:
    today = date(2027, 2, 22) + timedelta(days=weekday)
    heard: list[tuple[int, int, str]] = []
    make_sample_vault(tmp_path / "vault", today, lambda *step: heard.append(step))
    assert heard[-1][0] == heard[-1][1] > 20
    vault = Vault.open(tmp_path / "vault", unlock_quietly(tmp_path / "vault"))
    try:
        last, current = vault.okrs.cycles()
        assert last.ends_on < current.starts_on < today < current.ends_on
        assert_in_time(vault, today)
    finally:
        vault.close()


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(Problem, match="is not empty"):
        make_sample_vault(tmp_path, TODAY)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_an_empty_folder_becomes_the_vault(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    make_sample_vault(folder, TODAY)
    assert Vault.exists(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def test_answers_came_back_and_one_note_is_with_its_employee(firm: Vault) -> None:
    standings = [each for kind in Kind for each in firm.responses(kind).standings().values()]
    answered = {(str(each.arrival), each.choice) for each in standings if each.arrival}
    assert answered == {("signed", "disagree"), ("answered", "agree")}
    assert len([each for each in standings if each.handed_over_at and not each.arrival]) == 1
