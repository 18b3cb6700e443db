"""A timestamp authority (RFC 3161): somebody else's clock beside the signer's own.

It hears a digest, never words. Whatever goes wrong with it, the file is signed all the same.
"""

from dataclasses import dataclass, field

from desktop.documents.signing.sign import Signatory, sign
from desktop.documents.signing.stamping import Stamper
from desktop.i18n import _, say
from desktop.models.problems import Unstamped


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
        return Stamped(sign(pdf, by, password, Stamper(address)))
    except Unstamped as problem:
        signed = sign(pdf, by, password)
        return Stamped(signed, _("{reason} The file is signed without it.").format(reason=say(problem)))
