"""The employee's sheet before a performance conversation: the questions with room to write, as PDF/A-3b and PDF/UA-1.

It carries the two names, the day, the period, the questions and the published facts; nothing else of the vault.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from reportlab.platypus import Flowable, KeepTogether, Spacer, Table, TableStyle

from desktop.documents.drawing.faces import cleaned, runs
from desktop.documents.drawing.finish import archived
from desktop.documents.drawing.layout import FONT, facts, heading, kept, tight
from desktop.documents.drawing.metadata import About
from desktop.documents.drawing.page import FieldPlace
from desktop.documents.drawing.paper import laid_out
from desktop.documents.drawing.style import LOOKS, WIDTH, Styles, styles
from desktop.documents.drawing.words import flow, one_line
from desktop.documents.judging.sheet_fields import CELLS, answer_name, moment_name
from desktop.documents.papers.answer_section import WritingBox
from desktop.documents.papers.parts import masthead, rule_panel
from desktop.documents.papers.performance_note import facts_table
from desktop.documents.papers.structure import structure
from desktop.i18n import _
from desktop.models.ids import derived_uid
from desktop.models.preparation import MOMENTS
from desktop.wording import day

_LOOK = LOOKS["performance"]
_ANSWER_HEIGHT = 92.0
_CELL_HEIGHT = 50.0
_GAP = 6.0
_SHARES = (0.16, 0.26, 0.31, 0.27)
"""Of the width, for the four cells of a moment."""


@dataclass(frozen=True, slots=True)
class ObjectiveFacts:
    """An objective of the period with what was published of its key results, as in a note's record."""

    title: str
    cycle: str
    facts: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Question:
    """One question, the title of the section it begins ("" within one), and the facts that help to answer it.

    `asked_of` is what the role asks, where the section is about it.
    """

    text: str
    section: str = ""
    facts: Sequence[ObjectiveFacts] = ()
    asked_of: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything a sheet shows; `mark` is what it is known by when it returns."""

    mark: str
    made_at: datetime
    language: str
    employee: str
    manager: str
    held_on: date
    period: str
    rule: str
    questions: Sequence[Question]


def sheet_pdf(sheet: Sheet) -> bytes:
    """Return the sheet as an unsigned PDF with empty form fields; the same sheet gives the same bytes."""
    style = styles(_LOOK)
    title = _plain(_("Prepare our conversation · {day} · {name}").format(name=sheet.employee, day=day(sheet.held_on)))
    story = [*_opening(sheet, style), *_questions(sheet, style), *_moments(sheet, style)]
    places: list[FieldPlace] = []
    document = structure(story)
    pages = laid_out(story, places, _LOOK, title, (title, sheet.language))
    about = About(title, sheet.language, derived_uid("sheet", sheet.mark), sheet.made_at)
    return archived(pages, about, document, places)


def _plain(text: str) -> str:
    return "".join(piece for _font, piece in runs(" ".join(cleaned(text).split())))


def _opening(sheet: Sheet, style: Styles) -> list[Flowable]:
    who = [
        (_("For"), sheet.employee),
        (_("From"), sheet.manager),
        (_("We talk on"), day(sheet.held_on)),
        (_("About the period"), sheet.period),
    ]
    parts: list[Flowable] = [
        masthead(_("Prepare our conversation"), _("Performance conversation: your view comes first"), _LOOK, style),
        Spacer(1, 18),
        facts(who, style),
        Spacer(1, 6),
        rule_panel(sheet.rule, _LOOK, style),
        Spacer(1, 10),
    ]
    for sentence in _promises(sheet):
        parts += [*flow(sentence, style.body), Spacer(1, 5)]
    return parts


def _promises(sheet: Sheet) -> tuple[str, ...]:
    return (
        _("Write what you want to say, in your own words; leave empty what you would rather tell, or not answer."),
        _(
            "{name} reads your answers before the talk, as you wrote them. In the talk you speak first. Only what you "
            "both put into the note becomes part of it."
        ).format(name=sheet.manager),
        _(
            "The file you send back is kept beside the conversation, and you may ask to see it. Type into the fields, "
            "save the file, and send it back as a PDF. It is not signed."
        ),
    )


def _questions(sheet: Sheet, style: Styles) -> list[Flowable]:
    parts: list[Flowable] = []
    for number, question in enumerate(sheet.questions):
        head = heading(question.section, _LOOK, style) if question.section else []
        asked: list[Flowable] = [*head, *_role(question.asked_of, style), *flow(question.text, style.prompt)]
        if question.facts:
            parts += [*kept(asked), *_facts(question.facts, style)]
            asked = [one_line(_("Your answer"), style.label)]  # the facts may have taken the question's page
        box = WritingBox(answer_name(sheet.mark, number), " ".join(question.text.split()), _ANSWER_HEIGHT)
        parts += [KeepTogether([*asked, Spacer(1, 3), box]), Spacer(1, 4)]
    return parts


def _role(asked_of: Sequence[str], style: Styles) -> list[Flowable]:
    """Return what the role asks, below each other."""
    if not asked_of:
        return []
    parts: list[Flowable] = [one_line(_("What your role asks"), style.label)]
    for each in asked_of:
        parts += [*flow(each, style.body), Spacer(1, 2)]
    return [*parts, Spacer(1, 4)]


def _facts(found: Sequence[ObjectiveFacts], style: Styles) -> list[Flowable]:
    parts: list[Flowable] = []
    for each in found:
        label = _("Objective in {cycle}").format(cycle=each.cycle)
        parts += kept([one_line(label, style.label), *flow(each.title, style.strong)])
        parts += [facts_table(each.facts, style)] if each.facts else []
        parts += [Spacer(1, 6)]
    return parts


def _moments(sheet: Sheet, style: Styles) -> list[Flowable]:
    told = _(
        "From the whole period, not only the last weeks: what went well, and what was hard. A line each is enough. "
        "A day reads like 20 Nov 2026."
    )
    names = _cell_names()
    heads = _row([one_line(name, style.head) for name in names])
    rows = [_row([_cell(sheet, number, at, name) for at, name in enumerate(names)]) for number in range(MOMENTS)]
    top = [*heading(_("Moments you want to be seen"), _LOOK, style), *flow(told, style.body), Spacer(1, 8), heads]
    return [KeepTogether([*top, *rows])]


def _cell_names() -> tuple[str, ...]:
    return (_("When"), _("The situation"), _("What I did"), _("What came of it"))


def _cell(sheet: Sheet, number: int, at: int, name: str) -> Flowable:
    tip = _("Moment {n}: {cell}").format(n=number + 1, cell=name)
    return WritingBox(moment_name(sheet.mark, number, CELLS[at]), tip, _CELL_HEIGHT, WIDTH * _SHARES[at] - _GAP)


def _row(cells: Sequence[Flowable]) -> Flowable:
    made = Table([list(cells)], colWidths=[WIDTH * share for share in _SHARES], hAlign="LEFT")
    made.setStyle(TableStyle([FONT, ("VALIGN", (0, 0), (-1, -1), "TOP"), *tight(right=_GAP, below=_GAP)]))
    return made
