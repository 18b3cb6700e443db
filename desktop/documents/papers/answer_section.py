"""The last section of a note: where the employee answers, in this very file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any

from reportlab.platypus import Flowable, KeepTogether, Spacer

from desktop.documents.drawing import field_names as names
from desktop.documents.drawing.layout import heading
from desktop.documents.drawing.page import SignatureBox, keep_place
from desktop.documents.drawing.style import BAR, WIDTH, Look, Styles
from desktop.documents.drawing.tags import Element
from desktop.documents.drawing.words import one_line
from desktop.i18n import _

_COMMENT_HEIGHT = 168.0
_BOX = 12.0
_BESIDE = 7.0


def your_answer(employee: Mapping[str, str], look: Look, style: Styles) -> Flowable:
    """Return the section with its form fields; name and role of `employee` stand below the line to sign on."""
    whose = _("These fields are yours. Answer here, save the file and send it back; nothing above can change any more.")
    meaning = _("By signing I confirm: received and discussed; it does not mean that I agree.")
    asked = _("Key result scores, as a reason in this conversation:")
    witnessed = _(
        "Only if the employee does not want to sign. By signing I confirm: I was there, and this note was offered."
    )
    nobody = one_line(_("Witness"), style.small)
    name = one_line(", ".join(part for part in (employee["name"], employee["role"]) if part), style.small)
    return KeepTogether(
        [
            *heading(_("Your answer"), look, style),
            one_line(whose, style.cell),
            Spacer(1, 9),
            TickRow(_choices(), style),
            Spacer(1, 9),
            one_line(_("Your comment (needed if you disagree)"), style.label),
            Spacer(1, 3),
            WritingBox(names.COMMENT, _("Your comment on this note"), _COMMENT_HEIGHT),
            Spacer(1, 9),
            one_line(asked, style.label),
            Spacer(1, 3),
            TickRow(_scores(), style),
            Spacer(1, 14),
            SignatureBox(names.EMPLOYEE, _("Signature of the employee"), one_line(meaning, style.cell), name),
            Spacer(1, 14),
            SignatureBox(names.WITNESS, _("Signature of the witness"), one_line(witnessed, style.cell), nobody),
        ]
    )


def _choices() -> list[tuple[str, str, str]]:
    return [
        (names.RECEIVED, _("Received and discussed"), _("I received this note and we discussed it")),
        (names.AGREE, _("I agree"), _("I agree with this note")),
        (names.DISAGREE, _("I disagree"), _("I disagree with this note; I say why in my comment")),
    ]


def _scores() -> list[tuple[str, str, str]]:
    used = _("Key result scores were used as a reason in this conversation")
    unused = _("Key result scores were not used as a reason in this conversation")
    return [(names.SCORES_USED, _("They were used"), used), (names.SCORES_NOT_USED, _("They were not used"), unused)]


@dataclass(slots=True)
class TickBox:
    """A box to tick: its field, what that says of itself, the label to the right, its part of the structure."""

    field: str
    tip: str
    label: Any
    form: Element = dataclass_field(default_factory=lambda: Element("Form"))


class TickRow(Flowable):
    """Boxes to tick in one row, each with its label to the right; given as field, label and tool tip."""

    def __init__(self, boxes: Sequence[tuple[str, str, str]], style: Styles) -> None:
        super().__init__()
        self.boxes = [TickBox(field, tip, one_line(label, style.cell)) for field, label, tip in boxes]
        self._column = WIDTH / 3

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the whole width and the height of the tallest label."""
        room = self._column - _BOX - 2 * _BESIDE
        self._height = max(_BOX, *(box.label.wrap(room, height)[1] for box in self.boxes))
        return WIDTH, self._height

    def draw(self) -> None:
        """Draw the labels and remember where the boxes go; the boxes draw themselves."""
        for number, box in enumerate(self.boxes):
            left = number * self._column
            box.label.drawOn(self.canv, left + _BOX + _BESIDE, self._height - box.label.height)
            keep_place(self.canv, box.field, box.tip, (left, self._height - _BOX, _BOX, _BOX), box.form)


class WritingBox(Flowable):
    """A frame to write in: its field, what that says of itself, its size in points."""

    def __init__(self, field: str, tip: str, height: float, width: float = WIDTH) -> None:
        super().__init__()
        self._field = (field, tip)
        self._size = (width, height)
        self.form = Element("Form")

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size."""
        return self._size

    def draw(self) -> None:
        """Draw the frame and remember where the field goes."""
        width, height = self._size
        self.canv.setStrokeColor(BAR)
        self.canv.setLineWidth(0.8)
        self.canv.roundRect(0, 0, width, height, 5, stroke=1, fill=0)
        keep_place(self.canv, *self._field, (3.0, 3.0, width - 6, height - 6), self.form)
