"""What is held about one person as a readable, tagged PDF: headings, and below each a list of what was found."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable, Spacer

from desktop.documents.drawing.faces import cleaned
from desktop.documents.drawing.finish import archived
from desktop.documents.drawing.layout import facts, heading, kept
from desktop.documents.drawing.metadata import About
from desktop.documents.drawing.paper import laid_out
from desktop.documents.drawing.style import INK, PANEL, Look, styles
from desktop.documents.drawing.words import flow, one_line
from desktop.documents.papers.structure import structure
from desktop.models.ids import new_uid, now

_LOOK = Look("access", INK, PANEL)


@dataclass(frozen=True, slots=True)
class Part:
    """What is held of one kind: a title, a sentence on how to read it ("" for none), and each entry as pairs."""

    title: str
    hint: str
    entries: Sequence[Sequence[tuple[str, str]]]


def access_report(title: str, intro: Sequence[str], parts: Sequence[Part]) -> bytes:
    """Return the report as a PDF/A-3b and PDF/UA-1 file, made at this moment."""
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
    name = " ".join(cleaned(title).split())
    pages = laid_out(story, [], _LOOK, title, (name, "en"))
    return archived(pages, About(name, "en", new_uid(), now()), document)
