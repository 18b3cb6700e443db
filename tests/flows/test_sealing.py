"""From a conversation to a sealed note, and to its correction, in a real vault."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.documents.judging.schema import validate
from desktop.documents.papers.render import render
from desktop.flows.okr.publishing import share
from desktop.flows.talk.correcting import reopen
from desktop.flows.talk.sealing import seal
from desktop.models.conversation import Answer, Commitment, PrivateNote, State, Voice
from desktop.models.guide import Kind, Stage
from desktop.models.ids import new_uid, now
from desktop.models.note import Note, digest_of
from desktop.models.okr import CheckIn
from desktop.models.policy import Decision, Topic
from desktop.models.problems import Problem
from tests.documents.tools import text_of
from tests.world import World


def check_in(world: World, value: str, conversation_uid: str = "") -> CheckIn:
    return CheckIn(
        new_uid(), world.key_result.uid, Decimal(value), date(2026, 10, 5), "desk", 6, now(), conversation_uid
    )


def test_an_empty_conversation_is_not_sealed(world: World) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    with pytest.raises(Problem, match="Nothing has been noted"):
        seal(world.vault, Kind.OKR, talk.uid)
    assert world.vault.conversations(Kind.OKR).conversation(talk.uid).state is State.DRAFT


def test_a_sealed_note_holds_the_questions_both_voices_and_commitments_but_no_private_note(world: World) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    store = world.vault.conversations(Kind.OKR)
    prompt = talk.guide.sections[-1].prompts[0]
    store.save_answer(Answer(talk.uid, prompt.id, "", Voice.EMPLOYEE, "Łukasz said <b>&\nyes"))
    store.save_answer(Answer(talk.uid, prompt.id, "", Voice.MANAGER, "I heard that"))
    store.save_private_note(PrivateNote(talk.uid, talk.guide.sections[0].id, "only mine"))
    store.save_commitment(
        Commitment(new_uid(), talk.uid, world.employee.uid, "Try it", world.employee.name, date(2026, 12, 1))
    )
    note = seal(world.vault, Kind.OKR, talk.uid)
    entry = next(p for s in note.content["sections"] for p in s["prompts"] if p["id"] == prompt.id)
    assert entry["text"] == prompt.text
    assert [v["text"] for v in entry["entries"][0]["voices"]] == ["Łukasz said <b>&\nyes", "I heard that"]
    assert note.content["commitments"][0]["due"] == "2026-12-01"
    assert "only mine" not in note.record.decode()
    assert note.digest == digest_of(note.record)
    assert store.conversation(talk.uid).state is State.SEALED


def test_a_later_change_of_a_key_result_changes_no_note(world: World) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    world.say(talk, "We looked at it")
    world.vault.okrs.record_check_in(check_in(world, "6"))
    note = seal(world.vault, Kind.OKR, talk.uid)
    world.vault.okrs.record_check_in(check_in(world, "4"))
    again = world.vault.notes(Kind.OKR).note(note.uid)
    assert again.record == note.record
    assert again.content["key_results"][0]["check_in"]["value"] == "6"


def test_a_performance_note_cites_facts_and_no_score_level_or_confidence(world: World) -> None:
    world.vault.okrs.record_check_in(check_in(world, "5.1"))
    assert share(world.vault.okrs, world.key_result.uid) == ()
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    world.say(talk, "I moved the urgent queue")
    record = seal(world.vault, Kind.PERFORMANCE, talk.uid).record.decode()
    assert '"latest":"5.1"' in record
    assert "Median first reply" in record
    for secret in (world.key_result.title, '"confidence"', '"levels"', '"score"', '"zone"', '"7"', '"4"', '"5"'):
        assert secret not in record


def test_a_correction_is_a_new_revision_and_the_old_one_stays(world: World) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    world.say(talk, "First words")
    first = seal(world.vault, Kind.OKR, talk.uid)
    draft = reopen(world.vault.conversations(Kind.OKR), first, "A name was wrong")
    world.say(draft, "Better words")
    second = seal(world.vault, Kind.OKR, draft.uid)
    assert (second.series, second.revision, second.reason) == (first.series, 2, "A name was wrong")
    assert second.content["note"]["corrects"] == first.digest
    assert world.vault.notes(Kind.OKR).note(first.uid).record == first.record


def test_a_correction_cites_what_was_cited_then(world: World) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    world.say(talk, "Words")
    world.vault.okrs.record_check_in(check_in(world, "6"))
    first = seal(world.vault, Kind.OKR, talk.uid)
    world.vault.okrs.record_check_in(check_in(world, "4"))
    draft = reopen(world.vault.conversations(Kind.OKR), first, "Typing mistake")
    second = seal(world.vault, Kind.OKR, draft.uid)
    assert second.content["key_results"] == first.content["key_results"]


def test_what_the_correction_itself_records_is_cited(world: World) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    world.say(talk, "Words")
    world.vault.okrs.record_check_in(check_in(world, "6"))
    first = seal(world.vault, Kind.OKR, talk.uid)
    draft = reopen(world.vault.conversations(Kind.OKR), first, "The value was misread")
    world.vault.okrs.record_check_in(check_in(world, "5.5", draft.uid))
    second = seal(world.vault, Kind.OKR, draft.uid)
    assert second.content["key_results"][0]["check_in"]["value"] == "5.5"


def test_only_the_newest_revision_is_corrected_and_a_reason_is_needed(world: World) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    world.say(talk, "Words")
    store = world.vault.conversations(Kind.OKR)
    first = seal(world.vault, Kind.OKR, talk.uid)
    with pytest.raises(Problem, match="needs its reason"):
        reopen(store, first, "  ")
    draft = reopen(store, first, "Once")
    with pytest.raises(Problem, match="open already"):
        reopen(store, first, "Twice")
    seal(world.vault, Kind.OKR, draft.uid)
    stale = reopen(store, first, "On the old one")
    with pytest.raises(Problem, match="newest revision"):
        seal(world.vault, Kind.OKR, stale.uid)


@pytest.mark.parametrize(("kind", "stage"), [(Kind.OKR, Stage.CHECK_IN), (Kind.PERFORMANCE, Stage.REVIEW)])
def test_the_policy_of_the_day_is_sealed_with_the_note_and_printed(
    world: World, kind: Kind, stage: Stage, tmp_path: Path
) -> None:
    plain = sealed_now(world, kind, stage)
    rule = {"text": plain.content["rule"], "decided_by": "", "decided_on": ""}
    assert plain.content["policy"] == rule
    printed = text_of(render(plain), tmp_path)
    assert printed.count(plain.content["rule"]) == 1 and "Decided by" not in printed
    world.vault.policy.save_decision(Decision(Topic.RULE, 'Scores\nteach. <b>&"', "Ines Amador", "1.3.2026"))
    note = sealed_now(world, kind, stage)
    validate(note.content)
    own = {"text": 'Scores teach. <b>&"', "decided_by": "Ines Amador", "decided_on": "2026-03-01"}
    assert note.content["policy"] == own
    printed = text_of(render(note), tmp_path)
    assert f'{rule["text"]} Scores teach. <b>&" Decided by Ines Amador on 1 Mar 2026' in printed
    assert world.vault.notes(kind).note(plain.uid).record == plain.record


def test_a_policy_with_anything_more_is_no_record(world: World) -> None:
    note = sealed_now(world, Kind.PERFORMANCE, Stage.REVIEW)
    content = dict(note.content)
    validate({key: value for key, value in content.items() if key != "policy"})
    for wrong in ({**content["policy"], "score": "0.7"}, {"text": "x"}, {**content["policy"], "text": ""}):
        with pytest.raises(Problem):
            validate({**content, "policy": wrong})


def sealed_now(world: World, kind: Kind, stage: Stage) -> Note:
    talk = world.start(kind, stage)
    world.say(talk, "The rota helped.")
    return seal(world.vault, kind, talk.uid)
