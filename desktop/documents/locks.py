"""Files under a password: what is said of them, and the one way in which Duologue makes them."""

from io import BytesIO

import pikepdf

from desktop.models.problems import Locked, Problem

SHORTEST = 8


def encrypted(pdf: bytes, password: str) -> bytes:
    """Return an unsigned note under a password (AES-256), to be signed afterwards; the other way breaks the signature.

    Such a copy is no archive file any more: PDF/A forbids passwords. Raises Problem if the password is too short.
    """
    if len(password) < SHORTEST:
        raise Problem("A password for a file needs at least {n} characters.", n=SHORTEST)
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.save(
            out,
            encryption=pikepdf.Encryption(owner=password, user=password, R=6, aes=True, metadata=True),
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


def unlocked(pdf: bytes, password: str) -> bytes:
    """Return a copy to look at without a password; its signatures are gone. Raises Problem if it cannot be opened."""
    out = BytesIO()
    try:
        with pikepdf.open(BytesIO(pdf), password=password) as opened:
            opened.save(out)
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
