"""Who is expected to have signed a file."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """Certificates (DER) of people, and of the roots (anchors) that may vouch for others; none: nobody is known."""

    certificates: Sequence[bytes] = ()
    anchors: Sequence[bytes] = ()


NOBODY = Known()
