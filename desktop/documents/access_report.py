"""What is held about one person as a readable, tagged PDF: headings, and below each a list of what was found."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from pikepdf import Dictionary, Pdf, String
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Spacer

from desktop.documents.faces import TEXT, cleaned, register
from desktop.documents.layout import facts, heading, kept
from desktop.documents.page import NoteCanvas
from desktop.documents.structure import structure
from desktop.documents.structure_tree import add_structure
from desktop.documents.style import INK, MARGIN, PAGE_HEIGHT, PANEL, WIDTH, Look, styles
from desktop.documents.tags import Element
from desktop.documents.unicode_maps import mend_unicode_maps
from desktop.documents.words import flow, one_line

_LOOK = Look("access", INK, PANEL)


@dataclass(frozen=True, slots=True)
class Part:
    """What is held of one kind: a title, a sentence on how to read it ("" for none), and each entry as pairs."""

    title: str
    hint: str
    entries: Sequence[Sequence[tuple[str, str]]]


def access_report(title: str, intro: Sequence[str], parts: Sequence[Part]) -> bytes:
    """Return the report as a tagged PDF (no archive file: it is a copy for reading)."""
    style = styles(_LOOK)
    story: list[Flowable] = [one_line(title, style.title), Spacer(1, 10)]
    for sentence in intro:
        story += flow(sentence, style.body)
    for part in parts:
        story += kept(heading(part.title, _LOOK, style))
        story += flow(part.hint, style.rule) if part.hint else []
        for entry in part.entries:
            story += [facts(entry, style), Spacer(1, 6)]
    document = structure(story)
    return _finished(_pages(story, title), title, document)


def _pages(story: list[Flowable], title: str) -> bytes:
    buffer = BytesIO()
    made = BaseDocTemplate(
        buffer,
        pagesize=(WIDTH + 2 * MARGIN, PAGE_HEIGHT),
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=44,
        bottomMargin=58,
        initialFontName=register(TEXT),
        title=" ".join(cleaned(title).split()),
    )
    frame = Frame(made.leftMargin, made.bottomMargin, made.width, made.height, 0, 0, 0, 0)
    made.addPageTemplates([PageTemplate(frames=[frame])])
    made.build(story, canvasmaker=partial(NoteCanvas, look=_LOOK, footer=title, places=[]))
    return buffer.getvalue()


def _finished(pages: bytes, title: str, document: Element) -> bytes:
    with Pdf.open(BytesIO(pages)) as pdf:
        mend_unicode_maps(pdf)
        add_structure(pdf, document, [])
        pdf.Root.Lang = String("en")
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        out = BytesIO()
        pdf.save(out)
        return out.getvalue()
