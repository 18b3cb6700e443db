"""A file name that people can read and every system takes, made from any text."""

import unicodedata

_FORBIDDEN = frozenset('<>:"/\\|?*')
_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    | {f"{port}{digit}" for port in ("COM", "LPT") for digit in "0123456789¹²³"}
)
"""Names that Windows keeps for devices, whatever the suffix; https://learn.microsoft.com/windows/win32/fileio."""


def name_part(text: str, most: int) -> str:
    """Return `text` fit to be part of a file name, at most `most` bytes of UTF-8; "" if nothing is left.

    Control, bidirectional and other invisible characters vanish: they could make a name look like another.
    """
    joined = "".join(_fit(letter) for letter in unicodedata.normalize("NFC", text))
    return _cut(" ".join(joined.split()), most).strip(" .")


def file_name(parts: tuple[str, ...], suffix: str) -> str:
    """Return the parts that are not empty, joined by " - ", as a file name with `suffix` (such as ".pdf")."""
    stem = " - ".join(part for part in parts if part) or "_"
    reserved = stem.split(".")[0].rstrip().upper() in _DEVICES
    return f"{'_' if reserved else ''}{stem}{suffix}"


def _fit(letter: str) -> str:
    if letter in _FORBIDDEN or unicodedata.category(letter) == "Zs":
        return " "
    hidden = unicodedata.category(letter).startswith("C") and not letter.isspace()
    return "" if hidden else letter


def _cut(text: str, most: int) -> str:
    """Return as much of `text` as fits, never half a character nor a letter without its accents."""
    if len(text.encode()) <= most:
        return text
    kept = text.encode()[: most - len("…".encode())].decode("utf-8", "ignore")
    if unicodedata.combining(text[len(kept)]):
        while kept and unicodedata.combining(kept[-1]):
            kept = kept[:-1]
        kept = kept[:-1]
    return kept.rstrip() + "…"
