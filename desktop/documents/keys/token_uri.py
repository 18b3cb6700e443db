"""Where a key lies in a token, as text: a PKCS#11 URI (RFC 7512). A PIN is never part of it."""

from dataclasses import dataclass
from urllib.parse import quote, quote_from_bytes, unquote, unquote_to_bytes

from desktop.models.problems import Problem

_SCHEME = "pkcs11:"


@dataclass(frozen=True, slots=True)
class Place:
    """A key: the module (the path of a library), the token's label and serial number, and the key's own number."""

    module: str
    token: str
    serial: bytes
    key: bytes = b""

    @property
    def uri(self) -> str:
        """This place as a URI."""
        parts = f"token={quote(self.token, safe='')};serial={quote_from_bytes(self.serial, safe='')}"
        return f"{_SCHEME}{parts};id={quote_from_bytes(self.key, safe='')}?module-path={quote(self.module, safe='/')}"


def place_of(uri: str) -> Place:
    """Return the place that a URI names; raise Problem if it names none."""
    path, _mark, query = uri.removeprefix(_SCHEME).partition("?")
    named = dict(part.partition("=")[::2] for part in path.split(";"))
    asked = dict(part.partition("=")[::2] for part in query.split("&"))
    if not uri.startswith(_SCHEME) or not {"token", "id"} <= set(named) or "module-path" not in asked:
        raise Problem("It is not known where the key of this identity lies; look for it in the token again.")
    return Place(
        unquote(asked["module-path"]),
        unquote(named["token"]),
        unquote_to_bytes(named.get("serial", "")),
        unquote_to_bytes(named["id"]),
    )
