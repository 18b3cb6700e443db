"""A new passphrase and recovery key without pixels."""

from pathlib import Path

from desktop.models.problems import Problem
from desktop.presenters.vault.new_lock import LockWords, NewLockPresenter, NewLockTools, Step
from desktop.storage.keys.recovery import groups, tidied
from tests.keys import PASSPHRASE, VAULT_KEY

GROUPS = groups(VAULT_KEY)


def saved(path: Path) -> Path:
    """Write no sheet where nobody may write."""
    if path.parent.name == "closed":
        raise Problem("{folder} cannot be written to.", folder=path.parent)
    return path


def presenter(locked: list[str]) -> NewLockPresenter:
    return NewLockPresenter(
        LockWords("Lock", "Why", "Make it", "Making it"), GROUPS, NewLockTools(tidied, saved, locked.append)
    )


def test_the_recovery_key_is_shown_once_the_passphrase_is_good() -> None:
    new = presenter([])
    assert new.choose("short", "short").errors
    shown = new.choose(PASSPHRASE, PASSPHRASE)
    assert (shown.step, shown.groups) == (Step.WRITE, GROUPS)
    assert GROUPS[0] not in repr(shown) and PASSPHRASE not in repr(shown)


def test_two_groups_are_asked_back_and_a_wrong_one_is_named() -> None:
    new = presenter([])
    new.choose(PASSPHRASE, PASSPHRASE)
    first, second = new.check().asked
    assert new.check().groups == ()
    first, second = new.check().asked
    wrong = new.answer((GROUPS[first - 1], "AAAA"))
    assert not wrong.busy and set(wrong.errors) == {"1"} and str(second) in wrong.errors["1"]


def test_typing_is_tolerant_and_the_passphrase_is_handed_on() -> None:
    locked: list[str] = []
    new = presenter(locked)
    new.choose(PASSPHRASE, PASSPHRASE)
    first, second = new.check().asked
    typed = (f" {GROUPS[first - 1].lower()}", GROUPS[second - 1].replace("0", "O").replace("1", "l") + "-")
    assert new.answer(typed).busy
    new.finish()
    assert locked == [PASSPHRASE]
    assert new.failed("The disk is full.").notice is not None


def test_the_sheet_is_saved_while_the_key_is_shown() -> None:
    new = presenter([])
    new.choose(PASSPHRASE, PASSPHRASE)
    told = new.save_sheet("/home/Recovery key.pdf")
    assert told.groups == GROUPS and told.notice is not None and "Recovery key.pdf" in told.notice.text
    refused = new.save_sheet("/closed/Recovery key.pdf")
    assert refused.groups == GROUPS and refused.notice is not None and "cannot be written" in refused.notice.text
