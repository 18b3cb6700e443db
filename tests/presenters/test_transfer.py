"""Handing over in words: to whom, whom, what; nothing is written before the receiver's key was compared."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.flows.keys.trusting import trust
from desktop.flows.people.transferring import save_certificate
from desktop.models.guide import Kind
from desktop.presenters.notice import Tone
from desktop.presenters.people.take_over import TakeOverPresenter
from desktop.presenters.people.transfer import TransferPresenter
from tests.handing_on import ADA, MIRA, Firm, firm_in
from tests.keys import key_of


@pytest.fixture
def firm(tmp_path: Path) -> Iterator[Firm]:
    """Two vaults; nobody knows the other's key yet."""
    with firm_in(tmp_path) as made:
        yield made


@pytest.fixture
def sending(firm: Firm) -> TransferPresenter:
    """Mira is about to hand over; there is a note of each kind."""
    for kind in Kind:
        firm.note(kind)
    return TransferPresenter(firm.mira.vault)


def test_a_person_brings_all_their_notes(firm: Firm, sending: TransferPresenter) -> None:
    screen = sending.open(firm.mira.employee.uid)
    assert [(each.label, each.ticked) for each in screen.people] == [
        ("Tomas Oyelaran · Support engineer · 2 notes", True)
    ]
    assert [each.ticked for each in screen.notes] == [True, True]
    assert screen.summary == "1 person · 2 notes"
    screen = sending.tick_note(screen.notes[0].key, False)
    assert (screen.summary, screen.notes[0].ticked) == ("1 person · 1 note", False)
    assert sending.tick_note(screen.notes[0].key, True).summary == "1 person · 2 notes"
    screen = sending.tick_person(firm.mira.employee.uid, False)
    assert (screen.notes, screen.summary) == ((), "0 people · no notes")


def test_what_is_for_the_archive_has_no_okr_note(firm: Firm, sending: TransferPresenter, tmp_path: Path) -> None:
    sending.open(firm.mira.employee.uid)
    screen = sending.choose_kind("performance")
    assert [each.kind for each in screen.notes] == ["performance"]
    sending.choose_file(str(save_certificate(firm.ada, tmp_path / "ada.pem")))
    sending.confirm(True)
    done = sending.write(tmp_path / "hr.duologue", "")
    assert [(each.okr_notes, each.performance_notes) for each in done.lines] == [(0, 1)]


def test_what_stays_is_said(sending: TransferPresenter) -> None:
    assert "What stays here: private notes, drafts, keys" in sending.open().stays


def test_what_is_missing_is_said(firm: Firm, sending: TransferPresenter, tmp_path: Path) -> None:
    sending.open()
    errors = sending.check("").errors
    assert errors == {"receiver": "Choose who takes over first.", "people": "Choose somebody to hand over first."}
    sending.tick_person(firm.mira.employee.uid, True)
    screen = sending.choose_file(str(save_certificate(firm.ada, tmp_path / "ada.pem")))
    assert screen.card is not None
    assert (screen.card.name, screen.compared) == ("Ada Lindqvist", False)
    assert "Compare the words" in sending.check("").errors["receiver"]
    assert sending.confirm(True).file_name.endswith("For Ada Lindqvist.duologue")
    assert sending.check("").errors == {}


def test_a_key_that_was_compared_before_needs_no_second_time(
    firm: Firm, sending: TransferPresenter, tmp_path: Path
) -> None:
    vault = firm.mira.vault
    trust(vault, firm.mira.employee.uid, ADA.certificate)
    screen = sending.open()
    assert screen.known[1:] == ((firm.mira.employee.uid, "Tomas Oyelaran"),)
    assert sending.choose_known(firm.mira.employee.uid).compared
    assert sending.choose_known("").card is None
    screen = sending.choose_file(str(save_certificate(firm.ada, tmp_path / "ada.pem")))
    assert (screen.chosen, screen.compared) == (firm.mira.employee.uid, True)


