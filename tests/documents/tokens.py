"""A token of software (SoftHSM) to sign with; what it holds is made by OpenSSL's and SoftHSM's own programs."""

import os
from collections.abc import Sequence
from pathlib import Path

from tests.documents.tools import run

PIN = "271828"


def begin(folder: Path) -> None:
    """Let SoftHSM keep its tokens in `folder`; it reads this once in the life of a process."""
    (folder / "tokens").mkdir()
    settings = folder / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {folder / 'tokens'}\nobjectstore.backend = file\nlog.level = ERROR\n")
    os.environ["SOFTHSM2_CONF"] = str(settings)


def make(label: str) -> None:
    """Make an empty token."""
    said = run("softhsm2-util", "--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", "12345678")
    assert said.returncode == 0, said.stderr


def put_key(label: str, name: str, number: str, pem: Path) -> None:
    """Put a private key (PKCS#8, PEM) into a token."""
    said = run(
        "softhsm2-util", "--import", pem, "--token", label, "--label", name, "--id", number, "--pin", PIN,
    )  # fmt: skip
    assert said.returncode == 0, said.stderr


def key_and_certificate(folder: Path, name: str, kind: Sequence[str]) -> tuple[Path, bytes]:
    """Make a key of `kind` and a certificate that vouches for itself; return the key's file and the certificate."""
    key, certificate, pkcs8 = folder / f"{name}.key", folder / f"{name}.der", folder / f"{name}.p8"
    said = run(
        "openssl", "req", "-x509", "-nodes", "-newkey", *kind, "-keyout", key, "-out", certificate, "-outform", "DER",
        "-subj", f"/CN={name}", "-days", "3650", "-addext", "keyUsage=critical,digitalSignature,nonRepudiation",
    )  # fmt: skip
    assert said.returncode == 0, said.stderr
    assert run("openssl", "pkcs8", "-topk8", "-nocrypt", "-in", key, "-out", pkcs8).returncode == 0
    return pkcs8, certificate.read_bytes()
