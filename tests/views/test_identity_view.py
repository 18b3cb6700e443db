"""Identity and trust, through what a user sees and does."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.flows.keys.key_files import read_key, save_key
from desktop.models.ids import new_uid, now
from desktop.presenters.destination import Destination, Place
from desktop.presenters.keys.firm_root import FirmPresenter
from desktop.presenters.keys.issuing import IssuingPresenter
from desktop.presenters.keys.my_key import MyKeyPresenter
from desktop.presenters.keys.timestamps import TimestampsPresenter
from desktop.presenters.keys.trusted_roots import TrustedRootsPresenter
from desktop.settings import load_settings, save_settings
from desktop.views.keys.identity_view import IdentityPresenters, IdentityView
from desktop.views.widgets import LineField, Question, Tick
from desktop.views.work import running
from tests.keys import PASSPHRASE, key_of, root_of
from tests.running import go
from tests.running import running as started
from tests.views.sight import choose, line, press, settle, words, write
from tests.world import World


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def view(qtbot: QtBot, world: World, file: Path) -> IdentityView:
    world.vault.profile.save_identity(
        replace(key_of("Mira Solberg"), uid=new_uid(), person_uid=world.manager.uid, created_at=now())
    )
    vault = world.vault
    stamps = TimestampsPresenter(lambda: load_settings(file), lambda settings: save_settings(file, settings))
    presenters = IdentityPresenters(
        MyKeyPresenter(vault), FirmPresenter(vault), IssuingPresenter(vault), TrustedRootsPresenter(vault), stamps
    )
    shown = IdentityView(presenters)
    qtbot.addWidget(shown)
    shown.resize(900, 1400)
    shown.show()
    shown.arrive(Destination(Place.IDENTITY))
    return shown


def answer(view: IdentityView, path: Path) -> None:
    """Choose a file in the dialog that is open."""
    settle()
    (dialog,) = view.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.done(QFileDialog.DialogCode.Accepted)
    settle()


def wait(qtbot: QtBot) -> None:
    """Wait until the work that was begun has ended."""
    qtbot.waitUntil(lambda: not running(), timeout=30_000)
    settle()


def secrets(view: IdentityView) -> list[str]:
    """Return what stands in the fields that hide it, and in those that were made to show it."""
    named = [field for field in view.findChildren(LineField) if "passphrase" in field.objectName()]
    again = [field for field in view.findChildren(LineField) if field.objectName().endswith("again")]
    return [field.text() for field in (*named, *again) if field.text()]


def test_whose_key_it_is_and_the_words_to_compare(view: IdentityView) -> None:
    told = words(view)
    assert "Mira Solberg" in told and key_of("Mira Solberg").fingerprint in told
    assert "Itself" in told


def test_a_copy_is_saved_and_the_passphrase_forgotten(
    qtbot: QtBot, view: IdentityView, world: World, tmp_path: Path
) -> None:
    press(qtbot, view, "key-copy")
    write(qtbot, view, "copy-form-passphrase", PASSPHRASE)
    write(qtbot, view, "copy-form-again", "something else")
    press(qtbot, view, "copy-form-do")
    assert "The two are different" in words(view)
    assert line(view, "copy-form-passphrase").text() == PASSPHRASE  # type: ignore[attr-defined]
    write(qtbot, view, "copy-form-again", PASSPHRASE)
    press(qtbot, view, "copy-form-do")
    answer(view, tmp_path / "copy.p12")
    wait(qtbot)
    assert "Saved as copy.p12" in words(view)
    assert read_key(tmp_path / "copy.p12", PASSPHRASE, "x").certificate == key_of("Mira Solberg").certificate
    assert secrets(view) == []


def test_what_is_typed_is_hidden_unless_one_asks(qtbot: QtBot, view: IdentityView) -> None:
    press(qtbot, view, "key-copy")
    edit = line(view, "copy-form-passphrase")
    assert isinstance(edit, QLineEdit) and edit.echoMode() is QLineEdit.EchoMode.Password
    view.findChild(Tick, "copy-form-show").click()
    assert edit.echoMode() is QLineEdit.EchoMode.Normal
    press(qtbot, view, "copy-form-cancel")
    press(qtbot, view, "key-copy")
    assert edit.echoMode() is QLineEdit.EchoMode.Password


def test_leaving_forgets_what_was_typed(qtbot: QtBot, view: IdentityView) -> None:
    press(qtbot, view, "key-copy")
    write(qtbot, view, "copy-form-passphrase", PASSPHRASE)
    view.leave()
    assert secrets(view) == []
    view.arrive(Destination(Place.IDENTITY))
    assert "Save a copy of the key\n" not in words(view)


def test_a_key_from_a_file(qtbot: QtBot, view: IdentityView, world: World, tmp_path: Path) -> None:
    path = save_key(key_of("M. Solberg-Lind"), "M", PASSPHRASE, tmp_path / "k.p12")
    press(qtbot, view, "key-other")
    press(qtbot, view, "key-from-file")
    press(qtbot, view, "file-form-browse")
    answer(view, path)
    write(qtbot, view, "file-form-passphrase", "not this one")
    qtbot.keyClick(line(view, "file-form-passphrase"), Qt.Key.Key_Return)
    wait(qtbot)
    assert "Use a key from a file" in words(view)
    assert view.mine.shown.errors["form"] in words(view)
    assert line(view, "file-form-path").text() == str(path)  # type: ignore[attr-defined]
    write(qtbot, view, "file-form-passphrase", PASSPHRASE)
    press(qtbot, view, "file-form-do")
    wait(qtbot)
    assert "not Mira Solberg" in words(view) and "your key changed" in words(view)
    assert secrets(view) == []
    press(qtbot, view, "offer-form-do")
    assert "From now on you sign with this key" in words(view)
    kept = world.vault.profile.identity(world.manager.uid)
    assert kept is not None and kept.certificate == key_of("M. Solberg-Lind").certificate
    assert "Earlier keys" in words(view)


def test_a_token_that_is_not_there_is_told(qtbot: QtBot, view: IdentityView, tmp_path: Path) -> None:
    press(qtbot, view, "key-other")
    press(qtbot, view, "key-from-token")
    write(qtbot, view, "token-form-path", str(tmp_path / "none.so"))
    write(qtbot, view, "token-form-passphrase", "1234")
    press(qtbot, view, "token-form-do")
    wait(qtbot)
    assert view.mine.shown.errors["form"] in words(view)
    assert line(view, "token-form-path").text().endswith("none.so")  # type: ignore[attr-defined]


def test_a_fresh_key_is_not_used_before_one_says_so(qtbot: QtBot, view: IdentityView, world: World) -> None:
    press(qtbot, view, "key-other")
    press(qtbot, view, "key-fresh")
    assert not view.mine.body.isEnabled()
    wait(qtbot)
    assert view.mine.body.isEnabled()
    press(qtbot, view, "offer-form-cancel")
    assert len(world.vault.profile.identities(world.manager.uid)) == 1


def test_a_root_is_made_and_an_identity_issued(qtbot: QtBot, view: IdentityView, world: World, tmp_path: Path) -> None:
    assert not view.issuing.isVisible()
    press(qtbot, view, "root-make")
    press(qtbot, view, "root-form-do")
    assert "the name of the root" in words(view)
    write(qtbot, view, "root-form-name", "Example GmbH Notes")
    press(qtbot, view, "root-form-do")
    wait(qtbot)
    assert "Example GmbH Notes is made" in words(view)
    press(qtbot, view, "issue-somebody")
    choose(view, "issue-form-person", world.employee.uid)
    press(qtbot, view, "issue-form-generate")
    made = line(view, "issue-form-passphrase").text()  # type: ignore[attr-defined]
    press(qtbot, view, "issue-form-copy-passphrase")
    assert QGuiApplication.clipboard().text() == made
    QGuiApplication.clipboard().clear()
    press(qtbot, view, "issue-form-do")
    answer(view, tmp_path / "tomas.p12")
    wait(qtbot)
    assert "Saved as tomas.p12" in words(view)
    assert read_key(tmp_path / "tomas.p12", made, world.employee.uid).key
    assert secrets(view) == []


def test_the_certificate_and_the_copy_of_a_root(qtbot: QtBot, view: IdentityView, world: World, tmp_path: Path) -> None:
    world.vault.profile.save_root(root_of("Example GmbH Notes"))
    view.arrive(Destination(Place.IDENTITY))
    press(qtbot, view, "root-certificate")
    answer(view, tmp_path / "root.pem")
    assert (tmp_path / "root.pem").exists() and "Saved as root.pem" in words(view)
    press(qtbot, view, "root-copy")
    write(qtbot, view, "root-copy-form-passphrase", PASSPHRASE)
    write(qtbot, view, "root-copy-form-again", PASSPHRASE)
    press(qtbot, view, "root-copy-form-do")
    answer(view, tmp_path / "root.p12")
    wait(qtbot)
    world.vault.profile.save_root(root_of("Other Firm Notes"))
    press(qtbot, view, "root-restore")
    press(qtbot, view, "root-file-form-browse")
    answer(view, tmp_path / "root.p12")
    write(qtbot, view, "root-file-form-passphrase", PASSPHRASE)
    press(qtbot, view, "root-file-form-do")
    wait(qtbot)
    assert "takes the place of Other Firm Notes" in words(view)
    press(qtbot, view, "root-offer-form-do")
    assert "Example GmbH Notes is the root of your firm now" in words(view)


def test_one_for_myself_is_offered_as_my_key(qtbot: QtBot, view: IdentityView, world: World) -> None:
    world.vault.profile.save_root(root_of("Example GmbH Notes"))
    view.resize(900, 500)
    view.arrive(Destination(Place.IDENTITY))
    press(qtbot, view, "issue-mine")
    wait(qtbot)
    assert "Your firm's root, Example GmbH Notes" in words(view)
    press(qtbot, view, "offer-form-do")
    settle()
    assert len(world.vault.profile.identities(world.manager.uid)) == 2
    assert view.mine.mapTo(view, QPoint(0, 0)).y() >= 0  # the key in use now is in view


def test_another_firms_root_is_compared_trusted_and_forgotten(
    qtbot: QtBot, view: IdentityView, world: World, tmp_path: Path
) -> None:
    path = tmp_path / "other.der"
    path.write_bytes(root_of("Other Firm Notes").certificate)
    press(qtbot, view, "anchor-add")
    answer(view, path)
    assert root_of("Other Firm Notes").fingerprint in words(view)
    press(qtbot, view, "anchor-form-do")
    assert [each.name for each in world.vault.profile.anchors()] == ["Other Firm Notes"]
    press(qtbot, view, "anchor-forget")
    question = view.findChild(Question)
    verb = next(each for each in question.findChildren(QPushButton) if each.text() == "No longer trust it")
    qtbot.mouseClick(verb, Qt.MouseButton.LeftButton)
    assert world.vault.profile.anchors() == ()


def test_an_address_for_time_stamps(qtbot: QtBot, view: IdentityView, file: Path) -> None:
    write(qtbot, view, "timestamps", "tsa.example.org")
    press(qtbot, view, "save-timestamps")
    assert "begins with https://" in words(view)
    write(qtbot, view, "timestamps", "https://tsa.example.org/")
    press(qtbot, view, "save-timestamps")
    assert load_settings(file).timestamps == "https://tsa.example.org/"


def test_what_comes_back_after_leaving_is_not_shown(qtbot: QtBot, view: IdentityView, world: World) -> None:
    press(qtbot, view, "key-other")
    press(qtbot, view, "key-fresh")
    view.leave()
    view.arrive(Destination(Place.IDENTITY))
    wait(qtbot)
    assert view.mine.shown.offered is None
    assert view.mine.body.isEnabled()


def test_back_to_settings(qtbot: QtBot, view: IdentityView) -> None:
    with qtbot.waitSignal(view.go) as went:
        press(qtbot, view, "back-to-settings")
    assert went.args == [Destination(Place.SETTINGS)]


def test_the_window_leads_there_and_forgets_on_the_way_out(qtbot: QtBot, world: World, tmp_path: Path) -> None:
    with started(world.vault.folder, tmp_path / "settings.toml") as program:
        shown = go(program, Place.IDENTITY)
        assert isinstance(shown, IdentityView)
        press(qtbot, shown, "root-restore")
        write(qtbot, shown, "root-file-form-passphrase", PASSPHRASE)
        go(program, Place.HOME)
        assert secrets(shown) == []
