"""Programs that are not ours and judge our files: poppler, qpdf and MuPDF; veraPDF too, where there is one.

veraPDF is found through DUOLOGUE_VERAPDF: a command that takes profiles ("3b,ua1") and files, and succeeds if all pass.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

PROFILES = "3b,ua1"


def run(tool: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a tool and return what it said; fail with the reason if it is not installed."""
    path = shutil.which(tool)
    assert path, f"{tool} is missing: these tests need the Debian packages poppler-utils, qpdf and mupdf-tools"
    return subprocess.run([path, *map(str, arguments)], capture_output=True, text=True, timeout=60, check=False)  # noqa: S603


def run_python(program: str, *arguments: str | Path) -> str:
    """Run a few lines in a process of their own and return what they print."""
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout


def text_of(pdf: bytes, folder: Path) -> str:
    """Return the words of a PDF as poppler reads them, blanks and line breaks run together."""
    return " ".join(raw_text_of(pdf, folder).split())


def raw_text_of(pdf: bytes, folder: Path) -> str:
    """Return the words of a PDF as poppler reads them."""
    path = folder / "read.pdf"
    path.write_bytes(pdf)
    return run("pdftotext", "-enc", "UTF-8", path, "-").stdout


def good_digests(pdf: bytes, folder: Path) -> dict[str, int]:
    """Return how many signatures are good to poppler and to MuPDF, both of which look at the signed bytes alone."""
    path = folder / "signed.pdf"
    path.write_bytes(pdf)
    mupdf = run("mutool", "sign", "-v", path).stdout
    good = (
        "The signature is valid but there have been edits since signing.",
        "The document is unchanged since signing.",
    )
    return {
        "poppler": run("pdfsig", path).stdout.count("Signature is Valid"),
        "mupdf": sum(mupdf.count(sentence) for sentence in good),
    }


def validators() -> list[Callable[[Path], str]]:
    """Return the judges there are on this machine; each returns what it finds wrong with a file, "" for nothing."""
    command = os.environ.get("DUOLOGUE_VERAPDF", "")

    def vera(file: Path) -> str:
        said = run(command, PROFILES, file)
        return "" if said.returncode == 0 and said.stdout.count("PASS") == 2 else said.stdout + said.stderr

    return [syntax, embedding, *([vera] if command else [])]


def syntax(file: Path) -> str:
    """Ask qpdf."""
    said = run("qpdf", "--check", file)
    return "" if said.returncode == 0 and "No syntax or stream encoding errors" in said.stdout else said.stderr


def embedding(file: Path) -> str:
    """Ask poppler for fonts that are not embedded or do not say which characters they show."""
    lines = [line.split() for line in run("pdffonts", file).stdout.splitlines()[2:]]
    # the last five columns: embedded, subset, Unicode, object, generation
    assert lines
    return "\n".join(" ".join(line) for line in lines if (line[-5], line[-3]) != ("yes", "yes"))


def soft_token() -> Path:
    """Return the PKCS#11 module of SoftHSM; fail with the reason if it is not installed."""
    places = [Path(root) / "softhsm" / "libsofthsm2.so" for root in ("/usr/lib", "/usr/lib64", "/usr/local/lib")]
    places += list(Path("/usr/lib").glob("*/softhsm/libsofthsm2.so"))
    places += [Path("/usr/lib64/pkcs11/libsofthsm2.so"), Path("/opt/homebrew/lib/softhsm/libsofthsm2.so")]
    found = next((place for place in places if place.exists()), None)
    assert found, "SoftHSM is missing: these tests need the Debian package softhsm2"
    return found
