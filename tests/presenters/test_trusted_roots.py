"""Roots of other firms without pixels."""

from pathlib import Path

import pytest

from desktop.presenters.keys.trusted_roots import TrustedRootsPresenter
from desktop.presenters.notice import Tone
from tests.keys import key_of, root_of
from tests.world import World


@pytest.fixture
def presenter(world: World) -> TrustedRootsPresenter:
    return TrustedRootsPresenter(world.vault)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "root.der"
    path.write_bytes(root_of("Other Firm Notes").certificate)
    return path


def test_a_root_is_looked_at_before_it_is_trusted(world: World, presenter: TrustedRootsPresenter, file: Path) -> None:
    shown = presenter.look_at(str(file))
    assert shown.offered is not None and len(shown.offered.spoken.split()) == 12
    assert shown.name == "Other Firm Notes"
    assert world.vault.profile.anchors() == ()
    assert presenter.open().offered is None
    assert presenter.trust().rows == ()


def test_it_is_trusted_under_a_name_of_our_own(presenter: TrustedRootsPresenter, file: Path) -> None:
    presenter.look_at(str(file))
    presenter.type_name("  ")
    assert "name" in presenter.trust().errors
    presenter.type_name("The people next door")
    (trusted,) = presenter.trust().rows
    assert (trusted.alias, trusted.card.name) == ("The people next door", "Other Firm Notes")


def test_it_is_forgotten(presenter: TrustedRootsPresenter, file: Path) -> None:
    presenter.look_at(str(file))
    (trusted,) = presenter.trust().rows
    assert trusted.alias == ""
    shown = presenter.forget(trusted.key)
    assert shown.rows == () and shown.notice is not None and shown.notice.tone is Tone.GOOD


def test_a_person_or_nothing_at_all_is_no_root(presenter: TrustedRootsPresenter, tmp_path: Path) -> None:
    path = tmp_path / "person.der"
    path.write_bytes(key_of("Mira Solberg").certificate)
    for name in (str(path), str(tmp_path / "none.pem")):
        shown = presenter.look_at(name)
        assert shown.offered is None and shown.notice is not None and shown.notice.tone is Tone.BAD


def test_our_own_root_is_not_trusted_twice(world: World, presenter: TrustedRootsPresenter, file: Path) -> None:
    world.vault.profile.save_root(root_of("Other Firm Notes"))
    presenter.look_at(str(file))
    shown = presenter.trust()
    assert "your own" in shown.errors["form"] and shown.offered is not None
