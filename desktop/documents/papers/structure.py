"""The structure of a note for those who hear it, from what it is made of: headings, lists, tables, paragraphs."""

from collections.abc import Iterable, Iterator
from functools import singledispatch
from itertools import chain
from typing import Any

from reportlab.platypus import Flowable, KeepTogether, Table

from desktop.documents.drawing.layout import DataTable, FactTable
from desktop.documents.drawing.marks import SectionHead
from desktop.documents.drawing.page import SignatureBox
from desktop.documents.drawing.paragraphs import BidiText, Words
from desktop.documents.drawing.tags import Element
from desktop.documents.papers.answer_section import TickRow, WritingBox

_ROLES = {"title": "H1", "heading": "H2", "objective": "H3", "prompt": "H3"}
"""By the name of a style; everything else is a paragraph."""


def structure(story: Iterable[Flowable]) -> Element:
    """Give each flowable with words its element and return the document they form; a section per heading."""
    document = Element("Document")
    place = document.add("Sect")
    for flowable in _flat(story):
        if isinstance(flowable, SectionHead):
            place = document.add("Sect")
        _add(flowable, place)
    return document


def _flat(story: Iterable[Flowable]) -> Iterator[Flowable]:
    for flowable in story:
        if isinstance(flowable, KeepTogether):
            kept: list[Flowable] = getattr(flowable, "_content")  # noqa: B009 - the stubs do not know it
            yield from _flat(kept)
        else:
            yield flowable


@singledispatch
def _add(flowable: object, parent: Element) -> None:
    """Add what `flowable` is to `parent`; what has no words, such as room or a drawing, is nothing."""


@_add.register
def _add_words(words: Words | BidiText, parent: Element) -> None:
    if not words.is_blank:
        words.element = parent.add(_ROLES.get(words.style.name, "P"))


@_add.register
def _add_heading(head: SectionHead, parent: Element) -> None:
    _add(head.words, parent)


@_add.register
def _add_signature(box: SignatureBox, parent: Element) -> None:
    _add(box.meaning, parent)
    box.form = parent.add("Form")
    _add(box.name, parent)


@_add.register
def _add_ticks(row: TickRow, parent: Element) -> None:
    for box in row.boxes:
        place = parent.add("P")
        box.form = place.add("Form")
        box.label.element = place.add("Span")


@_add.register
def _add_writing(box: WritingBox, parent: Element) -> None:
    box.form = parent.add("Form")


@_add.register
def _add_cells(table: Table, parent: Element) -> None:
    for part in chain(*_cells(table)):
        _add(part, parent)


@_add.register
def _add_table(table: DataTable, parent: Element) -> None:
    element = parent.add("Table")
    head, *rows = _rows(table)
    line = element.add("TR")
    for words in chain(*head):
        words.element = line.add("TH", once=True)
    for row in rows:
        line = element.add("TR")
        for cell in row:
            place = line.add("TD")
            for part in cell:
                _add(part, place)


@_add.register
def _add_facts(table: FactTable, parent: Element) -> None:
    element = parent.add("L")
    for label, *texts in filter(None, _cells(table)):
        if isinstance(label, Words | BidiText):
            item = element.add("LI")
            label.element, body = item.add("Lbl"), item.add("LBody")
            for text in texts:
                _add(text, body)


def _cells(table: Table) -> Iterator[list[Any]]:
    return chain(*_rows(table))


def _rows(table: Table) -> list[list[list[Any]]]:
    """Return what is in each cell of each row; a cell may hold one flowable, several, or none ("")."""
    rows: list[list[Any]] = getattr(table, "_cellvalues")  # noqa: B009 - the stubs do not know it
    return [[_parts(cell) for cell in row] for row in rows]


def _parts(cell: Any) -> list[Any]:
    return list(cell) if isinstance(cell, list | tuple) else [cell] if cell else []
