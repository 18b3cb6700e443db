"""An address of a service on the web, as somebody types it."""

from urllib.parse import urlsplit

from desktop.models.problems import Problem


def service_address(text: str) -> str:
    """Return `text` as the address (http or https) of a service, "" if none was typed.

    Raises Problem if it cannot be one, and for one with a user name or password in it: settings keep no secrets.
    """
    address = text.strip()
    if not address:
        return ""
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or parts.scheme not in ("http", "https") or any(char.isspace() for char in address):
        raise Problem(
            "This is no address of a service; it begins with https:// and has a host, such as {example}.",
            example="https://tsa.example.org/tsr",
        )
    if parts.username or parts.password:
        raise Problem("Leave user name and password out of this address; Duologue stores it as plain text.")
    return address
