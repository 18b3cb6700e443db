"""Programs that are not ours and judge our files: poppler and qpdf."""

import shutil
import subprocess
from pathlib import Path


def run(tool: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a tool and return what it said; fail with the reason if it is not installed."""
    path = shutil.which(tool)
    assert path, f"{tool} is missing: these tests need the Debian packages poppler-utils and qpdf"
    return subprocess.run([path, *map(str, arguments)], capture_output=True, text=True, timeout=60, check=False)  # noqa: S603


def text_of(pdf: bytes, folder: Path) -> str:
    """Return the words of a PDF as poppler reads them, blanks and line breaks run together."""
    return " ".join(raw_text_of(pdf, folder).split())


def raw_text_of(pdf: bytes, folder: Path) -> str:
    """Return the words of a PDF as poppler reads them."""
    path = folder / "read.pdf"
    path.write_bytes(pdf)
    return run("pdftotext", "-enc", "UTF-8", path, "-").stdout
