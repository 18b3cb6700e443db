"""Verify: can I trust this file?"""

from pathlib import Path

from PySide6.QtWidgets import QProgressBar, QVBoxLayout

from desktop.presenters.destination import Destination
from desktop.presenters.verdict_words import VerdictPanel
from desktop.presenters.verify import VerifyPresenter, VerifyScreen
from desktop.views.drop_area import DropArea
from desktop.views.screen_view import ScreenView
from desktop.views.verdict_panel import VerdictPanelView
from desktop.views.widgets import Page, Text, announce, column
from desktop.views.work import Work


class VerifyView(ScreenView):
    """Takes one PDF, judges it in the background, tells the verdict; a newer file replaces an older one."""

    def __init__(self, presenter: VerifyPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._work: Work | None = None
        self._build()
        self._area.dropped.connect(self.verify)
        self.show_screen(presenter.open())

    def arrive(self, destination: Destination) -> None:
        """Judge the file the destination names; with none, show the empty screen."""
        if destination.path:
            self.verify(Path(destination.path))
        else:
            self._leave_work()
            self.show_screen(self._presenter.open())

    def verify(self, path: Path) -> None:
        """Judge a file."""
        self._leave_work()
        self.show_screen(self._presenter.begin(path))
        presenter = self._presenter
        self._work = Work(lambda report, cancelled: presenter.judge(path))
        self._work.done.connect(self._judged)
        self._work.failed.connect(self._failed)
        self._work.start()

    def show_screen(self, screen: VerifyScreen) -> None:
        """Show the question, the work or the verdict."""
        self._page.set_title(screen.title)
        self._page.show_notice(screen.notice)
        self._area.set_words(screen.intro, screen.choose)
        self._busy.setVisible(bool(screen.busy))
        self._busy_text.setText(screen.busy)
        self._verdict.setVisible(screen.panel is not None)
        if screen.panel is not None:
            self._verdict.show_panel(screen.panel)
            announce(self, f"{screen.panel.headline}. {screen.panel.explanation}")

    def _build(self) -> None:
        self._page = Page(icon="shield-check")
        self._area = DropArea("", "")
        self._area.setObjectName("verify-drop")
        self._busy_text = Text("", "muted")
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedHeight(4)
        self._busy = column(self._busy_text, bar)
        self._verdict = VerdictPanelView()
        for widget in (self._area, self._busy, self._verdict):
            self._page.add(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _leave_work(self) -> None:
        """Forget the file being read; what its worker still says no longer concerns this screen."""
        if self._work is not None:
            self._work.cancel()
            self._work = None

    # slots

    def _judged(self, panel: VerdictPanel) -> None:
        if self.sender() is not self._work:
            return
        self._work = None
        self.show_screen(self._presenter.judged(panel))

    def _failed(self, sentence: str) -> None:
        if self.sender() is not self._work:
            return
        self._work = None
        self.show_screen(self._presenter.failed(sentence))
