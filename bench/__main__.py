"""`python -m bench`: every figure once, as a table or as JSON."""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Sequence
from datetime import date

from bench import autosave, bare, bulk, coaching, encryption, exporting, searching, startup
from bench.figures import Figure, data, table
from bench.startup import ROOT

SOME, MANY = 40, 200
"""How many notes are exported in one run: quickly, and as many as the aim is about."""

FOUND, FOUND_SLOWLY = 10_000, 100_000
"""How many conversations are searched."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; return the exit code."""
    typed = _parser().parse_args(arguments)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    figures = bare.measure() if typed.setup else _all(typed.rounds, typed.slow)
    print(json.dumps(data(figures), indent=2) if typed.json else table(figures))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench", description="Measure how fast Duologue is here.")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--rounds", type=int, default=7, help="how often each window is opened (default: 7)")
    slow = f"export {MANY} notes in one run, not {SOME}, and search {FOUND_SLOWLY:,} conversations, not {FOUND:,}"
    parser.add_argument("--slow", action="store_true", help=slow)
    parser.add_argument("--setup", action="store_true", help="measure only the way from a bare copy")
    return parser


def _all(rounds: int, slow: bool) -> list[Figure]:
    from desktop.flows.sample.firm import make_sample_vault

    # beside the source, on a real disk: a temporary folder may lie in memory, where saving costs nothing
    folder = ROOT / "build" / "bench"
    shutil.rmtree(folder, ignore_errors=True)
    vault = folder / "vault"
    make_sample_vault(vault, date.today())
    try:
        return [
            *startup.measure(vault, rounds),
            *autosave.measure(vault, rounds * 60),
            *encryption.measure(vault, rounds * 10),
            *coaching.measure(rounds * 10),
            *exporting.measure(vault, rounds * 4),
            *bulk.measure(vault, MANY if slow else SOME),
            *searching.measure(folder, FOUND_SLOWLY if slow else FOUND, rounds * 10),
        ]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
