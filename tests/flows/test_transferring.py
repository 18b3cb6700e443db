"""What one manager hands over, another takes over: whole, once, and with every signature as it was."""

import random
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.documents.judging.verify import verify
from desktop.documents.transfer.parcel import pack, unpack
from desktop.flows.keys.identities import issue_identity
from desktop.flows.keys.trusting import known_to, trust, waiting_key
from desktop.flows.notes.exporting import Wishes, export
from desktop.flows.notes.rebutting import write_down
from desktop.flows.people.taking_over import TakeOver, know_sender, read_take_over, take_over
from desktop.flows.people.transferring import Chosen, gather, read_receiver, save_certificate, transfer, transfer_name
from desktop.flows.talk.correcting import reopen
from desktop.flows.talk.sealing import seal
from desktop.models.guide import Kind
from desktop.models.ids import new_uid, now
from desktop.models.note import imported_note
from desktop.models.people import Person
from desktop.models.problems import Problem
from desktop.models.response import Arrival, Way
from desktop.models.search import Query
from desktop.models.transfer import Direction
from desktop.storage.vault import Vault
from tests.handing_on import ADA, MIRA, TOMAS, Firm, firm_in
from tests.keys import VAULT_KEY, key_of, root_of
from tests.storage.sample import outside


@pytest.fixture
def firm(tmp_path: Path) -> Iterator[Firm]:
    """Two vaults; nobody knows the other's key yet."""
    with firm_in(tmp_path) as made:
        yield made


def everything(vault: Vault) -> list[object]:
    """Return all that a transfer could add to a vault."""
    found: list[object] = [vault.people.people(), vault.people.teams(), vault.transfers.lines()]
    for kind in Kind:
        responses, notes = vault.responses(kind), vault.notes(kind)
        for note in notes.notes():
            found += [note, notes.exports(note.uid), responses.responses(note.uid), responses.declines(note.uid)]
            found += [responses.handovers(note.uid), responses.rebuttals(note.uid)]
    return found


def taken(firm: Firm, path: Path) -> TakeOver:
    return take_over(firm.ada, read_take_over(firm.ada, path))


def test_a_note_arrives_with_all_that_is_kept_beside_it(firm: Firm) -> None:
    sent = [firm.full(kind) for kind in Kind]
    firm.compare()
    path = firm.send(*sent).path
    plan = read_take_over(firm.ada, path)
    assert (plan.sender.known, plan.sender.name, plan.refusal, plan.anything_new) == (True, "Mira Solberg", None, True)
    assert firm.ada.notes(Kind.OKR).notes() == ()
    take_over(firm.ada, plan)
    for note in sent:
        here, there = firm.ada.responses(note.kind), firm.mira.vault.responses(note.kind)
        (found,) = firm.ada.notes(note.kind).notes()
        assert (found.record, found.digest, found.imported) == (note.record, note.digest, True)
        assert here.handovers(note.uid) == there.handovers(note.uid)
        assert here.declines(note.uid) == there.declines(note.uid)
        assert here.rebuttals(note.uid) == there.rebuttals(note.uid)
        (answer,) = here.responses(note.uid)
        (given,) = there.responses(note.uid)
        assert replace(answer, arrival=Arrival.SIGNED) == given
        assert here.file(answer.uid) == there.file(answer.uid)
        exports = [(each.sha256, each.file_name, each.made_at) for each in firm.ada.notes(note.kind).exports(note.uid)]
        assert exports == [
            (each.sha256, each.file_name, each.made_at) for each in firm.mira.vault.notes(note.kind).exports(note.uid)
        ]
    assert [person.name for person in firm.ada.people.people()] == ["Ada Lindqvist", "Mira Solberg", "Tomas Oyelaran"]
    assert [team.name for team in firm.ada.people.teams()] == ["Support"]
    assert firm.ada.check() == ()


def test_every_signature_still_verifies(firm: Firm, tmp_path: Path) -> None:
    note = firm.full(Kind.PERFORMANCE)
    firm.compare()
    taken(firm, firm.send(note).path)
    (kept,) = firm.ada.notes(note.kind).exports(note.uid)
    known = known_to(firm.ada)
    verdict = verify(kept.pdf, "note.pdf", known.certificates, known.anchors)
    assert [(found.signer, found.intact, found.trusted) for found in verdict.signatures] == [
        ("Mira Solberg", True, True)
    ]
    (answer,) = firm.ada.responses(note.kind).responses(note.uid)
    for name, pdf in (("a.pdf", kept.pdf), ("b.pdf", firm.ada.responses(note.kind).file(answer.uid))):
        (tmp_path / name).write_bytes(pdf)
        told = subprocess.run(["pdfsig", name], cwd=tmp_path, capture_output=True, text=True, check=False).stdout
        assert told.count("Signature is Valid.") == pdf.count(b"/ByteRange") > 0


