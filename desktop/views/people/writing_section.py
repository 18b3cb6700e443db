"""The end of handing over: what goes along in numbers, the PIN where the key needs one, and the file."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal

from desktop.i18n import _
from desktop.presenters.people.transfer import TransferPresenter
from desktop.views.widgets import LineField, Text, primary, row
from desktop.views.working_section import WorkingSection


class WritingSection(WorkingSection):
    """Writes the file away from the window.

    Signals:
        save_wanted(): the person wants to choose where the file shall lie.
        written(object): what was written, a `Transferred`.
        failed(str): why nothing was.
    """

    save_wanted = Signal()
    written = Signal(object)
    failed = Signal(str)

    def __init__(self, presenter: TransferPresenter) -> None:
        super().__init__(_("The file"))
        self._presenter = presenter
        self._summary = Text("", "strong")
        self._summary.setObjectName("transfer-summary")
        self._pin = LineField(_("PIN of your token"), secret=True)
        self._pin.setObjectName("transfer-pin")
        self._save = primary(_("Save the file…"), icon="send")
        self._save.setObjectName("transfer-save")
        for part in (self._summary, self._pin, row(self._save, None)):
            self.body.add(part)
        self._save.clicked.connect(self.save_wanted)

    def show_writing(self, summary: str, needs_pin: bool, errors: Mapping[str, str]) -> None:
        """Show what goes along, and whether a PIN is needed."""
        self._summary.setText(summary)
        self._pin.setVisible(needs_pin)
        self._pin.set_error(errors.get("pin", ""))

    def pin(self) -> str:
        """Return the typed PIN."""
        return self._pin.text()

    def leave(self) -> None:
        """Forget the PIN, and what is under way."""
        self._pin.set_text("")
        self.drop_work()

    def write(self, path: Path) -> None:
        """Write what is chosen to a file at `path`."""
        presenter, pin = self._presenter, self._pin.text()
        self._run(_("Signing and closing the file…"), lambda: presenter.write(path, pin), self._written)

    def refused(self, sentence: str) -> None:
        """Tell why nothing was written."""
        self.failed.emit(sentence)

    # slots

    def _written(self, done: object) -> None:
        self._pin.set_text("")
        self.written.emit(done)
