"""A new passphrase: typed twice, or made here and shown while the form is open."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.presenters.keys.passphrases import generated_passphrase
from desktop.views.clipboard import copy_secret
from desktop.views.widgets import Columns, LineField, Tick, quiet, row


class PassphraseFields(QWidget):
    """The two fields; nothing but them ever holds what is typed."""

    def __init__(self, name: str, generating: bool = False) -> None:
        super().__init__()
        self._build(name, generating)
        self._show.ticked.connect(self._shown)
        self._generate.clicked.connect(self._generated)
        self._copy.clicked.connect(self._copied)

    def passphrase(self) -> str:
        """Return what is typed first."""
        return self._first.text()

    def again(self) -> str:
        """Return what is typed the second time."""
        return self._second.text()

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Say below each field what is wrong with it."""
        self._first.set_error(errors.get("passphrase", ""))
        self._second.set_error(errors.get("again", ""))

    def forget(self) -> None:
        """Empty the fields and hide again what is typed into them."""
        for field in (self._first, self._second):
            field.set_text("")
            field.set_error("")
        self._show.setChecked(False)
        self._shown(False)
        self._copy.hide()

    def focus_first(self) -> None:
        """Put the cursor into the first field that is wrong, else into the first one."""
        (self._second if self._second.error() else self._first).setFocus()

    def _build(self, name: str, generating: bool) -> None:
        self._first = LineField(_("Passphrase"), _("At least 12 characters, for example four words"), secret=True)
        self._second = LineField(_("The same once more"), secret=True)
        self._first.setObjectName(f"{name}-passphrase")
        self._second.setObjectName(f"{name}-again")
        self._show = Tick(_("Show what I type"))
        self._show.setObjectName(f"{name}-show")
        self._generate = quiet(_("Make one for me"), icon="refresh-cw")
        self._generate.setObjectName(f"{name}-generate")
        self._copy = quiet(_("Copy it"))
        self._copy.setObjectName(f"{name}-copy-passphrase")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(Columns(self._first, self._second, min_width=240))
        layout.addWidget(row(self._show, 12, self._generate, self._copy, None))
        self._generate.setVisible(generating)
        self._copy.hide()

    # slots

    def _shown(self, shown: bool) -> None:
        self._first.set_secret(not shown)
        self._second.set_secret(not shown)

    def _generated(self) -> None:
        made = generated_passphrase()
        self.show_errors({})
        self._first.set_text(made)
        self._second.set_text(made)
        self._show.setChecked(True)
        self._shown(True)
        self._copy.show()

    def _copied(self) -> None:
        copy_secret(self._first.text())
