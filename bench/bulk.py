"""How long each note takes, and how much memory is held at most, when many are exported in one run.

The run has a process of its own, so that the peak is that of the export and not of what was measured before.
"""

import json
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from bench.exporting import yardstick
from bench.figures import Figure, figure, repeated
from bench.startup import ROOT
from desktop.flows.notes.bulk import export_all
from desktop.models.guide import Kind
from desktop.storage.keys.unlocking import unlock_quietly
from desktop.storage.vault import Vault


def measure(folder: Path, count: int) -> list[Figure]:
    """Return how long each of `count` notes takes; the name says how much memory the process held at most."""
    command = [sys.executable, "-m", "bench.bulk", str(folder), str(count)]
    told = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
    name = f"{count} notes exported, each (peak {told['peak']} MiB)"
    yard = repeated(7, yardstick)
    return [figure(name, told["seconds"], yard, "a fixed loop of Python", "<= 60 ms, 160 MiB")]


def main(folder: Path, count: int) -> None:
    """Export `count` notes of the vault in `folder` (each again and again) and print what was measured."""
    vault, ticks = Vault.open(folder, unlock_quietly(folder)), list[float]()
    try:
        notes = [note for kind in Kind for note in vault.notes(kind).notes()]
        with tempfile.TemporaryDirectory(prefix="bench-bulk-") as out:
            report = export_all(
                vault,
                list(islice(cycle(notes), count)),
                Path(out),
                lambda done, total, name: ticks.append(time.perf_counter()),
                lambda: False,
            )
    finally:
        vault.close()
    if report.problems:
        raise RuntimeError(report.as_text())
    seconds = [after - before for before, after in zip(ticks, ticks[1:], strict=False)]
    print(json.dumps({"seconds": seconds, "peak": _peak()}))


def _peak() -> int:
    """Return the most memory this process ever held, in MiB; 0 where the system does not tell it this way."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM:")), 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
