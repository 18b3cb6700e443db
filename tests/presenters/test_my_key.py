"""My key without pixels."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.documents.keys.root import issue
from desktop.flows.keys.key_files import save_key
from desktop.models.identity import Identity
from desktop.models.ids import new_uid, now
from desktop.models.problems import Problem
from desktop.presenters.keys.my_key import KeyForm, MyKeyPresenter, MyKeyScreen
from desktop.presenters.notice import Tone
from tests.keys import PASSPHRASE, key_of, root_of
from tests.world import World


@pytest.fixture
def presenter(world: World) -> MyKeyPresenter:
    return MyKeyPresenter(world.vault)


def keep(world: World, name: str, days_ago: int) -> Identity:
    made = replace(key_of(name), uid=new_uid(), person_uid=world.manager.uid, created_at=now() - timedelta(days_ago))
    world.vault.profile.save_identity(made)
    return made


def facts(screen: MyKeyScreen) -> dict[str, str]:
    assert screen.card is not None
    return dict(screen.card.facts)


def test_without_a_key_there_is_nothing_to_copy(presenter: MyKeyPresenter, tmp_path: Path) -> None:
    shown = presenter.open()
    assert (shown.card, shown.can_copy, shown.earlier) == (None, False, ())
    with pytest.raises(Problem, match="no key yet"):
        presenter.save_copy(str(tmp_path / "x.p12"), PASSPHRASE)


def test_the_key_in_use_and_the_ones_before(world: World, presenter: MyKeyPresenter) -> None:
    before, used = keep(world, "Mira S.", 30), keep(world, "Mira Solberg", 3)
    shown = presenter.open()
    assert shown.card is not None
    assert (shown.card.name, shown.card.fingerprint, shown.card.warning) == ("Mira Solberg", used.fingerprint, None)
    assert len(shown.card.spoken.split()) == 12
    assert "Itself" in facts(shown)["Vouched for by"]
    assert [each.fingerprint for each in shown.earlier] == [before.fingerprint]


def test_the_firms_root_vouches(world: World, presenter: MyKeyPresenter) -> None:
    root = root_of("Example GmbH Notes")
    world.vault.profile.save_root(root)
    world.vault.profile.save_identity(issue(root, world.manager, now()))
    assert facts(presenter.open())["Vouched for by"] == "Your firm's root, Example GmbH Notes"


def test_an_authority_that_is_not_ours_vouches(world: World, presenter: MyKeyPresenter) -> None:
    world.vault.profile.save_identity(issue(root_of("Other Firm Notes"), world.manager, now()))
    assert facts(presenter.open())["Vouched for by"] == "The authority Other Firm Notes"


def test_a_key_in_a_token_says_so_and_is_not_copied(world: World, presenter: MyKeyPresenter) -> None:
    in_token = replace(key_of("Mira Solberg"), uid=new_uid(), person_uid=world.manager.uid, key=b"", token="pkcs11:x")
    world.vault.profile.save_identity(in_token)
    shown = presenter.open()
    assert "token" in facts(shown)["Kept in"]
    assert not shown.can_copy


def test_an_expired_key_warns(world: World) -> None:
    keep(world, "Mira Solberg", 0)
    later = MyKeyPresenter(world.vault, lambda: now() + timedelta(days=5000)).open()
    assert later.card is not None and later.card.warning is not None
    assert later.card.warning.tone is Tone.BAD and "expired" in later.card.warning.text


def test_a_copy_is_saved_under_a_passphrase_that_will_do(
    world: World, presenter: MyKeyPresenter, tmp_path: Path
) -> None:
    used = keep(world, "Mira Solberg", 3)
    presenter.start(KeyForm.COPY)
    assert "passphrase" in presenter.check_copy("short", "short").errors
    assert presenter.check_copy(PASSPHRASE, PASSPHRASE).errors == {}
    path = presenter.save_copy(str(tmp_path / presenter.open().copy_name), PASSPHRASE)
    assert path.name == "Key of Mira Solberg.p12"
    done = presenter.copied(path)
    assert done.form is KeyForm.NONE and done.notice is not None and path.name in done.notice.text
    presenter.choose_path(str(path))
    assert presenter.read(PASSPHRASE)[0].certificate == used.certificate


def test_a_key_from_a_file_is_looked_at_and_then_used(world: World, presenter: MyKeyPresenter, tmp_path: Path) -> None:
    keep(world, "Mira Solberg", 3)
    path = save_key(key_of("M. Solberg-Lind"), "M", PASSPHRASE, tmp_path / "k.p12")
    presenter.start(KeyForm.FILE)
    assert set(presenter.check_file("").errors) == {"path", "passphrase"}
    presenter.choose_path(str(path))
    assert presenter.check_file("x").errors == {}
    shown = presenter.offer(presenter.read(PASSPHRASE))
    assert shown.offered is not None and shown.offered.warning is not None
    assert "says M. Solberg-Lind, not Mira Solberg" in shown.offered.warning.text
    assert "your key changed" in shown.means
    used = presenter.use()
    assert used.card is not None and used.card.name == "M. Solberg-Lind" and len(used.earlier) == 1
    kept = world.vault.profile.identity(world.manager.uid)
    assert kept is not None and kept.certificate == key_of("M. Solberg-Lind").certificate


def test_what_does_not_work_keeps_the_form_and_its_file(presenter: MyKeyPresenter) -> None:
    presenter.start(KeyForm.FILE)
    presenter.choose_path("/nowhere/key.p12")
    with pytest.raises(Problem) as told:
        presenter.read(PASSPHRASE)
    shown = presenter.failed(str(told.value))
    assert (shown.form, shown.path) == (KeyForm.FILE, "/nowhere/key.p12")
    assert "no such file" in shown.errors["form"]


def test_a_key_that_was_only_looked_at_is_forgotten(world: World, presenter: MyKeyPresenter) -> None:
    presenter.offer((key_of("Mira Solberg"),))
    assert presenter.open().offered is None
    assert world.vault.profile.identities(world.manager.uid) == ()


def test_the_same_key_again_changes_nothing(world: World, presenter: MyKeyPresenter) -> None:
    used = keep(world, "Mira Solberg", 3)
    presenter.offer((replace(used, uid=new_uid()),))
    shown = presenter.use()
    assert "already" in shown.errors["form"] and shown.form is KeyForm.OFFER
    assert len(world.vault.profile.identities(world.manager.uid)) == 1


def test_one_of_several_keys_of_a_token_is_chosen(world: World, presenter: MyKeyPresenter) -> None:
    found = [replace(key_of(name), person_uid=world.manager.uid) for name in ("Mira S.", "Mira Solberg")]
    shown = presenter.offer(found)
    assert [label for _key, label in shown.choices] == ["Mira S.", "Mira Solberg"]
    chosen = presenter.choose("1")
    assert chosen.offered is not None and chosen.offered.name == "Mira Solberg"


def test_a_token_needs_module_and_pin(presenter: MyKeyPresenter, tmp_path: Path) -> None:
    presenter.start(KeyForm.TOKEN)
    assert set(presenter.check_token(" ", "").errors) == {"path", "passphrase"}
    shown = presenter.check_token(str(tmp_path / "none.so"), "1234")
    assert shown.errors == {} and shown.path.endswith("none.so")
    with pytest.raises(Problem):
        presenter.look("1234")


def test_the_first_key_is_made_without_talk_of_change(world: World, presenter: MyKeyPresenter) -> None:
    shown = presenter.offer(presenter.make())
    assert "changed" not in shown.means
    assert presenter.use().card is not None
