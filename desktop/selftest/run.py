"""`duologue self-test`: the whole journey through the real windows, and what it leaves behind."""

import gc
import os
import shutil
import sys
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.app.program import Program, has_screen
from desktop.models.problems import Problem
from desktop.places import resources
from desktop.selftest.hands import Missed
from desktop.selftest.journey import passphrase, walk
from desktop.selftest.window import WindowDriver
from desktop.storage.keys.unlocking import open_sample, unlock

_SIZE = (1280, 820)


def run(out: Path) -> int:
    """Walk the journey, leave both notes, the vault and the pictures in `out`, and return 0 if all went well.

    Without a screen it walks offscreen. The user's own settings and vault are not touched.
    """
    if not has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for old in ("vault", "screens", "exports"):
        shutil.rmtree(out / old, ignore_errors=True)
    (out / "exports").mkdir(parents=True)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101 (there is only one kind)
    program = Program(app, out / "vault", out / "settings.toml", out / "exports")
    try:
        return _walk(program, out)
    except (Missed, Problem) as fault:
        print(f"The journey stopped: {fault}", file=sys.stderr)
        program.window.grab().save(str(out / "screens" / "stopped.png"))
        return 1
    finally:
        program.close()
        program.window.hide()
        program.window.deleteLater()
        gc.enable()


def _walk(program: Program, out: Path) -> int:
    program.show()
    program.window.resize(*_SIZE)
    driver = WindowDriver(program, out / "exports", out / "screens")
    walked = walk(driver, date.today())
    driver.look_around()
    shutil.copyfile(walked.okr_note, out / "okr-note.pdf")
    shutil.copyfile(walked.performance_note, out / "performance-note.pdf")
    shutil.copyfile(walked.answered_note, out / "performance-note-answered.pdf")
    print(f"Made a vault, a person, a team's OKR and two conversations in {out / 'vault'}.")
    open_sample(out / "vault", unlock(out / "vault", passphrase()))
    print("It is encrypted; as everything in it is invented, it opens without asking from now on.")
    print(f"Sealed, corrected, signed and exported: {out / 'okr-note.pdf'}, {out / 'performance-note.pdf'}.")
    print(f"Answered, signed and taken in: {out / 'performance-note-answered.pdf'} ({walked.arrival}).")
    print(f"Verified them: {', '.join(walked.verdicts)}. Pictures of every screen: {out / 'screens'}.")
    print(f"The journey used the guides and fonts in {resources()}.")
    return 0 if set(walked.verdicts) == {"good"} else 1
