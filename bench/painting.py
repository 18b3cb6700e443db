"""Run a window that says "painted" after its first paint and ends: for machines without Xvfb."""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from bench.startup import BARE


class FirstPaint(QObject):
    """Hears of every event of the application and waits for a window to be painted."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let every event pass; after the first paint of a window, tell and quit."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isWindow():
            QTimer.singleShot(0, self.tell)
        return False

    def tell(self) -> None:
        """Say it once and end the application."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
            print("painted", flush=True)
            app.quit()


def main(what: str, vault: str = "") -> None:
    """Show the program's window on `vault`, or the bare one."""
    run, filter_ = QApplication.exec, FirstPaint()

    def watched(*_arguments: object) -> int:
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(filter_)
        return run()

    QApplication.exec = watched  # type: ignore[method-assign]
    if what == "bare":
        exec(BARE, {})
    else:
        from desktop.app.program import run as run_program

        run_program(Path(vault))


if __name__ == "__main__":
    main(*sys.argv[1:])
