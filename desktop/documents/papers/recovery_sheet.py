"""The recovery sheet: one page to print, with the recovery key of one vault and nothing that is in it."""

from collections.abc import Sequence
from datetime import date

from desktop.documents.drawing.one_page import one_page
from desktop.documents.drawing.style import MARGIN, WIDTH, comment_style
from desktop.documents.drawing.tags import TaggedCanvas
from desktop.documents.drawing.words import flow
from desktop.i18n import _
from desktop.wording import day

_PAGE = (595.28, 841.89)
_TITLE, _KEY, _TEXT = 20.0, 22.0, 11.0
_ROW = 3
"""Groups in a line."""


def recovery_sheet(groups: Sequence[str], mark: str, made: date) -> bytes:
    """Return the sheet as a PDF of one A4 page; `mark` tells which vault's it is without naming anybody."""

    def draw(canvas: TaggedCanvas) -> None:
        top = _PAGE[1] - MARGIN
        for text, size, space in _lines(groups, mark, made):
            for part in flow(text, comment_style(size)):
                top -= part.wrap(WIDTH, _PAGE[1])[1]
                part.drawOn(canvas, MARGIN, top)
            top -= space

    return one_page(*_PAGE, draw)


def _lines(groups: Sequence[str], mark: str, made: date) -> Sequence[tuple[str, float, float]]:
    """Return what stands on the sheet: words, their size, the space below (points)."""
    numbered = [f"{number}.  {group}" for number, group in enumerate(groups, 1)]
    rows = ["          ".join(numbered[start : start + _ROW]) for start in range(0, len(numbered), _ROW)]
    told = _("Made on {day} for the vault with the mark {mark}, which Duologue shows under Settings.")
    return (
        (_("Recovery key of a Duologue vault"), _TITLE, 16),
        (told.format(day=day(made), mark=mark), _TEXT, 24),
        *((row, _KEY, 14) for row in rows),
        ("", _TEXT, 10),
        (
            _(
                "This key opens the vault if the passphrase is forgotten: start Duologue, choose “Forgotten? Use your "
                "recovery key”, type the nine groups, and choose a new passphrase. Small letters are fine."
            ),
            _TEXT,
            10,
        ),
        (
            _(
                "Whoever has this sheet and a copy of the vault can read everything in it. Keep it on paper, locked "
                "away, apart from the computer; delete this file once it is printed. If this sheet and the "
                "passphrase are both lost, nobody can help."
            ),
            _TEXT,
            0,
        ),
    )
