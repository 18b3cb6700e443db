"""Files under a password: what is said of them, and the one way in which Duologue makes them."""

import unicodedata
from io import BytesIO

import pikepdf

from desktop.models.problems import Locked, Problem

SHORTEST = 8


def encrypted(pdf: bytes, password: str) -> bytes:
    """Return an unsigned note under a password (AES-256), to be signed afterwards; the other way breaks the signature.

    Such a copy is no archive file any more: PDF/A forbids passwords. Raises Problem if the password is too short.
    """
    if len(password.strip()) < SHORTEST:
        raise Problem("A password for a file needs at least {n} characters.", n=SHORTEST)
    out = BytesIO()
    key = spelled(password)
    with pikepdf.open(BytesIO(pdf)) as plain:
        plain.save(
            out,
            encryption=pikepdf.Encryption(owner=key, user=key, R=6, aes=True, metadata=True),
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return out.getvalue()


def is_locked(pdf: bytes) -> bool:
    """Return whether a PDF needs a password; False where it cannot be read at all."""
    try:
        pikepdf.open(BytesIO(pdf)).close()
    except pikepdf.PasswordError:
        return True
    except pikepdf.PdfError:
        return False
    return False


def opened(pdf: bytes, password: str) -> pikepdf.Pdf:
    """Return a file to read, whether it is under a password or not; raise PasswordError if it needs another one."""
    try:
        return pikepdf.open(BytesIO(pdf))  # first without: pikepdf warns of a password that is not needed
    except pikepdf.PasswordError:
        return pikepdf.open(BytesIO(pdf), password=spelled(password))


def spelled(password: str) -> str:
    """Return a password in the one spelling that programs agree on, however it was typed (as SASLprep asks)."""
    return unicodedata.normalize("NFKC", password).encode(errors="replace").decode()


def unlocked(pdf: bytes, password: str) -> bytes:
    """Return a copy to look at without a password; its signatures are gone. Raises Problem if it cannot be opened."""
    out = BytesIO()
    try:
        with opened(pdf, password) as file:
            file.save(out)
    except pikepdf.PasswordError as error:
        raise locked(password) from error
    except pikepdf.PdfError as error:
        raise Problem("This file cannot be read as a PDF; it may be damaged or cut off.") from error
    return out.getvalue()


def locked(password: str) -> Locked:
    """Return what is said of a file that `password` ("" if none was given) does not open."""
    if password:
        return Locked("This is not the password of this PDF; type the one you were told.")
    return Locked("This PDF is locked with a password; type the one you were told.")
