"""A story laid out on pages: one frame each, headings as bookmarks, and where form fields go."""

from functools import partial
from io import BytesIO
from typing import Any

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from desktop.documents.drawing.faces import TEXT, register
from desktop.documents.drawing.page import FieldPlace, NoteCanvas
from desktop.documents.drawing.style import MARGIN, PAGE_HEIGHT, WIDTH, Look


def laid_out(
    story: list[Flowable], places: list[FieldPlace], look: Look, footer: str, titled: tuple[str, str]
) -> bytes:
    """Return the story on pages, not yet an archive file; where its fields go is added to `places`.

    `titled` is the document's title and the tag of its language.
    """
    title, language = titled
    buffer = BytesIO()
    document = _Document(
        buffer,
        pagesize=(WIDTH + 2 * MARGIN, PAGE_HEIGHT),
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=44,
        bottomMargin=58,
        invariant=1,
        initialFontName=register(TEXT),
        lang=language,
        title=title,
    )
    document.build(story, canvasmaker=partial(NoteCanvas, look=look, footer=footer, places=places))
    return buffer.getvalue()


class _Document(BaseDocTemplate):
    """One frame per page; section headings become bookmarks."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._bookmarks = 0
        frame = Frame(self.leftMargin, self.bottomMargin, self.width, self.height, 0, 0, 0, 0)
        self.addPageTemplates([PageTemplate(frames=[frame])])

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802
        """Add a bookmark for a heading."""
        text = getattr(flowable, "bookmark", "")
        if text:
            self._bookmarks += 1
            key = f"section-{self._bookmarks}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(text, key, 0)
