"""The recovery key: the vault's key as it is written down by hand, nine groups of four letters and digits.

Crockford's base 32 (no I, L, O, U; case and look-alikes do not matter), then four characters that tell a slip of
the pen: 20 bits of SHA-256, so that one mistyped key in a million passes, and no single slip of those tried did.
"""

import hashlib

from desktop.models.problems import Problem
from desktop.storage.vault_key import LENGTH, VaultKey

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans("OIL", "011")
_CHARACTERS = LENGTH * 8 // 5
_CHECKED = 4
GROUP = 4
"""Characters of a group."""


def written(key: VaultKey) -> str:
    """Return the recovery key of a vault, such as "9RM4-F1WJ-…": nine groups of four."""
    return "-".join(groups(key))


def groups(key: VaultKey) -> tuple[str, ...]:
    """Return the nine groups of a recovery key."""
    text = _text(int.from_bytes(key.root), _CHARACTERS) + _check(key.root)
    return tuple(text[start : start + GROUP] for start in range(0, len(text), GROUP))


def read(text: str) -> VaultKey:
    """Return the key that was written down; spaces, dashes and case do not matter.

    Raises Problem if it is too long or short, holds a character that no recovery key has, or a slip of the pen.
    """
    typed = tidied(text)
    strange = next((character for character in typed if character not in _ALPHABET), "")
    if strange:
        raise Problem("No recovery key has the character “{strange}”; please look again.", strange=strange)
    if len(typed) != _CHARACTERS + _CHECKED:
        raise Problem(
            "A recovery key has nine groups of four; this has {n} characters instead of {all}.",
            n=len(typed),
            all=_CHARACTERS + _CHECKED,
        )
    root = _number(typed[:_CHARACTERS]).to_bytes(LENGTH)
    if _check(root) != typed[_CHARACTERS:]:
        raise Problem("There is a slip somewhere in this recovery key; please compare it group by group.")
    return VaultKey(root)


def tidied(text: str) -> str:
    """Return what was typed as a recovery key would spell it: without spaces and dashes, look-alikes read as meant."""
    kept = "".join(character for character in text.upper() if not character.isspace() and character not in "-–—·.")
    return kept.translate(_LOOKALIKES)


def _check(root: bytes) -> str:
    digest = hashlib.sha256(b"duologue recovery key" + root).digest()
    return _text(int.from_bytes(digest[:3]) >> 4, _CHECKED)


def _text(number: int, length: int) -> str:
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(length)))


def _number(text: str) -> int:
    number = 0
    for character in text:
        number = number << 5 | _ALPHABET.index(character)
    return number
