"""A screen to watch from outside: Xvfb keeps it in a file, so that looking costs the program nothing."""

import mmap
import os
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_WIDTH, _HEIGHT = 1366, 820
_STEP = 8
_CHANGED_SHARE = 0.01
_COLOURS = 4


class Screen:
    """One Xvfb with its pixels; `display` is what a program gets as `DISPLAY`."""

    def __init__(self, display: str, file: Path) -> None:
        """Look at the frame buffer in `file` (a window dump, XWD)."""
        self.display = display
        with file.open("rb") as opened:
            self._bytes = memoryview(mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ))
        header = struct.unpack(">25I", self._bytes[:100])  # the head of an XWD file
        self._start = header[0] + header[19] * 12
        self._line = header[12]
        self._width = header[4]
        self._rows = range(_STEP // 2, header[5], _STEP)

    def look(self) -> bytes:
        """Return every eighth line of the screen."""
        lines = (self._start + row * self._line for row in self._rows)
        return b"".join(self._bytes[line : line + self._width * 4] for line in lines)


def differs(one: bytes, other: bytes, share: float = 0.0) -> bool:
    """Tell whether more than `share` of the pixels differ between two looks."""
    if one == other:
        return False
    pixels = list(zip(_thinned(one), _thinned(other), strict=True))
    return sum(a != b for a, b in pixels) > share * len(pixels)


def painted(empty: bytes, look: bytes) -> bool:
    """Tell whether a window with something in it is seen; a blank one does not count."""
    return differs(empty, look, _CHANGED_SHARE) and len(set(_thinned(look))) > _COLOURS


@contextmanager
def screen() -> Iterator[Screen]:
    """Start an Xvfb and lend it."""
    with tempfile.TemporaryDirectory(prefix="bench-screen-") as folder:
        reading, writing = os.pipe()
        process = subprocess.Popen(
            [
                *(str(shutil.which("Xvfb")), "-displayfd", str(writing), "-fbdir", folder),
                *("-screen", "0", f"{_WIDTH}x{_HEIGHT}x24", "-nolisten", "tcp", "-noreset", "-br"),
            ],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                display = f":{told.readline().strip()}"
            yield Screen(display, Path(folder, "Xvfb_screen0"))
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(5)


def _thinned(look: bytes) -> memoryview:
    return memoryview(look).cast("I")[::_STEP]
