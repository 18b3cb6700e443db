"""The firm's policy on paper: what the two conversations are, what a score is for, and what was decided about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from desktop.documents.drawing.faces import cleaned
from desktop.documents.drawing.finish import archived
from desktop.documents.drawing.layout import FONT, kept, tight
from desktop.documents.drawing.marks import SectionHead
from desktop.documents.drawing.metadata import About
from desktop.documents.drawing.paper import laid_out
from desktop.documents.drawing.style import INK, LINE, PANEL, WIDTH, Look, Styles, styles
from desktop.documents.drawing.words import flow, one_line
from desktop.documents.papers.structure import structure

_LOOK = Look("policy", INK, PANEL)


@dataclass(frozen=True, slots=True)
class PolicyPart:
    """One part of the page: its heading, paragraphs, and who decided it when ("" for nobody); `open` if nobody has.

    `points` are answers to several questions, each with its label and who decided it when.
    """

    title: str
    texts: Sequence[str]
    decided: str = ""
    is_open: bool = False
    points: Sequence[tuple[str, str, str]] = ()


@dataclass(frozen=True, slots=True)
class PolicySheet:
    """Everything that stands on the page; `rule` is set apart."""

    title: str
    rule: str
    rule_decided: str
    parts: Sequence[PolicyPart]
    footer: str
    made_on: date


def policy_page(sheet: PolicySheet, uid: str) -> bytes:
    """Return the page as a PDF/A-3b and PDF/UA-1 file; long answers take further pages."""
    style = styles(_LOOK)
    story: list[Flowable] = [one_line(sheet.title, style.title), Spacer(1, 10), _rule(sheet, style), Spacer(1, 4)]
    for part in sheet.parts:
        story += _part(part, style)
    document = structure(story)
    made = datetime.combine(sheet.made_on, time(), UTC)
    title = " ".join(cleaned(sheet.title).split())
    pages = laid_out(story, [], _LOOK, sheet.footer, (title, "en"))
    return archived(pages, About(title, "en", uid, made), document)


def _rule(sheet: PolicySheet, style: Styles) -> Flowable:
    words = [*flow(sheet.rule, style.rule)]
    words += flow(sheet.rule_decided, style.small) if sheet.rule_decided else []
    made = Table([[words]], colWidths=[WIDTH], splitInRow=1)
    made.setStyle(TableStyle([FONT, *tight(left=14, right=14, above=9, below=9)]))
    made.setStyle(TableStyle([("BACKGROUND", (0, 0), (-1, -1), PANEL), ("LINEBEFORE", (0, 0), (0, -1), 3, LINE)]))
    return made


def _part(part: PolicyPart, style: Styles) -> list[Flowable]:
    head = SectionHead(one_line(part.title, style.heading), " ".join(part.title.split()), _LOOK)
    words = style.quiet if part.is_open else style.body
    told: list[Flowable] = []
    for text in part.texts:
        told += [*([Spacer(1, 5)] if told else []), *flow(text, words)]
    told += flow(part.decided, style.small) if part.decided else []
    for label, text, decided in part.points:
        told += [Spacer(1, 6), *kept([one_line(label, style.strong)]), *flow(text, style.body)]
        told += flow(decided, style.small) if decided else []
    return [*kept([head]), *told]
