"""Commands on a vault that another program works in."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.cli import main

ROOT = Path(__file__).resolve().parent.parent
HOLD = """
import sys
from pathlib import Path
from desktop.storage.holding import Hold
hold = Hold(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_beside_a_window_one_may_read_but_not_import(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, nothing = str(tmp_path / "vault"), tmp_path / "record.json"
    nothing.write_text("{}")
    assert main(["demo", "--vault", folder, "--no-window"]) == 0
    capsys.readouterr()
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as other:
        assert other.stdout and other.stdout.readline() == "held\n"
        assert main(["--vault", folder, "list"]) == 0
        out = tmp_path / "out"
        out.mkdir()
        assert main(["--vault", folder, "export", "--all", "--kind", "okr", "--out", str(out)]) == 0
        (note,) = list(out.glob("*.pdf"))[:1]
        assert main(["--vault", folder, "verify", str(note)]) == 0
        capsys.readouterr()
        assert main(["--vault", folder, "import", str(note)]) == 2
        assert f"process {other.pid} on" in capsys.readouterr().err
