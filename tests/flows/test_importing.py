"""A record from another vault comes into a real one, adds what is new and changes nothing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.documents.keys.identity import make_identity
from desktop.flows.notes.exporting import export
from desktop.flows.notes.importing import plan_import, run_import
from desktop.flows.talk.correcting import reopen
from desktop.flows.talk.sealing import seal
from desktop.models.guide import Kind
from desktop.models.ids import new_uid, now
from desktop.models.note import Note
from desktop.models.people import Person, Team
from desktop.models.problems import Problem
from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY
from tests.world import World


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Vault]:
    """An empty vault on another machine."""
    vault = Vault.create(tmp_path / "other", VAULT_KEY)
    yield vault
    vault.close()


def taken(vault: Vault, record: dict[str, Any]) -> Note:
    return run_import(vault, plan_import(vault, record))


def test_a_note_brings_its_person_and_team(other: Vault, note: Note) -> None:
    plan = plan_import(other, note.content)
    assert (plan.new_person, plan.new_team, plan.here, plan.refusal) == (True, "Support", False, None)
    assert other.people.people() == ()
    imported = run_import(other, plan)
    assert imported.imported
    assert (imported.record, imported.digest) == (note.record, note.digest)
    assert [team.name for team in other.people.teams()] == ["Support"]
    (person,) = other.people.people()
    assert (person.name, person.role, person.team_uid) == (
        "Tomas Oyelaran",
        "Support engineer",
        other.people.teams()[0].uid,
    )
    assert other.notes(Kind.PERFORMANCE).notes(person.uid) == (imported,)
    assert other.verify_chain() == ()


def test_the_signed_pdf_stays_with_the_note_and_is_handed_on_unsigned_by_others(
    signing_world: World, other: Vault, note: Note, tmp_path: Path
) -> None:
    me = Person("me", "Somebody Else")
    other.profile.set_me(me)
    other.profile.save_identity(make_identity(me, now()))
    imported = taken(other, note.content)
    with pytest.raises(Problem, match="without its signed PDF"):
        export(other, imported, tmp_path)
    pdf = export(signing_world.vault, note, tmp_path).pdf
    run_import(other, plan_import(other, note.content), pdf)
    run_import(other, plan_import(other, note.content), pdf)
    handed_on = export(other, imported, tmp_path)
    assert handed_on.path.read_bytes() == pdf
    assert [found.signer for found in handed_on.verdict.signatures] == ["Mira Solberg"]
    assert len(other.notes(note.kind).exports(note.uid)) == 1


def test_a_second_import_changes_nothing(other: Vault, note: Note) -> None:
    first = taken(other, note.content)
    plan = plan_import(other, note.content)
    assert plan.here
    assert run_import(other, plan) == first
    assert len(other.notes(Kind.PERFORMANCE).notes()) == 1


def test_my_own_note_is_here_already(signing_world: World, note: Note) -> None:
    plan = plan_import(signing_world.vault, note.content)
    assert plan.here
    assert not run_import(signing_world.vault, plan).imported


def test_other_words_under_the_same_uid_are_refused(other: Vault, note: Note) -> None:
    first = taken(other, note.content)
    plan = plan_import(other, note.content | {"rule": "Scores decide pay."})
    assert plan.refusal is not None
    with pytest.raises(Problem, match="with other words"):
        run_import(other, plan)
    assert other.notes(Kind.PERFORMANCE).notes() == (first,)


def test_another_note_in_the_place_of_a_revision_is_refused(other: Vault, note: Note) -> None:
    taken(other, note.content)
    rival = note.content
    rival["note"]["uid"] = new_uid()
    assert "another revision 1" in str(plan_import(other, rival).refusal)


def test_revisions_come_in_any_order(signing_world: World, other: Vault, note: Note) -> None:
    store = signing_world.vault.conversations(note.kind)
    second = seal(signing_world.vault, note.kind, reopen(store, note, "A date was wrong").uid)
    for each in (second, note):
        taken(other, each.content)
    revisions = other.notes(note.kind).revisions(note.series)
    assert [(each.revision, each.reason) for each in revisions] == [(1, ""), (2, "A date was wrong")]


@pytest.mark.parametrize(
    "known",
    [
        Person("other-uid", "Tomas O.", email="TOMAS@example.org"),
        Person("other-uid", "tomas  oyelaran"),
    ],
)
def test_a_person_is_known_by_email_or_name(other: Vault, note: Note, known: Person) -> None:
    other.people.save(known)
    plan = plan_import(other, note.content)
    assert (plan.person, plan.new_person, plan.new_team) == (known, False, "")
    assert run_import(other, plan).person_uid == "other-uid"
    assert other.people.people() == (known,)


def test_a_namesake_with_another_email_is_another_person(other: Vault, note: Note) -> None:
    other.people.save(Person("other-uid", "Tomas Oyelaran", email="someone@example.com"))
    assert plan_import(other, note.content).new_person


def test_namesakes_that_cannot_be_told_apart_are_refused(other: Vault, note: Note) -> None:
    for uid in ("one", "two"):
        other.people.save(Person(uid, "Tomas Oyelaran"))
    plan = plan_import(other, note.content)
    assert "several people called Tomas Oyelaran" in str(plan.refusal)
    with pytest.raises(Problem):
        run_import(other, plan)


def test_a_new_person_joins_the_team_of_that_name(other: Vault, note: Note) -> None:
    other.people.add_team(Team("team-uid", "support"))
    plan = plan_import(other, note.content)
    assert (plan.person.team_uid, plan.new_team) == ("team-uid", "")


def test_a_person_without_a_team_stays_without(other: Vault, note: Note) -> None:
    record = note.content
    record["employee"]["team"] = ""
    run_import(other, plan_import(other, record))
    assert other.people.teams() == ()
    assert other.people.people()[0].team_uid == ""


def test_a_plan_is_refused_where_the_place_was_taken_meanwhile(other: Vault, note: Note) -> None:
    plan = plan_import(other, note.content)
    run_import(other, plan)
    with pytest.raises(Problem, match="already"):
        run_import(other, replace(plan, new_person=False, new_team=""))
