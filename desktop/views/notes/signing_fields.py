"""How somebody signs: drawn with mouse, finger or pen, or with the name typed, which every keyboard can."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.models.hand import Strokes
from desktop.presenters.notes.respond_draft import DRAW, TYPE
from desktop.views.typed_form import fill
from desktop.views.widgets import Icon, LineField, RadioField, SignaturePad, Text, column, quiet, row


class SigningFields(QWidget):
    """The name, and below it the pad while the signature is drawn.

    The object names of the fields are those of the draft; `pad` is the one of the pad.

    Signals:
        edited(str, str): name of a field and its newest text.
        drawn(object): the strokes as they are now.
    """

    edited = Signal(str, str)
    drawn = Signal(object)

    def __init__(self, way: str, name: str, pad: str, label: str) -> None:
        super().__init__()
        self._names = (way, name, pad)
        self._build(label)
        self._connect()

    def show_hand(self, way: str, name: str, strokes: Strokes, errors: Mapping[str, str]) -> None:
        """Show how it is signed, and what is missing."""
        self._way.set_key(way)
        self._name.set_text(name)
        self._name.set_error(errors.get(self._names[1], ""))
        self._pad.put(strokes)
        missing = errors.get(self._names[2], "")
        self._missing.setText(missing)
        self._wrong.setVisible(bool(missing))
        self._show_way(way)

    def focus_wrong(self) -> bool:
        """Put the keyboard where something is missing; False if nothing is."""
        if self._name.error():
            self._name.setFocus()
        elif self._missing.text():
            self._pad.setFocus()
        return bool(self._name.error() or self._missing.text())

    def _build(self, label: str) -> None:
        way, name, pad = self._names
        options = ((DRAW, _("Draw it")), (TYPE, _("Type the name instead")))
        self._way = RadioField(_("How do you want to sign?"), options)
        self._way.setObjectName(way)
        self._name = LineField(label)
        self._name.setObjectName(name)
        self._pad = SignaturePad()
        self._pad.setObjectName(pad)
        self._undo = quiet(_("Take the last line back"), icon="arrow-left")
        self._undo.setObjectName(f"{pad}-undo")
        self._clear = quiet(_("Start again"), icon="trash-2")
        self._clear.setObjectName(f"{pad}-clear")
        self._missing = Text("", "error")
        self._wrong = row(Icon("triangle-alert", "bad", 15), self._missing, None)
        self._typed = Text(_("The typed name stands as the signature."), "muted")
        self._drawing = column(row(self._pad, None), self._wrong, row(self._undo, self._clear, None))
        fill(self, self._name, self._way, self._typed, self._drawing)
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(10)

    def _connect(self) -> None:
        self._way.chosen.connect(self._way_chosen)
        self._name.edited.connect(self._name_edited)
        self._pad.changed.connect(self._pad_changed)
        self._undo.clicked.connect(self._pad.undo)
        self._clear.clicked.connect(self._pad.clear)

    def _show_way(self, way: str) -> None:
        self._drawing.setVisible(way == DRAW)
        self._typed.setVisible(way == TYPE)
        self._show_strokes()

    def _show_strokes(self) -> None:
        drawn = bool(self._pad.strokes())
        self._undo.setEnabled(drawn)
        self._clear.setEnabled(drawn)

    # slots

    def _way_chosen(self, way: str) -> None:
        self._show_way(way)
        self.edited.emit(self._names[0], way)

    def _name_edited(self, text: str) -> None:
        self.edited.emit(self._names[1], text)

    def _pad_changed(self) -> None:
        self._missing.setText("")
        self._wrong.hide()
        self._show_strokes()
        self.drawn.emit(self._pad.strokes())
