"""The manager's own sheet before a performance conversation: what is known, what to ask, what to see to, to be printed.

Nothing is filled in and no private note is on it: paper lies about.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from reportlab.platypus import Flowable, Spacer

from desktop.documents.drawing.faces import cleaned, runs
from desktop.documents.drawing.finish import archived
from desktop.documents.drawing.layout import facts, heading, kept, table
from desktop.documents.drawing.metadata import About
from desktop.documents.drawing.page import FieldPlace
from desktop.documents.drawing.paper import laid_out
from desktop.documents.drawing.style import LOOKS, Styles, styles
from desktop.documents.drawing.words import flow, one_line
from desktop.documents.papers.parts import masthead, rule_panel
from desktop.documents.papers.performance_note import facts_table
from desktop.documents.papers.preparation_sheet import ObjectiveFacts
from desktop.documents.papers.structure import structure
from desktop.i18n import _
from desktop.models.ids import derived_uid

_LOOK = LOOKS["performance"]


@dataclass(frozen=True, slots=True)
class ManagerSheet:
    """What the sheet shows, in words: `questions` are what is asked with what it is for, section by section.

    `expectations` is what the role asks; `evidence` are rows of day, situation, behaviour and impact; `missing` says
    what they do not cover.
    """

    conversation_uid: str
    made_at: datetime
    language: str
    title: str
    who: Sequence[tuple[str, str]]
    rule: str
    steps: Sequence[str]
    expectations: Sequence[str]
    objectives: Sequence[ObjectiveFacts]
    evidence: Sequence[Sequence[str]]
    missing: Sequence[str]
    promises: Sequence[str]
    questions: Sequence[tuple[str, Sequence[tuple[str, str]]]]


def manager_pdf(sheet: ManagerSheet) -> bytes:
    """Return the sheet as a PDF/A-3b and PDF/UA-1 file without fields; the same sheet gives the same bytes."""
    style = styles(_LOOK)
    title = "".join(piece for _font, piece in runs(" ".join(cleaned(sheet.title).split())))
    story = _story(sheet, style)
    places: list[FieldPlace] = []
    document = structure(story)
    pages = laid_out(story, places, _LOOK, title, (title, sheet.language))
    uid = derived_uid("manager-sheet", sheet.conversation_uid)
    return archived(pages, About(title, sheet.language, uid, sheet.made_at), document)


def _story(sheet: ManagerSheet, style: Styles) -> list[Flowable]:
    parts: list[Flowable] = [
        masthead(_("Your preparation"), _("For you alone; the employee has a sheet of their own"), _LOOK, style),
        Spacer(1, 18),
        facts(sheet.who, style),
        Spacer(1, 6),
        rule_panel(sheet.rule, _LOOK, style),
        *_lines(_("Before the talk"), sheet.steps, style),
        *_lines(_("What the role asks"), sheet.expectations, style),
        *_evidence(sheet, style),
        *_lines(_("Open from last time"), sheet.promises, style),
    ]
    head = heading(_("Facts of the period, as published"), _LOOK, style)
    for each in sheet.objectives:
        parts += kept([*head, one_line(each.cycle, style.label), *flow(each.title, style.strong)])
        parts += [facts_table(each.facts, style), Spacer(1, 6)] if each.facts else []
        head = []
    for section, asked in sheet.questions:
        head = heading(section, _LOOK, style)
        for question, purpose in asked:
            parts += [*kept([*head, *flow(_paragraphs(question), style.prompt)]), *flow(purpose, style.cell)]
            head = []
    return parts


def _paragraphs(question: str) -> str:
    """Return a question without the blank lines between its paragraphs, each of which keeps a distance of its own."""
    return "\n".join(line for line in question.splitlines() if line.strip())


def _evidence(sheet: ManagerSheet, style: Styles) -> list[Flowable]:
    heads = (_("When"), _("Situation"), _("Behaviour"), _("Impact"))
    told = sheet.missing if sheet.evidence else (_("Nothing was written down in this period."),)
    parts = kept(heading(_("What you wrote down"), _LOOK, style))
    parts += [table(heads, sheet.evidence, (16, 26, 31, 27), style), Spacer(1, 6)] if sheet.evidence else []
    for sentence in told:
        parts += flow(sentence, style.cell)
    return parts


def _lines(title: str, lines: Sequence[str], style: Styles) -> list[Flowable]:
    if not lines:
        return []
    parts = kept(heading(title, _LOOK, style))
    for line in lines:
        parts += [*flow(f"□  {line}", style.body), Spacer(1, 3)]
    return parts
