"""A run over many files: how far it is and a way to stop it, then its report and a way to save it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar, QVBoxLayout, QWidget

from desktop.flows.notes.bulk_report import BulkReport
from desktop.i18n import _
from desktop.presenters.notes.bulk import BulkJob, BulkPanel, BulkPresenter, Progress
from desktop.views.notes.report_list import TONE_ICONS, ReportList
from desktop.views.widgets import (
    Banner,
    Card,
    Icon,
    Rows,
    Section,
    Text,
    announce,
    column,
    primary,
    quiet,
    row,
    secondary,
)
from desktop.views.work import Work


class BulkPanelView(QWidget):
    """Runs one job at a time beside the window and shows what comes of it; there is nothing to see without one.

    Signals:
        running(bool): a run has begun, or ended.
        failed(str): the run could not begin; the sentence says why.
    """

    running = Signal(bool)
    failed = Signal(str)

    def __init__(self, presenter: BulkPresenter) -> None:
        super().__init__()
        self.setObjectName("bulk")
        self._presenter = presenter
        self._work: Work | None = None
        self._build()
        self._connect()
        self.show_panel(presenter.panel)

    def run(self, title: str, job: BulkJob) -> None:
        """Begin a run; what ran before is stopped, and its report no longer concerns this screen."""
        if self._work is not None:
            self._work.cancel()
        self.show_panel(self._presenter.begin(title))
        self._work = Work(job)
        self._work.progress.connect(self._progressed)
        self._work.done.connect(self._done)
        self._work.failed.connect(self._failed)
        self._work.start()
        self.running.emit(True)
        self._stop.setFocus()

    def show_panel(self, panel: BulkPanel | None) -> None:
        """Show a run, its report, or nothing."""
        self.setVisible(panel is not None)
        if panel is None:
            return
        self._section.set_title(panel.title)
        self._busy.setVisible(panel.progress is not None)
        self._ended.setVisible(panel.progress is None)
        if panel.progress is not None:
            self._stop.setEnabled(True)
            self._show_progress(panel.progress)
        else:
            self._show_report(panel)

    def _build(self) -> None:
        self._section = Section("")
        self._section.add(self._build_busy())
        self._section.add(self._build_report())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._section)

    def _build_busy(self) -> QWidget:
        self._words = Text("", "muted", max_lines=2)
        self._words.setObjectName("bulk-words")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._stop = secondary(_("Stop"), icon="x")
        self._stop.setObjectName("bulk-stop")
        self._busy = Card()
        self._busy.add(self._words)
        self._busy.add(self._bar)
        self._busy.add(row(self._stop, None))
        return self._busy

    def _build_report(self) -> QWidget:
        self._notice = Rows(0)
        self._summary = Rows(0)
        self._lines = ReportList()
        self._lines.setObjectName("bulk-lines")
        self._more = Text("", "muted")
        self._save = primary(_("Save this report…"), icon="download")
        self._save.setObjectName("bulk-save")
        self._close = quiet(_("Put the report away"))
        self._close.setObjectName("bulk-close")
        self._ended = column(self._summary, self._notice, row(self._save, self._close, None), self._lines, self._more)
        return self._ended

    def _connect(self) -> None:
        self._stop.clicked.connect(self._stop_clicked)
        self._save.clicked.connect(self._save_clicked)
        self._close.clicked.connect(self._close_clicked)

    def _show_progress(self, progress: Progress) -> None:
        self._words.setText(progress.words)
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._bar.setAccessibleName(progress.words)

    def _show_report(self, panel: BulkPanel) -> None:
        self._file = panel.file
        self._summary.set_widgets([_summary(panel)])
        self._notice.set_widgets([Banner(panel.notice.tone, panel.notice.text)] if panel.notice else [])
        self._lines.show_lines(panel.lines)
        self._more.setText(panel.more)
        self._more.setVisible(bool(panel.more))

    def _rest(self) -> None:
        self._work = None
        self.running.emit(False)

    def _outdated(self) -> bool:
        return self.sender() is not self._work

    # slots

    def _progressed(self, done: int, total: int, name: str) -> None:
        if not self._outdated():
            self._show_progress(self._presenter.step(done, total, name))

    def _done(self, report: BulkReport) -> None:
        if self._outdated():
            return
        self._rest()
        panel = self._presenter.ended(report)
        self.show_panel(panel)
        self._save.setFocus()
        announce(self, f"{panel.title}. {panel.summary}")

    def _failed(self, sentence: str) -> None:
        if self._outdated():
            return
        self._rest()
        self._close_clicked()
        self.failed.emit(sentence)

    def _stop_clicked(self) -> None:
        if self._work is not None:
            self._work.cancel()
        self._stop.setEnabled(False)
        self._words.setText(_("Stopping after this file…"))

    def _save_clicked(self) -> None:
        kinds = _("Table (*.csv);;Text (*.txt)")
        dialog = QFileDialog(self, _("Save this report"), str(Path.home() / self._file), kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # nothing is written over: it gets a number
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(self._file_chosen)
        dialog.open()

    def _file_chosen(self, name: str) -> None:
        self.show_panel(self._presenter.save(Path(name)))

    def _close_clicked(self) -> None:
        self._presenter.close()
        self.show_panel(None)


def _summary(panel: BulkPanel) -> QWidget:
    words = Text(panel.summary, "strong")
    words.setObjectName("bulk-summary")
    card = Card()
    card.add(row(Icon(TONE_ICONS[panel.tone], str(panel.tone), 24), column(words, Text(panel.folder, "caption"))))
    return card
