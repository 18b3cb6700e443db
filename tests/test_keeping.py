"""Backups through the real window: made by themselves, on demand, restored, and offered where the vault is damaged."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.app.backing_up import CHECKED, check_if_due
from desktop.app.program import Program
from desktop.flows.people.erasing import erase_person
from desktop.models.erasing import Basis
from desktop.models.ids import now
from desktop.models.people import Person
from desktop.presenters.destination import Place
from desktop.selftest.hands import press, until
from desktop.storage.backups import backups, contents, make_backup
from desktop.storage.connection import connect
from desktop.storage.restoring import restore
from desktop.views.people.home_view import HomeView
from desktop.views.vault.backups_view import BackupsView
from desktop.views.vault.trouble_view import TroubleView
from desktop.views.widgets import Banner, Question
from tests.keys import VAULT_KEY
from tests.running import answered, at, go, notices, question, running, seen, vault_of
from tests.world import make_world


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A vault that opens without asking."""
    made = make_world(tmp_path / "vault")
    made.vault.close()
    return tmp_path / "vault"


@pytest.fixture
def program(folder: Path, qtbot: QtBot) -> Iterator[Program]:
    """The program on it."""
    with running(folder, folder.parent / "settings.toml") as made:
        at(made, HomeView)
        yield made


def opened(program: Program) -> BackupsView:
    view = go(program, Place.BACKUPS)
    assert isinstance(view, BackupsView)
    return view


def shown(view: BackupsView) -> str:
    """Return the words in the banner of the screen."""
    return " ".join(banner.text() for banner in view.findChildren(Banner))


def names(program: Program) -> set[str]:
    return {person.name for person in vault_of(program).people.people()}


def test_one_is_made_now_and_says_what_it_holds(program: Program, folder: Path) -> None:
    view = opened(program)
    press(view, "back-up-now")
    until(lambda: "2 people" in seen(view), "the new backup", 30)
    assert len(backups(folder / "backups")) == 1
    assert "A backup is made." in shown(view)


def test_a_second_place_gets_them_too_and_a_missing_one_is_told(program: Program, folder: Path) -> None:
    stick = folder.parent / "stick"
    stick.mkdir()
    view = opened(program)
    view.choose_second(str(stick))
    until(lambda: "both places" in shown(view), "both backups", 30)
    assert len(backups(stick / f"duologue-{VAULT_KEY.mark}")) == 1
    shutil.rmtree(stick)
    stick.write_text("no folder any more")
    press(view, "back-up-now")
    until(lambda: "not in the second place" in shown(view), "the trouble", 30)
    assert len(backups(folder / "backups")) == 2


def test_going_back_and_returning(program: Program, folder: Path) -> None:
    make_backup(folder, VAULT_KEY, folder / "backups")
    vault_of(program).people.save(Person("pia", "Pia Lindqvist"))
    view = opened(program)
    until(lambda: "2 people" in seen(view), "the backup", 30)
    press(view, "backup-0")
    until(lambda: question(program) is not None, "the question", 10)
    assert isinstance(question(program), Question)
    answered(program, True)
    at(program, HomeView)
    assert "Pia Lindqvist" not in names(program)
    view = opened(program)
    until(lambda: "3 people" in seen(view), "the vault as it was", 30)
    press(view, "backup-0")
    until(lambda: question(program) is not None, "the question", 10)
    answered(program, True)
    at(program, HomeView)
    assert "Pia Lindqvist" in names(program)


def test_nothing_is_restored_while_words_wait_for_the_disk(program: Program, folder: Path) -> None:
    make_backup(folder, VAULT_KEY, folder / "backups")
    view = opened(program)
    until(lambda: "2 people" in seen(view), "the backup", 30)
    vault, saved = vault_of(program), []
    busy = connect(folder / "vault.db", VAULT_KEY)
    busy.execute("BEGIN IMMEDIATE")
    vault.writer.put("pia", lambda: saved.append(vault.people.save(Person("pia", "Pia Lindqvist"))))
    press(view, "backup-0")
    answered(program, True)
    until(lambda: any("Nothing was restored" in each for each in notices(program)), "the reason", 10)
    busy.execute("ROLLBACK")
    busy.close()
    until(lambda: bool(saved), "the words on disk", 20)
    assert vault_of(program) is vault
    assert "Pia Lindqvist" in names(program)