def test_trust_does_not_travel(firm: Firm) -> None:
    note = firm.full(Kind.PERFORMANCE)
    firm.compare()
    taken(firm, firm.send(note).path)
    (answer,) = firm.ada.responses(note.kind).responses(note.uid)
    assert answer.arrival is Arrival.UNKNOWN_SIGNER
    assert TOMAS.certificate not in known_to(firm.ada).certificates
    waiting = waiting_key(firm.ada, note.person_uid)
    assert waiting is not None
    assert waiting.certificate == TOMAS.certificate


def test_an_answer_by_a_key_that_is_known_here_is_signed_here(firm: Firm) -> None:
    note = firm.full(Kind.OKR)
    firm.compare()
    firm.ada.people.save(firm.mira.employee.__class__(firm.mira.employee.uid, "Tomas Oyelaran"))
    trust(firm.ada, firm.mira.employee.uid, TOMAS.certificate)
    taken(firm, firm.send(note).path)
    (answer,) = firm.ada.responses(note.kind).responses(note.uid)
    assert answer.arrival is Arrival.SIGNED


def test_a_key_made_in_another_room_is_not_one_made_here(firm: Firm) -> None:
    note = firm.full(Kind.PERFORMANCE)
    firm.compare()
    path = firm.send(note).path
    opened = unpack(path.read_bytes(), [ADA])
    carried = opened.parcel.notes[0]
    in_room = replace(carried, responses=tuple(replace(each, way=Way.ROOM) for each in carried.responses))
    path.write_bytes(pack(replace(opened.parcel, notes=(in_room,)), MIRA, ADA.certificate))
    taken(firm, path)
    assert firm.ada.responses(note.kind).responses(note.uid)[0].way is Way.ROOM
    assert TOMAS.certificate not in known_to(firm.ada).certificates


def test_all_revisions_of_a_note_go_along(firm: Firm) -> None:
    note = firm.note(Kind.PERFORMANCE)
    talks = firm.mira.vault.conversations(note.kind)
    second = seal(firm.mira.vault, note.kind, reopen(talks, note, "A date was wrong").uid)
    firm.compare()
    taken(firm, firm.send(second).path)
    assert [each.revision for each in firm.ada.notes(note.kind).revisions(note.series)] == [1, 2]


def test_an_unknown_sender_is_told_and_nothing_is_taken_over(firm: Firm) -> None:
    path = firm.send(firm.note(Kind.OKR)).path
    before = everything(firm.ada)
    plan = read_take_over(firm.ada, path)
    assert not plan.sender.known
    with pytest.raises(Problem, match="Nobody here knows the key of Mira Solberg"):
        take_over(firm.ada, plan)
    assert everything(firm.ada) == before


def test_who_compared_the_words_knows_the_sender(firm: Firm) -> None:
    path = firm.send(firm.note(Kind.OKR)).path
    plan = know_sender(firm.ada, read_take_over(firm.ada, path))
    assert plan.sender.known
    take_over(firm.ada, plan)
    pin = firm.ada.profile.current_pin(firm.mira.manager.uid)
    assert pin is not None
    assert (pin.certificate, pin.compared) == (MIRA.certificate, True)
    assert len(firm.ada.notes(Kind.OKR).notes()) == 1


def test_a_key_that_was_replaced_is_unknown_again(firm: Firm) -> None:
    firm.compare()
    trust(firm.ada, firm.mira.manager.uid, TOMAS.certificate)
    assert not read_take_over(firm.ada, firm.send(firm.note(Kind.OKR)).path).sender.known


def test_a_root_vouches_for_a_sender(firm: Firm) -> None:
    root = root_of("Example Notes")
    firm.ada.profile.save_root(root)
    firm.mira.vault.profile.save_identity(issue_identity(root, firm.mira.manager))
    plan = read_take_over(firm.ada, firm.send(firm.note(Kind.OKR)).path)
    assert (plan.sender.known, plan.sender.issuer) == (True, "Example Notes")


