"""A firm's own root, and other firms' roots."""

import ssl
from pathlib import Path

import pytest

from desktop.documents.keys.certificate_facts import certificate_facts
from desktop.flows.keys.identities import (
    issue_to_file,
    new_root,
    read_authority,
    read_root_copy,
    save_root_certificate,
    save_root_copy,
    trust_authority,
)
from desktop.flows.keys.key_files import read_key, save_key
from desktop.models.problems import Problem
from tests.keys import PASSPHRASE, key_of, root_of
from tests.world import World


def test_an_identity_is_issued_into_a_file_and_kept_nowhere_else(world: World, tmp_path: Path) -> None:
    root = root_of("Example GmbH Notes")
    path = issue_to_file(root, world.employee, PASSPHRASE, tmp_path / "tomas.p12")
    issued = read_key(path, PASSPHRASE, world.employee.uid)
    facts = certificate_facts(issued.certificate)
    assert (facts.subject, facts.issuer) == (world.employee.name, "Example GmbH Notes")
    assert world.vault.profile.identities(world.employee.uid) == ()


def test_a_root_comes_back_from_its_copy(tmp_path: Path) -> None:
    root = new_root("Example GmbH Notes")
    path = save_root_copy(root, PASSPHRASE, tmp_path / "root.p12")
    back = read_root_copy(path, PASSPHRASE)
    assert (back.name, back.certificate, back.key) == (root.name, root.certificate, root.key)
    with pytest.raises(Problem):
        read_root_copy(path, "another passphrase")


def test_the_key_of_a_person_is_no_root(tmp_path: Path) -> None:
    path = save_key(key_of("Mira Solberg"), "Mira Solberg", PASSPHRASE, tmp_path / "key.p12")
    with pytest.raises(Problem):
        read_root_copy(path, PASSPHRASE)


def test_the_certificate_of_a_root_holds_no_key_and_is_trusted_elsewhere(world: World, tmp_path: Path) -> None:
    root = root_of("Other Firm Notes")
    path = save_root_certificate(root, tmp_path / "root.pem")
    assert b"PRIVATE KEY" not in path.read_bytes()
    anchor = read_authority(path)
    assert (anchor.name, anchor.certificate) == ("Other Firm Notes", root.certificate)
    trust_authority(world.vault, anchor)
    assert [each.name for each in world.vault.profile.anchors()] == ["Other Firm Notes"]


def test_the_root_is_found_among_other_certificates(tmp_path: Path) -> None:
    root, path = root_of("Other Firm Notes"), tmp_path / "chain.pem"
    path.write_text("".join(ssl.DER_cert_to_PEM_cert(der) for der in (key_of("Mira").certificate, root.certificate)))
    assert read_authority(path).certificate == root.certificate


def test_what_is_no_root_is_not_trusted(tmp_path: Path) -> None:
    path = tmp_path / "x.pem"
    path.write_text("hello")
    with pytest.raises(Problem, match="no certificate"):
        read_authority(path)
    path.write_bytes(key_of("Mira Solberg").certificate)
    with pytest.raises(Problem, match="one person"):
        read_authority(path)
    path.write_bytes(root_of("Old Firm", -7400).certificate)
    with pytest.raises(Problem, match="expired on"):
        read_authority(path)


def test_the_own_root_needs_no_trust(world: World, tmp_path: Path) -> None:
    root = root_of("Example GmbH Notes")
    world.vault.profile.save_root(root)
    anchor = read_authority(save_root_certificate(root, tmp_path / "root.pem"))
    with pytest.raises(Problem, match="your own"):
        trust_authority(world.vault, anchor)