def test_another_certificate_is_compared_anew(firm: Firm, sending: TransferPresenter, tmp_path: Path) -> None:
    sending.open()
    sending.choose_file(str(save_certificate(firm.ada, tmp_path / "ada.pem")))
    sending.confirm(True)
    other = tmp_path / "other.cer"
    other.write_bytes(key_of("Ola Nord").certificate)
    assert not sending.choose_file(str(other)).compared
    text = tmp_path / "text.pem"
    text.write_text("nothing")
    screen = sending.choose_file(str(text))
    assert screen.notice is not None
    assert "holds no certificate" in screen.notice.text


def test_what_was_handed_over_is_told_afterwards(firm: Firm, sending: TransferPresenter, tmp_path: Path) -> None:
    sending.open(firm.mira.employee.uid)
    sending.choose_file(str(save_certificate(firm.ada, tmp_path / "ada.pem")))
    screen = sending.written(sending.write(tmp_path / "over.duologue", ""))
    assert screen.notice is not None
    assert "Only Ada Lindqvist can open it" in screen.notice.text
    (line,) = screen.lines
    assert line.startswith("Tomas Oyelaran · Handed over to Ada Lindqvist on ")
    assert line.endswith(" · 1 OKR note, 1 performance note")
    assert (screen.card, screen.summary) == (None, "0 people · no notes")


def test_the_preview_says_who_and_what(firm: Firm) -> None:
    path = firm.send(firm.full(Kind.PERFORMANCE)).path
    taking = TakeOverPresenter(firm.ada)
    assert taking.begin(path).busy.startswith("Reading over.duologue")
    screen = taking.show(taking.read(path))
    assert screen.sender is not None
    assert (screen.sender.card.name, screen.sender.tone) == ("Mira Solberg", Tone.WARN)
    assert "They are kept as the key of Mira Solberg" in screen.sender.how
    assert (screen.verb, screen.allowed, screen.summary) == ("Take over", False, "1 person · 1 note")
    (person,), (note,) = screen.people, screen.notes
    assert (person.title, person.state) == ("Tomas Oyelaran", "New in this vault")
    assert note.state.startswith("New · 1 signed PDF, 1 answer, 1 refusal to sign, 1 statement")
    screen = taking.compare()
    assert screen.sender is not None
    assert (screen.allowed, screen.sender.how, screen.sender.state) == (True, "", "Known by this key: Mira Solberg")
    screen = taking.taken(taking.take())
    assert screen.notice is not None
    assert screen.notice.text.startswith("Taken over: 1 note.")
    again = taking.show(taking.read(path))
    assert (again.verb, again.notes[0].state) == ("", "Here already")
    assert again.notice is not None
    assert "here already" in again.notice.text


def test_a_changed_key_of_the_sender_is_loud(firm: Firm) -> None:
    firm.compare()
    trust(firm.ada, firm.mira.manager.uid, key_of("Mira S.").certificate)
    taking = TakeOverPresenter(firm.ada)
    screen = taking.show(taking.read(firm.send(firm.note(Kind.OKR)).path))
    assert screen.sender is not None
    assert (screen.sender.tone, screen.allowed) == (Tone.BAD, False)
    assert "Another key than the one Mira Solberg is known by" in screen.sender.state
    assert taking.compare().allowed
    pin = firm.ada.profile.current_pin(firm.mira.manager.uid)
    assert pin is not None
    assert pin.certificate == MIRA.certificate


def test_the_own_certificate_is_saved_for_whoever_hands_over(firm: Firm, tmp_path: Path) -> None:
    taking = TakeOverPresenter(firm.ada)
    screen = taking.open()
    assert screen.certificate_name == "Certificate of Ada Lindqvist.pem"
    screen = taking.save_certificate(tmp_path / screen.certificate_name)
    assert screen.notice is not None
    assert screen.notice.tone is Tone.GOOD
    assert (tmp_path / "Certificate of Ada Lindqvist.pem").read_bytes().startswith(b"-----BEGIN CERTIFICATE")
