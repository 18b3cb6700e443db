"""The recovery key on screen: nine numbered groups, to be written down, copied or printed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from desktop.i18n import _
from desktop.presenters.vault.vault_lock import SHEET_NAME
from desktop.views.clipboard import copy_secret
from desktop.views.file_question import ask_place
from desktop.views.widgets import Card, Text, column, quiet, row, secondary

_GROUPS = 9
_ROW = 3


class RecoveryKeyCard(Card):
    """Shows the groups, and forgets them when it is told to.

    Signals:
        sheet_wanted(str): a sheet to print shall be written to this path.
    """

    sheet_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._key: tuple[str, ...] = ()
        self._groups = [Text("", "strong") for _group in range(_GROUPS)]
        for number, label in enumerate(self._groups, 1):
            label.setObjectName(f"group-{number}")
            label.setMinimumSize(120, 28)  # an empty label has no height to show anything in
        self._sheet = secondary(_("Save as a PDF to print…"), icon="download")
        self._sheet.setObjectName("recovery-sheet")
        self._copy = quiet(_("Copy for a minute"))
        self._copy.setObjectName("recovery-copy")
        words = _(
            "It opens the vault if you forget the passphrase. Write it down on paper and keep it away from this "
            "computer. If both are lost, nobody can help: what you wrote cannot be read any more."
        )
        self.add(Text(_("This is your recovery key"), "strong"))
        self.add(Text(words))
        self.add(column(*(row(*self._groups[start : start + _ROW], None) for start in range(0, _GROUPS, _ROW))))
        self.add(row(self._sheet, self._copy, None))
        self._sheet.clicked.connect(self._ask_place)
        self._copy.clicked.connect(self._copied)

    def show_groups(self, groups: Sequence[str]) -> None:
        """Show a recovery key, () for none."""
        self._key = tuple(groups)
        for place, label in enumerate(self._groups):
            label.setText(f"{place + 1}.  {groups[place]}" if groups else "")

    # slots

    def _ask_place(self) -> None:
        ask_place(self, _("Where shall the recovery sheet lie?"), SHEET_NAME, self.sheet_wanted.emit)

    def _copied(self) -> None:
        copy_secret("-".join(self._key))