def test_one_makes_itself_when_it_is_due(program: Program, folder: Path) -> None:
    assert program._backups is not None
    program._backups.look()
    until(lambda: len(backups(folder / "backups")) == 1, "the backup", 30)
    program._backups.look()
    until(lambda: program._backups is not None and program._backups._work is None, "the second look", 30)
    assert len(backups(folder / "backups")) == 1


def test_closing_makes_one_that_is_due(folder: Path, qtbot: QtBot) -> None:
    with running(folder, folder.parent / "settings.toml") as program:
        at(program, HomeView)
    assert len(backups(folder / "backups")) == 1


@pytest.mark.parametrize("harm", ["flipped", "cut"])
def test_a_damaged_vault_is_answered_with_the_newest_good_backup(folder: Path, qtbot: QtBot, harm: str) -> None:
    make_backup(folder, VAULT_KEY, folder / "backups")
    bad = make_backup(folder, VAULT_KEY, folder / "backups")
    bad.file.write_bytes(b"\x00" * 8192)
    content = (folder / "vault.db").read_bytes()
    (folder / "vault.db").write_bytes(content[:9000] if harm == "cut" else b"\xff" * 4096 + content[4096:])
    with running(folder, folder.parent / "settings.toml") as program:
        view = at(program, TroubleView)
        assert "damaged" in seen(view)
        press(view, "restore-backup")
        at(program, HomeView)
        assert "Tomas Oyelaran" in names(program)
    assert len(list(folder.glob("damaged-*"))) == 1


def test_without_a_backup_none_is_offered(folder: Path, qtbot: QtBot) -> None:
    (folder / "vault.db").write_bytes(b"\xff" * 8192)
    with running(folder, folder.parent / "settings.toml") as program:
        assert "backup of" not in seen(at(program, TroubleView))


def test_once_a_week_the_file_is_read_whole(folder: Path) -> None:
    mark, moment = folder / CHECKED, now()
    assert check_if_due(folder, VAULT_KEY, moment) == ""
    assert mark.exists()
    connection = connect(folder / "vault.db", VAULT_KEY)
    connection.execute("DROP TRIGGER core_seal_update")
    connection.close()
    assert check_if_due(folder, VAULT_KEY, moment + timedelta(days=6)) == ""
    told = check_if_due(folder, VAULT_KEY, moment + timedelta(days=8))
    assert "locks on sealed notes" in told and "Settings, Backups" in told
    assert check_if_due(folder, VAULT_KEY, moment + timedelta(days=8)) == told


def test_a_file_that_cannot_be_read_is_told(folder: Path) -> None:
    content = (folder / "vault.db").read_bytes()
    (folder / "vault.db").write_bytes(content[: len(content) // 2])
    assert "damaged" in check_if_due(folder, VAULT_KEY, now())
    assert not (folder / CHECKED).exists()


def test_a_file_that_is_not_to_be_read_now_is_not_called_damaged(folder: Path) -> None:
    (folder / "vault.db").rename(folder / "elsewhere.db")
    assert check_if_due(folder, VAULT_KEY, now()) == ""
    assert not (folder / CHECKED).exists()


def test_who_is_erased_goes_from_the_backups_and_stays_gone_after_a_restore(program: Program, folder: Path) -> None:
    stick = folder.parent / "stick"
    stick.mkdir()
    program._save(replace(program._settings, second_backups=str(stick)))
    vault, screens = vault_of(program), program._screens
    assert screens is not None
    for place in (folder / "backups", stick / f"duologue-{VAULT_KEY.mark}"):
        make_backup(folder, VAULT_KEY, place)
    outside = make_backup(folder, VAULT_KEY, folder.parent / "elsewhere")
    (employee,) = [each for each in vault.people.people() if each.name == "Tomas Oyelaran"]
    assert erase_person(vault, employee.uid, Basis.REQUEST, employee.name, screens._copies()) == ()
    for place in (folder / "backups", stick / f"duologue-{VAULT_KEY.mark}"):
        (made,) = backups(place)
        assert contents(made.file, VAULT_KEY).people == 1
    program.close()
    assert contents(outside.file, VAULT_KEY).people == 2
    restore(outside.path, VAULT_KEY, folder)
    assert contents(folder / "vault.db", VAULT_KEY).people == 1
