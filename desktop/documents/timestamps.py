"""A timestamp authority (RFC 3161): somebody else's clock beside the signer's own.

It hears a digest, never words. Whatever goes wrong with it, the file is signed all the same.
"""

from dataclasses import dataclass, field

from pyhanko.sign.timestamps import HTTPTimeStamper

from desktop.documents.sign import Signatory, sign
from desktop.i18n import _

_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Stamped:
    """A signed file; `warning` says why no timestamp is in it, "" if one is."""

    pdf: bytes = field(repr=False)
    warning: str = ""


def sign_stamped(pdf: bytes, by: Signatory, address: str, password: str = "") -> Stamped:
    """Return `pdf` certified as `sign` does, with the time vouched for by the authority at `address` (a URL).

    Raises what `sign` raises, nothing for what the authority does.
    """
    try:
        return Stamped(sign(pdf, by, password, HTTPTimeStamper(address, timeout=_SECONDS)))
    except Exception as error:  # unreachable, slow, refusing, or answering nonsense: all the same to the note
        signed = sign(pdf, by, password)
        reason = type(error).__name__
        warning = _("The timestamp authority did not answer as it should ({reason}); the file is signed without it.")
        return Stamped(signed, warning.format(reason=reason))