def test_what_came_twice_is_here_once(firm: Firm) -> None:
    sent = [firm.full(kind) for kind in Kind]
    firm.compare()
    path = firm.send(*sent).path
    taken(firm, path)
    before = everything(firm.ada)
    again = read_take_over(firm.ada, path)
    assert (again.anything_new, again.refusal) == (False, None)
    take_over(firm.ada, again)
    taken(firm, path)
    assert everything(firm.ada) == before


def test_an_older_file_takes_nothing_back(firm: Firm) -> None:
    first, firm_note = firm.note(Kind.OKR), None
    firm.compare()
    old = firm.send(first, name="old.duologue").path
    firm_note = firm.full(Kind.OKR)
    taken(firm, firm.send(first, firm_note, name="new.duologue").path)
    before = everything(firm.ada)[3:]
    taken(firm, old)
    assert everything(firm.ada)[3:] == before


def test_a_later_file_brings_what_came_since(firm: Firm) -> None:
    note = firm.note(Kind.PERFORMANCE)
    firm.compare()
    taken(firm, firm.send(note, name="first.duologue").path)
    statement = write_down(firm.mira.vault, note, "I see it otherwise")
    taken(firm, firm.send(note, name="second.duologue").path)
    assert firm.ada.responses(note.kind).rebuttals(note.uid) == (statement,)
    assert len(firm.ada.notes(note.kind).notes()) == 1
    assert firm.ada.check() == ()


def test_a_note_with_other_words_is_refused_with_all_that_came_along(firm: Firm) -> None:
    good, other = firm.note(Kind.PERFORMANCE), firm.note(Kind.OKR)
    firm.compare()
    path = firm.send(good, other).path
    opened = unpack(path.read_bytes(), [ADA])
    taken(firm, path)
    before = everything(firm.ada)
    lied = [
        replace(each, note=imported_note(each.note.content | {"rule": "Scores decide pay."}, each.note.person_uid))
        if each.note.kind is Kind.OKR
        else each
        for each in opened.parcel.notes
    ]
    fresh = firm.note(Kind.PERFORMANCE)
    more = gather(firm.mira.vault, Chosen((), [(fresh.kind, fresh.uid)]), ADA.certificate).notes
    path.write_bytes(pack(replace(opened.parcel, uid=new_uid(), notes=(*more, *lied)), MIRA, ADA.certificate))
    plan = read_take_over(firm.ada, path)
    assert "with other words" in str(plan.refusal)
    with pytest.raises(Problem, match="with other words"):
        take_over(firm.ada, plan)
    assert everything(firm.ada) == before


def test_another_answer_under_the_same_uid_is_refused(firm: Firm) -> None:
    note = firm.full(Kind.PERFORMANCE)
    firm.compare()
    path = firm.send(note).path
    taken(firm, path)
    opened = unpack(path.read_bytes(), [ADA])
    (carried,) = opened.parcel.notes
    wrong = [
        replace(carried, responses=(replace(carried.responses[0], file_name="other.pdf"),)),
        replace(carried, declines=(replace(carried.declines[0], witness="Somebody else"),)),
        replace(carried, handovers=(replace(carried.handovers[0], at=now()),)),
    ]
    before = everything(firm.ada)
    for each in wrong:
        path.write_bytes(pack(replace(opened.parcel, notes=(each,)), MIRA, ADA.certificate))
        with pytest.raises(Problem, match="under one name is not the same"):
            taken(firm, path)
    assert everything(firm.ada) == before


def test_an_answer_that_its_own_pdf_does_not_give_is_refused(firm: Firm) -> None:
    note = firm.full(Kind.PERFORMANCE)
    firm.compare()
    path = firm.send(note).path
    opened = unpack(path.read_bytes(), [ADA])
    (carried,) = opened.parcel.notes
    (answer,) = carried.responses
    for lie in (
        replace(answer, choice="agree", comment=""),
        replace(answer, certificate=ADA.certificate),
        replace(answer, pdf=answer.pdf[:-200]),
        replace(answer, pdf=answer.pdf.replace(b"%%EOF", b"%%FOE")),
    ):
        wrong = replace(carried, responses=(lie,))
        path.write_bytes(pack(replace(opened.parcel, notes=(wrong,)), MIRA, ADA.certificate))
        with pytest.raises(Problem, match="not what its own PDF says"):
            read_take_over(firm.ada, path)


def test_a_copy_under_a_password_goes_along_unopened(firm: Firm, tmp_path: Path) -> None:
    note = firm.note(Kind.OKR)
    locked = export(firm.mira.vault, note, tmp_path, wishes=Wishes(password="between us")).pdf
    firm.compare()
    taken(firm, firm.send(note).path)
    assert [each.pdf for each in firm.ada.notes(note.kind).exports(note.uid)] == [locked]


