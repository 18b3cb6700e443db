"""Unlocking without pixels."""

import pytest

from desktop.models.problems import Problem
from desktop.presenters.vault.unlock import Doors, UnlockPresenter
from tests.keys import PASSPHRASE


def unlocking(keyless: bool = False) -> tuple[UnlockPresenter[str], list[tuple[str, str]]]:
    renewed: list[tuple[str, str]] = []

    def recover(code: str) -> str:
        if code != "the code":
            raise Problem("There is a slip.")
        return "the key"

    doors = Doors(lambda passphrase: "the key", recover, lambda key, passphrase: renewed.append((key, passphrase)))
    return UnlockPresenter(doors, "/vaults/mine", keyless), renewed


def test_nothing_typed_is_told_and_something_typed_is_tried() -> None:
    presenter, _renewed = unlocking()
    assert "passphrase" in presenter.submit("").errors
    assert presenter.submit(PASSPHRASE).busy
    assert PASSPHRASE not in repr(presenter.submit(PASSPHRASE))
    assert presenter.unlock(PASSPHRASE) == "the key"


def test_wrong_passphrases_make_the_wait_grow() -> None:
    presenter, _renewed = unlocking()
    waits = [presenter.refused("This is not it.").wait for _guess in range(5)]
    assert waits[:2] == [0, 0] and waits[-1] > waits[2]


def test_the_recovery_key_gives_the_vault_a_new_passphrase() -> None:
    presenter, renewed = unlocking()
    assert presenter.forgotten().recovering
    assert set(presenter.submit_recovery("", "short", "short").errors) == {"code", "passphrase"}
    assert presenter.submit_recovery("the code", PASSPHRASE, PASSPHRASE).busy
    assert presenter.recover("the code", PASSPHRASE) == "the key"
    assert renewed == [("the key", PASSPHRASE)]


def test_a_wrong_recovery_key_renews_nothing() -> None:
    presenter, renewed = unlocking()
    presenter.forgotten()
    with pytest.raises(Problem):
        presenter.recover("another code", PASSPHRASE)
    assert presenter.refused("There is a slip.").errors == {"code": "There is a slip."}
    assert renewed == []


def test_without_a_key_file_only_the_recovery_key_is_asked_for() -> None:
    presenter, _renewed = unlocking(keyless=True)
    screen = presenter.open()
    assert screen.recovering and not screen.can_type and "missing or damaged" in screen.intro
    assert presenter.remembered().recovering
