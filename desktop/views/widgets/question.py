"""A question before what cannot be undone; its buttons say what they do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.views.widgets.boxes import bare
from desktop.views.widgets.button import danger, primary, secondary
from desktop.views.widgets.kinds import kind_of, set_kind
from desktop.views.widgets.text import Text

WIDTH = 460


class Question(QDialog):
    """A question with two verbs. Connect `accepted`, then call `open()`; it deletes itself afterwards."""

    def __init__(
        self, parent: QWidget, title: str, text: str, verb: str, keep: str = "", dangerous: bool = True
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setModal(True)
        set_kind(self, kind_of(parent))
        self._act = danger(verb) if dangerous else primary(verb)
        self._keep = secondary(keep or _("Cancel"))
        self._build(title, text)
        self._act.clicked.connect(self.accept)
        self._keep.clicked.connect(self.reject)
        (self._keep if dangerous else self._act).setFocus()

    def _build(self, title: str, text: str) -> None:
        buttons = bare(QHBoxLayout(), 8)
        buttons.addStretch(1)
        buttons.addWidget(self._keep)
        buttons.addWidget(self._act)
        layout = bare(QVBoxLayout(self), 12)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.addWidget(Text(title, "h2"))
        layout.addWidget(Text(text))
        layout.addSpacing(8)
        layout.addLayout(buttons)
        self.setFixedSize(WIDTH, layout.totalHeightForWidth(WIDTH))
