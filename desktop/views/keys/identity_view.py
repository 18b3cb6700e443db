"""Identity and trust: what I sign with, what my firm vouches with, and whom I trust."""

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout

from desktop.i18n import _
from desktop.presenters.destination import Destination, Place
from desktop.presenters.keys.firm_root import FirmPresenter
from desktop.presenters.keys.issuing import IssuingPresenter
from desktop.presenters.keys.my_key import MyKeyPresenter
from desktop.presenters.keys.timestamps import TimestampsPresenter
from desktop.presenters.keys.trusted_roots import TrustedRootsPresenter
from desktop.views.keys.firm_section import FirmSection
from desktop.views.keys.issuing_section import IssuingSection
from desktop.views.keys.my_key_section import MyKeySection
from desktop.views.keys.timestamps_section import TimestampsSection
from desktop.views.keys.trusted_roots_section import TrustedRootsSection
from desktop.views.screen_view import ScreenView
from desktop.views.widgets import Page, quiet


@dataclass(frozen=True, slots=True)
class IdentityPresenters:
    """One presenter for each part of the screen."""

    mine: MyKeyPresenter
    firm: FirmPresenter
    issuing: IssuingPresenter
    trusted: TrustedRootsPresenter
    timestamps: TimestampsPresenter


class IdentityView(ScreenView):
    """The parts below each other; what one of them has to say stands at the top."""

    def __init__(self, presenters: IdentityPresenters) -> None:
        super().__init__()
        self.mine = MyKeySection(presenters.mine)
        self.firm = FirmSection(presenters.firm)
        self.issuing = IssuingSection(presenters.issuing)
        self.trusted = TrustedRootsSection(presenters.trusted)
        self.timestamps = TimestampsSection(presenters.timestamps)
        self._parts = (self.mine, self.firm, self.issuing, self.trusted, self.timestamps)
        self._build()
        self._connect()

    def arrive(self, destination: Destination) -> None:
        """Show everything as it is stored."""
        for part in self._parts:
            part.open()
        self._page.scroll_to_top()

    def leave(self) -> None:
        """Forget every secret that is typed."""
        for part in (self.mine, self.firm, self.issuing):
            part.leave()

    def _build(self) -> None:
        self._page = Page(_("Identity and trust"), icon="key-round")
        self._page.set_subtitle(_("What you sign with, what your firm vouches with, and whom you trust"))
        self._back = quiet(_("Settings"), icon="arrow-left")
        self._back.setObjectName("back-to-settings")
        self._page.add_action(self._back)
        for part in self._parts:
            self._page.add(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _connect(self) -> None:
        self._back.clicked.connect(self._go_back)
        for part in self._parts:
            part.noticed.connect(self._page.show_notice)
        self.mine.noticed.connect(self._my_key_told)
        self.firm.noticed.connect(self._firm_changed)
        self.issuing.mine_issued.connect(self._offer_mine)

    # slots

    def _go_back(self) -> None:
        self.go.emit(Destination(Place.SETTINGS))

    def _my_key_told(self, notice: object) -> None:
        """Show the key that is in use now: the form that led to it has closed."""
        if notice is not None:
            self._page.scroll_to_top()

    def _firm_changed(self) -> None:
        """Offer identities once there is a root."""
        self.issuing.refresh()

    def _offer_mine(self, found: object) -> None:
        self.mine.offer(found)  # type: ignore[arg-type]  # what the part above has made
        self._page.reveal(self.mine)
