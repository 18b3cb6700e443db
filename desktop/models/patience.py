"""How long somebody waits before the next guess at a passphrase."""

_FREE = 3
_LONGEST = 60


def wait_seconds(failures: int) -> int:
    """Return the seconds to wait after so many wrong passphrases: none for the first three, then up to a minute."""
    return 0 if failures < _FREE else min(2 ** (failures - _FREE + 1), _LONGEST)
