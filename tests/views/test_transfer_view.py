"""Handing over and taking over, through what two managers see and do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.flows.people.transferring import Chosen, save_certificate, transfer
from desktop.models.guide import Kind
from desktop.models.people import Person
from desktop.presenters.destination import Destination, Place, dropped
from desktop.presenters.people.take_over import TakeOverPresenter
from desktop.presenters.people.transfer import TransferPresenter
from desktop.storage.keys.unlocking import open_sample
from desktop.views.people.take_over_view import TakeOverView
from desktop.views.people.transfer_view import TransferView
from desktop.views.widgets import Tick
from tests.handing_on import MIRA, Firm, firm_in
from tests.keys import VAULT_KEY
from tests.running import at, running
from tests.views.sight import choose, press, settle, words


@pytest.fixture
def firm(tmp_path: Path) -> Iterator[Firm]:
    """Two vaults; nobody knows the other's key yet."""
    with firm_in(tmp_path) as made:
        yield made


@pytest.fixture
def sending(qtbot: QtBot, firm: Firm) -> TransferView:
    """What Mira sees."""
    view = TransferView(TransferPresenter(firm.mira.vault))
    qtbot.addWidget(view)
    view.resize(900, 1400)
    view.show()
    return view


@pytest.fixture
def taking(qtbot: QtBot, firm: Firm) -> TakeOverView:
    """What Ada sees."""
    view = TakeOverView(TakeOverPresenter(firm.ada))
    qtbot.addWidget(view)
    view.resize(900, 1600)
    view.show()
    return view


def tick(qtbot: QtBot, view: TransferView, name: str) -> None:
    settle()
    qtbot.mouseClick(view.findChild(Tick, name), Qt.MouseButton.LeftButton)


def reads(qtbot: QtBot, view: TakeOverView, path: Path) -> None:
    view.arrive(Destination(Place.TAKE_OVER, path=str(path)))
    qtbot.waitUntil(lambda: not view.shown.busy, timeout=20_000)


def test_from_one_vault_into_the_other(
    qtbot: QtBot, firm: Firm, sending: TransferView, taking: TakeOverView, tmp_path: Path
) -> None:
    notes = [firm.note(kind) for kind in Kind]
    sending.arrive(Destination(Place.TRANSFER))
    sending.choose_certificate(str(save_certificate(firm.ada, tmp_path / "ada.pem")))
    assert "Ada Lindqvist" in words(sending)
    tick(qtbot, sending, f"transfer-people-{firm.mira.employee.uid}")
    choose(sending, "transfer-kind", "performance")
    assert "1 person · 1 note" in words(sending)
    press(qtbot, sending, "transfer-save")
    assert "Compare the words with them first" in words(sending)
    tick(qtbot, sending, "transfer-compared")
    press(qtbot, sending, "transfer-save")
    dialog = sending.findChild(QFileDialog)
    assert dialog is not None
    dialog.close()
    sending.write_to(str(tmp_path / "over.duologue"))
    qtbot.waitUntil(lambda: sending.shown.notice is not None, timeout=20_000)
    assert "Only Ada Lindqvist can open it" in words(sending)
    assert "Handed over to Ada Lindqvist" in words(sending)

    reads(qtbot, taking, tmp_path / "over.duologue")
    told = words(taking)
    assert "Not known yet: nobody compared this key" in told
    assert "Tomas Oyelaran" in told and "New in this vault" in told
    assert not taking.findChild(QPushButton, "take-over").isEnabled()
    press(qtbot, taking, "compare-sender")
    assert "Known by this key: Mira Solberg" in words(taking)
    press(qtbot, taking, "take-over")
    qtbot.waitUntil(lambda: taking.shown.taken, timeout=20_000)
    assert "Taken over: 1 note." in words(taking)
    sent = next(note for note in notes if note.kind is Kind.PERFORMANCE)
    assert [note.uid for note in firm.ada.notes(Kind.PERFORMANCE).notes()] == [sent.uid]
    assert firm.ada.notes(Kind.OKR).notes() == ()
    with qtbot.waitSignal(taking.go) as went:
        press(qtbot, taking, "take-over-notes")
    assert went.args == [Destination(Place.NOTES)]


def test_a_damaged_file_says_so_and_offers_nothing(qtbot: QtBot, firm: Firm, taking: TakeOverView) -> None:
    path = firm.send(firm.note(Kind.OKR)).path
    path.write_bytes(path.read_bytes()[:-1])
    reads(qtbot, taking, path)
    assert "changed or cut off on its way" in words(taking)
    assert not taking.findChild(QPushButton, "take-over").isVisible()


def test_a_newer_file_replaces_an_older_one(qtbot: QtBot, firm: Firm, taking: TakeOverView) -> None:
    first = firm.send(people=(firm.mira.employee.uid,), name="first.duologue").path
    second = firm.send(firm.note(Kind.OKR), name="second.duologue").path
    taking.read(first)
    reads(qtbot, taking, second)
    assert "1 person · 1 note" in words(taking)


def test_a_tick_keeps_the_keyboard(qtbot: QtBot, firm: Firm, sending: TransferView) -> None:
    firm.note(Kind.OKR)
    sending.arrive(Destination(Place.TRANSFER, firm.mira.employee.uid))
    settle()
    box = sending.findChild(Tick, f"transfer-people-{firm.mira.employee.uid}")
    assert box.isChecked()
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert "0 people · no notes" in words(sending)
    assert sending.findChild(Tick, f"transfer-people-{firm.mira.employee.uid}") is box


def test_a_dropped_file_finds_its_screen() -> None:
    assert dropped("/tmp/For Ada.DUOLOGUE") == Destination(Place.TAKE_OVER, path="/tmp/For Ada.DUOLOGUE")
    assert dropped("/tmp/note.pdf") == Destination(Place.VERIFY, path="/tmp/note.pdf")


def test_a_file_dropped_on_the_window_is_shown_before_it_is_taken_over(
    qtbot: QtBot, firm: Firm, tmp_path: Path
) -> None:
    firm.ada.people.save(Person("kim", "Kim Li"))
    path = transfer(firm.ada, Chosen(("kim",)), MIRA.certificate, tmp_path / "For Mira.duologue").path
    folder = firm.mira.vault.folder
    open_sample(folder, VAULT_KEY)
    with running(folder, tmp_path / "settings.toml") as program:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        program.window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, *keys))
        view = at(program, TakeOverView)
        qtbot.waitUntil(lambda: view.shown.sender is not None, timeout=20_000)
        assert "Kim Li" in words(view)
    assert "Kim Li" not in [person.name for person in firm.mira.vault.people.people()]