def test_a_pdf_of_another_note_is_refused(firm: Firm) -> None:
    notes = [firm.full(Kind.PERFORMANCE), firm.full(Kind.PERFORMANCE)]
    firm.compare()
    path = firm.send(*notes).path
    opened = unpack(path.read_bytes(), [ADA])
    one, other = opened.parcel.notes
    swapped = replace(one, pdfs=other.pdfs, responses=(), declines=())
    path.write_bytes(pack(replace(opened.parcel, notes=(swapped,)), MIRA, ADA.certificate))
    with pytest.raises(Problem, match="belongs to another note"):
        read_take_over(firm.ada, path)


def test_a_damaged_file_brings_nothing(firm: Firm) -> None:
    path = firm.send(firm.note(Kind.OKR)).path
    firm.compare()
    data, before = path.read_bytes(), everything(firm.ada)
    for bit in random.Random(11).sample(range(len(data) * 8), 60):
        changed = bytearray(data)
        changed[bit // 8] ^= 1 << bit % 8
        path.write_bytes(bytes(changed))
        with pytest.raises(Problem):
            taken(firm, path)
    assert everything(firm.ada) == before


def test_it_is_for_one_receiver_alone(firm: Firm) -> None:
    path = firm.send(firm.note(Kind.OKR)).path
    with pytest.raises(Problem, match=r"another key than yours \(Ada Lindqvist\)"):
        read_take_over(firm.mira.vault, path)


def test_each_note_goes_into_its_own_room(firm: Firm) -> None:
    firm.compare()
    taken(firm, firm.send(firm.note(Kind.PERFORMANCE)).path)
    assert len(firm.ada.notes(Kind.PERFORMANCE).notes()) == 1
    assert firm.ada.notes(Kind.OKR).notes() == ()


def test_what_was_taken_over_is_handed_on_with_the_first_signature(firm: Firm, tmp_path: Path) -> None:
    note = firm.full(Kind.PERFORMANCE)
    firm.compare()
    taken(firm, firm.send(note).path)
    ola = Vault.create(tmp_path / "ola", VAULT_KEY)
    me, key = Person(new_uid(), "Ola Nord"), key_of("Ola Nord")
    ola.profile.set_me(me)
    ola.profile.save_identity(replace(key, person_uid=me.uid))
    chosen = Chosen((), [(note.kind, note.uid)])
    path = transfer(firm.ada, chosen, key.certificate, tmp_path / "on.duologue").path
    take_over(ola, know_sender(ola, read_take_over(ola, path)))
    (kept,) = ola.notes(note.kind).exports(note.uid)
    assert kept.pdf == firm.mira.vault.notes(note.kind).exports(note.uid)[0].pdf
    assert [found.signer for found in verify(kept.pdf, "note.pdf").signatures] == ["Mira Solberg"]
    assert ola.check() == ()
    ola.close()


def test_what_the_other_got_since_comes_back(firm: Firm, tmp_path: Path) -> None:
    note = firm.full(Kind.OKR)
    firm.compare()
    taken(firm, firm.send(note).path)
    statement = write_down(firm.ada, firm.ada.notes(note.kind).note(note.uid), "Said to the new manager")
    path = transfer(firm.ada, Chosen((), [(note.kind, note.uid)]), MIRA.certificate, tmp_path / "back.duologue").path
    vault = firm.mira.vault
    take_over(vault, know_sender(vault, read_take_over(vault, path)))
    assert vault.notes(note.kind).note(note.uid) == note
    assert vault.responses(note.kind).rebuttals(note.uid)[-1] == statement
    assert [each.name for each in vault.people.people()] == ["Ada Lindqvist", "Mira Solberg", "Tomas Oyelaran"]
    assert vault.check() == ()


def test_both_vaults_remember(firm: Firm) -> None:
    employee = firm.mira.employee.uid
    sent = firm.send(firm.note(Kind.OKR), firm.note(Kind.OKR), firm.note(Kind.PERFORMANCE))
    (line,) = firm.mira.vault.transfers.lines(employee)
    assert sent.lines == (line,)
    assert (line.direction, line.name, line.okr_notes, line.performance_notes) == (Direction.OUT, "Ada Lindqvist", 2, 1)
    firm.compare()
    taken(firm, sent.path)
    (line,) = firm.ada.transfers.lines(employee)
    assert (line.direction, line.name, line.okr_notes, line.performance_notes) == (Direction.IN, "Mira Solberg", 2, 1)


def test_people_go_along_without_any_note(firm: Firm) -> None:
    firm.compare()
    taken(firm, firm.send(people=(firm.mira.employee.uid,)).path)
    person = firm.ada.people.person(firm.mira.employee.uid)
    assert (person.name, person.role, person.email) == ("Tomas Oyelaran", "Support engineer", "tomas@example.org")
    assert firm.ada.people.team(person.team_uid).name == "Support"


def test_two_people_of_a_new_team_share_it(firm: Firm) -> None:
    firm.compare()
    second = replace(firm.mira.employee, uid=new_uid(), name="Łucja Żak", email="lucja@example.org")
    firm.mira.vault.people.save(second)
    taken(firm, firm.send(people=(firm.mira.employee.uid, second.uid)).path)
    assert len(firm.ada.people.teams()) == 1


def test_somebody_known_under_another_uid_stays_who_they_are(firm: Firm) -> None:
    firm.compare()
    known = Person(new_uid(), "Tomas O.", "Team lead", "TOMAS@example.org")
    firm.ada.people.save(known)
    note = firm.note(Kind.PERFORMANCE)
    taken(firm, firm.send(note).path)
    assert firm.ada.people.person(known.uid) == known
    assert [each.uid for each in firm.ada.notes(note.kind).notes(known.uid)] == [note.uid]


def test_two_who_could_be_one_here_are_refused(firm: Firm) -> None:
    firm.compare()
    for uid in ("one", "two"):
        firm.mira.vault.people.save(Person(uid, "Kim Li"))
    firm.ada.people.save(Person("three", "Kim Li"))
    plan = read_take_over(firm.ada, firm.send(people=("one", "two")).path)
    assert "could be two of the people" in str(plan.refusal)


def test_nothing_chosen_is_said(firm: Firm) -> None:
    with pytest.raises(Problem, match="Choose somebody"):
        firm.send()


def test_a_full_folder_leaves_nothing_behind(firm: Firm, tmp_path: Path) -> None:
    chosen = Chosen((firm.mira.employee.uid,))
    with pytest.raises(Problem, match="does not exist"):
        transfer(firm.mira.vault, chosen, ADA.certificate, tmp_path / "missing" / "a.duologue")
    assert firm.mira.vault.transfers.lines() == ()


def test_what_the_vault_cannot_remember_is_not_handed_over(firm: Firm) -> None:
    note = firm.note(Kind.OKR)
    busy = outside(firm.mira.vault)
    busy.execute("BEGIN IMMEDIATE")
    with pytest.raises(Problem):
        firm.send(note)
    busy.execute("ROLLBACK")
    assert not list(firm.folder.glob("*.duologue"))
    assert firm.mira.vault.transfers.lines() == ()


def test_what_was_taken_over_is_found(firm: Firm) -> None:
    note = firm.full(Kind.PERFORMANCE)
    firm.compare()
    assert firm.ada.search(note.kind).find(Query("rebuilt")).hits == ()
    taken(firm, firm.send(note).path)
    for word in ("rebuilt", "otherwise"):
        assert {hit.note_uid for hit in firm.ada.search(note.kind).find(Query(word)).hits} == {note.uid}
    assert firm.ada.search(Kind.OKR).find(Query("rebuilt")).hits == ()


def test_two_hundred_notes_arrive(firm: Firm) -> None:
    notes = [firm.note(Kind.PERFORMANCE if n % 2 else Kind.OKR, f"Words no. {n}") for n in range(200)]
    firm.compare()
    taken(firm, firm.send(*notes).path)
    assert sum(len(firm.ada.notes(kind).notes()) for kind in Kind) == 200
    assert firm.ada.check() == ()


def test_a_certificate_is_given_and_read(firm: Firm, tmp_path: Path) -> None:
    path = save_certificate(firm.ada, tmp_path / "Ada.pem")
    assert read_receiver(path) == ADA.certificate
    assert transfer_name(ADA.certificate).endswith(" For Ada Lindqvist.duologue")
    root = tmp_path / "root.pem"
    root.write_bytes(root_of("Example Notes").certificate)
    with pytest.raises(Problem, match="certificate of a firm"):
        read_receiver(root)
    text = tmp_path / "text.pem"
    text.write_text("no certificate")
    with pytest.raises(Problem, match="holds no certificate"):
        read_receiver(text)
