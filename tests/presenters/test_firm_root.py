"""The firm's root and its identities without pixels."""

from pathlib import Path

import pytest

from desktop.documents.keys.certificate_facts import certificate_facts
from desktop.documents.keys.certificates import read_certificates
from desktop.flows.keys.key_files import read_key
from desktop.models.problems import Problem
from desktop.presenters.keys.firm_root import FirmForm, FirmPresenter
from desktop.presenters.keys.issuing import IssuingPresenter
from tests.keys import PASSPHRASE, root_of
from tests.world import World


@pytest.fixture
def presenter(world: World) -> FirmPresenter:
    return FirmPresenter(world.vault)


@pytest.fixture
def issuing(world: World) -> IssuingPresenter:
    return IssuingPresenter(world.vault)


def test_a_root_is_made_in_a_minute(world: World, presenter: FirmPresenter) -> None:
    assert presenter.open().card is None
    presenter.start(FirmForm.MAKE)
    assert "name" in presenter.check_name().errors
    presenter.type_name("Example GmbH Notes")
    assert presenter.check_name().errors == {}
    shown = presenter.made(presenter.make())
    assert shown.card is not None and shown.card.name == "Example GmbH Notes"
    assert shown.form is FirmForm.NONE and shown.notice is not None and "Save a copy" in shown.notice.text
    root = world.vault.profile.root()
    assert root is not None and root.fingerprint == shown.card.fingerprint


def test_a_name_that_will_not_do_stays_typed(presenter: FirmPresenter) -> None:
    presenter.start(FirmForm.MAKE)
    presenter.type_name("x" * 301)
    shown = presenter.check_name()
    assert shown.name == "x" * 301 and "shorten" in shown.errors["name"]


def test_its_certificate_is_saved_for_others(world: World, presenter: FirmPresenter, tmp_path: Path) -> None:
    root = root_of("Example GmbH Notes")
    world.vault.profile.save_root(root)
    name = presenter.open().certificate_name
    assert name == "Example GmbH Notes.pem"
    presenter.save_certificate(str(tmp_path / name))
    assert read_certificates((tmp_path / name).read_bytes()) == (root.certificate,)
    refused = presenter.save_certificate(str(tmp_path / "missing" / name)).notice
    assert refused is not None and "does not exist" in refused.text


def test_a_root_is_restored_from_its_copy(world: World, presenter: FirmPresenter, tmp_path: Path) -> None:
    world.vault.profile.save_root(root_of("Example GmbH Notes"))
    path = presenter.save_copy(str(tmp_path / "root.p12"), PASSPHRASE)
    assert presenter.copied(path).notice is not None
    world.vault.profile.save_root(root_of("Other Firm Notes"))
    presenter.start(FirmForm.RESTORE)
    assert set(presenter.check_file("").errors) == {"path", "passphrase"}
    presenter.choose_path(str(path))
    shown = presenter.offer(presenter.read(PASSPHRASE))
    assert shown.offered is not None and shown.offered.name == "Example GmbH Notes"
    assert "takes the place of Other Firm Notes" in shown.replaces
    assert presenter.use().card == presenter.open().card
    root = world.vault.profile.root()
    assert root is not None and root.certificate == root_of("Example GmbH Notes").certificate


def test_what_does_not_work_is_said_in_the_form(presenter: FirmPresenter) -> None:
    presenter.start(FirmForm.RESTORE)
    presenter.choose_path("/nowhere/root.p12")
    shown = presenter.failed("There is no such file.")
    assert (shown.form, shown.path, shown.errors["form"]) == (
        FirmForm.RESTORE,
        "/nowhere/root.p12",
        "There is no such file.",
    )


def test_an_identity_is_issued_for_a_person(world: World, issuing: IssuingPresenter, tmp_path: Path) -> None:
    world.vault.profile.save_root(root_of("Example GmbH Notes"))
    shown = issuing.start()
    assert shown.people == ((world.employee.uid, world.employee.name),)
    assert set(issuing.check("short", "short").errors) == {"person", "passphrase"}
    assert issuing.choose_person(world.employee.uid).file_name == f"Key of {world.employee.name}.p12"
    assert issuing.check(PASSPHRASE, PASSPHRASE).errors == {}
    path = issuing.issue(str(tmp_path / "k.p12"), PASSPHRASE)
    done = issuing.issued(path)
    assert done.notice is not None and world.employee.name in done.notice.text and not done.opened
    issued = certificate_facts(read_key(path, PASSPHRASE, world.employee.uid).certificate)
    assert (issued.subject, issued.issuer) == (world.employee.name, "Example GmbH Notes")


def test_one_for_myself_is_not_used_before_i_say_so(world: World, issuing: IssuingPresenter) -> None:
    world.vault.profile.save_root(root_of("Example GmbH Notes"))
    (made,) = issuing.issue_mine()
    assert certificate_facts(made.certificate).issuer == "Example GmbH Notes"
    assert world.vault.profile.identity(world.manager.uid) is None


def test_without_a_root_nothing_is_issued(issuing: IssuingPresenter, tmp_path: Path) -> None:
    assert not issuing.open().ready
    with pytest.raises(Problem, match="no root yet"):
        issuing.issue_mine()
    assert issuing.failed("No.").notice is not None
