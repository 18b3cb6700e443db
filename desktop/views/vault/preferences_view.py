"""Settings: how it looks, who I am, where things lie."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.presenters.destination import Destination, Place
from desktop.presenters.notice import Notice, Tone
from desktop.presenters.vault.preferences import PreferencesPresenter, PreferencesScreen
from desktop.presenters.vault.vault_lock import VaultLockPresenter
from desktop.views.people.person_fields import PersonFields
from desktop.views.screen_view import ScreenView
from desktop.views.vault.vault_lock_section import VaultLockSection
from desktop.views.widgets import (
    AreaField,
    Card,
    ChoiceField,
    Icon,
    Page,
    RadioField,
    Rows,
    Section,
    Text,
    primary,
    row,
    secondary,
)


class PreferencesView(ScreenView):
    """Shows and changes preferences.

    Signals:
        theme_chosen(str): "system", "light" or "dark".
    """

    theme_chosen = Signal(str)

    def __init__(self, presenter: PreferencesPresenter, lock: VaultLockPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._vault_lock = VaultLockSection(lock)
        self._build()
        self._connect()

    def arrive(self, destination: Destination) -> None:
        """Show everything as it is stored."""
        screen = self._presenter.open()
        self._fields.forget()
        self._theme.set_options(screen.themes)
        self._vault_lock.open()
        self.show_screen(screen)

    def leave(self) -> None:
        """Forget what was typed or shown of the vault's lock."""
        self._vault_lock.leave()
        super().leave()

    def show_screen(self, screen: PreferencesScreen) -> None:
        """Show the preferences."""
        self._page.set_title(screen.title)
        self._page.show_notice(screen.notice)
        self._theme.set_key(screen.theme)
        self._lock.set_options(screen.locks, screen.lock)
        self._fields.show_form(screen.me)
        self._identity.setText(screen.identity)
        self._fingerprint.setText(screen.fingerprint)
        self._fingerprint.setVisible(bool(screen.fingerprint))
        self._scale.set_text(screen.scale)
        self._scale.set_error(screen.scale_error)
        self._vault.setText(screen.vault)
        self._guides.setText(screen.guides)
        found = [row(Icon("triangle-alert", "warn"), Text(each)) for each in screen.guide_problems]
        self._problems.set_widgets(found)
        self._problems.setVisible(bool(screen.guide_problems))

    def _build(self) -> None:
        self._page = Page(icon="settings")
        self._theme = RadioField("", ())
        self._theme.setObjectName("theme")
        appearance = Section(_("Appearance"))
        appearance.add(self._theme)
        for section in (
            appearance,
            self._vault_lock,
            self._locking(),
            self._about_me(),
            self._signing(),
            self._places(),
            self._rating(),
            self._own_guides(),
        ):
            self._page.add(section)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _locking(self) -> Section:
        self._lock = ChoiceField(_("Lock when nobody touches the window for"))
        self._lock.setObjectName("lock-minutes")
        hint = Text(
            _("Ctrl+L locks at once. The window also locks when the computer sleeps, where the system tells of it."),
            "muted",
        )
        section = Section(_("Locking"))
        section.add(_carded(row(self._lock, None), hint))
        return section

    def _about_me(self) -> Section:
        self._fields = PersonFields("me", with_team=False)
        self._save = primary(_("Save"), icon="check")
        self._save.setObjectName("save-me")
        section = Section(_("You"))
        section.add(_carded(self._fields, row(self._save, None)))
        return section

    def _signing(self) -> Section:
        self._identity = Text("", "muted")
        self._fingerprint = Text()
        self._fingerprint.setObjectName("fingerprint")
        section = Section(_("Your signing identity"))
        self._trust = secondary(_("Identity and trust…"), icon="key-round")
        self._trust.setObjectName("open-identity")
        section.add(_carded(self._fingerprint, self._identity, row(self._trust, None)))
        return section

    def _places(self) -> Section:
        self._vault = Text()
        self._vault.setObjectName("vault-folder")
        self._open_vault = secondary(_("Open the folder"), icon="folder-open")
        self._open_vault.setObjectName("open-vault")
        self._copy_vault = secondary(_("Copy the path"))
        self._copy_vault.setObjectName("copy-vault")
        section = Section(_("Your vault"))
        self._retention = secondary(_("Retention…"), icon="history")
        self._retention.setObjectName("open-retention")
        self._backups = secondary(_("Backups…"), icon="download")
        self._backups.setObjectName("open-backups")
        section.add(_carded(self._vault, row(self._open_vault, self._copy_vault, self._backups, self._retention, None)))
        return section

    def _rating(self) -> Section:
        why = _(
            "One label a line, the lowest first. Leave it empty if your firm does not rate. A rating is chosen by "
            "hand, against what the role asks, and needs an example; no key result's score ever comes near it."
        )
        self._scale = AreaField(_("Your firm's scale"), why)
        self._scale.setObjectName("rating-scale")
        self._save_scale = secondary(_("Save the scale"), icon="check")
        self._save_scale.setObjectName("save-scale")
        section = Section(_("Rating"))
        section.add(_carded(self._scale, row(self._save_scale, None)))
        return section

    def _own_guides(self) -> Section:
        self._guides = Text()
        self._open_guides = secondary(_("Open the folder"), icon="folder-open")
        self._open_guides.setObjectName("open-guides")
        self._problems = Rows(4)
        hint = Text(_("Guide files (TOML) in this folder are offered when you start a talk."), "muted")
        section = Section(_("Your firm's guides"))
        section.add(_carded(hint, self._guides, row(self._open_guides, None), self._problems))
        return section

    def _connect(self) -> None:
        self._theme.chosen.connect(self._choose_theme)
        self._lock.chosen.connect(self._choose_lock)
        self._vault_lock.noticed.connect(self._page.show_notice)
        self._save.clicked.connect(self._save_me)
        self._fields.submitted.connect(self._save_me)
        self._trust.clicked.connect(self._show_identity)
        self._open_vault.clicked.connect(self._show_vault)
        self._copy_vault.clicked.connect(self._copy_path)
        self._retention.clicked.connect(self._show_retention)
        self._backups.clicked.connect(self._show_backups)
        self._save_scale.clicked.connect(self._scale_given)
        self._open_guides.clicked.connect(self._show_guides)

    # slots

    def _choose_theme(self, theme: str) -> None:
        self.show_screen(self._presenter.choose_theme(theme))
        self.theme_chosen.emit(theme)

    def _choose_lock(self, minutes: str) -> None:
        self.show_screen(self._presenter.choose_lock(minutes))

    def _save_me(self) -> None:
        self.show_screen(self._presenter.save_me(self._fields.form()))

    def _scale_given(self) -> None:
        self.show_screen(self._presenter.save_scale(self._scale.text()))

    def _show_identity(self) -> None:
        self.go.emit(Destination(Place.IDENTITY))

    def _show_backups(self) -> None:
        self.go.emit(Destination(Place.BACKUPS))

    def _show_retention(self) -> None:
        self.go.emit(Destination(Place.RETENTION))

    def _show_vault(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._vault.text()))

    def _show_guides(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._guides.text()))

    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(self._vault.text())
        self._page.show_notice(Notice(Tone.GOOD, _("The path is copied.")))


def _carded(*widgets: QWidget) -> Card:
    card = Card()
    for widget in widgets:
        card.add(widget)
    return card
