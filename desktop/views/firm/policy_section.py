"""The policy page: looked at as it will be on paper, and saved as a PDF."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.i18n import _
from desktop.presenters.firm.rollout import RollOutPresenter
from desktop.presenters.notice import Notice, Tone
from desktop.views.notes.paper_view import PaperView
from desktop.views.widgets import Text, primary, row, secondary
from desktop.views.working_section import WorkingSection

if TYPE_CHECKING:
    from desktop.presenters.pages import Pages


class PolicySection(WorkingSection):
    """Shows and saves the policy page.

    Signals (beside `noticed`):
        wanted(): the page is about to be made; what is typed has to be handed on.
        saved(object): where the file lies.
    """

    wanted = Signal()
    saved = Signal(object)

    def __init__(self, presenter: RollOutPresenter) -> None:
        super().__init__(_("The policy page"))
        self._presenter = presenter
        self._look = secondary(_("Show the page"), icon="eye")
        self._look.setObjectName("show-policy")
        self._save = primary(_("Save it as a PDF"), icon="download")
        self._save.setObjectName("save-policy")
        self._open = Text("", "caption")
        self._open.setObjectName("policy-open")
        self._pages = PaperView()
        self.body.add(self._open)
        self.body.add(row(self._look, self._save, None))
        self.body.add(self._pages)
        self._look.clicked.connect(self._show)
        self._save.clicked.connect(self._keep)

    def show_open(self, sentence: str) -> None:
        """Say what is not decided on the page, before anybody saves it."""
        self._open.setText(sentence)
        self._open.setVisible(bool(sentence))

    def forget(self) -> None:
        """Show no page any more: an answer on it has changed."""
        self._pages.show_pages(None)

    def refused(self, sentence: str) -> None:
        """Say why there is no page."""
        self.noticed.emit(Notice(Tone.BAD, sentence))

    # slots

    def _show(self) -> None:
        self.wanted.emit()
        self._run(_("Drawing the page…"), self._presenter.pages, self._shown)

    def _shown(self, pages: "Pages") -> None:
        self._pages.show_pages(pages)

    def _keep(self) -> None:
        self.wanted.emit()
        self._run(_("Saving the page…"), self._presenter.save_page, self._kept)

    def _kept(self, path: object) -> None:
        self.saved.emit(path)
