"""From a note to an unsigned PDF: pages from the record, then the frame that makes it an archive file."""

from collections.abc import Callable, Sequence

from reportlab.platypus import Flowable

from desktop.documents.drawing.faces import cleaned, runs
from desktop.documents.drawing.finish import finish
from desktop.documents.drawing.page import FieldPlace
from desktop.documents.drawing.paper import laid_out
from desktop.documents.drawing.style import LOOKS, Look, Styles, styles
from desktop.documents.papers.okr_note import key_results
from desktop.documents.papers.parts import Record, attached_later, closing, commitments, cover, sections
from desktop.documents.papers.performance_note import cited_facts, expectations
from desktop.documents.papers.structure import structure
from desktop.models.guide import Kind
from desktop.models.note import Note
from desktop.models.response import Rebuttal
from desktop.wording import kind_name

Parts = Callable[[Record, Look, Styles], list[Flowable]]
_OWN_PARTS: dict[Kind, tuple[Parts, ...]] = {
    Kind.OKR: (key_results,),
    Kind.PERFORMANCE: (cited_facts, expectations),
}


def render(note: Note, rebuttals: Sequence[Rebuttal] = ()) -> bytes:
    """Return the note as a PDF/A-3b and PDF/UA-1 file with empty form fields and its record attached.

    `rebuttals` are statements that came later; they are named on the pages and attached. The same note always gives
    the same bytes.
    """
    story, places = story_of(note, rebuttals), list[FieldPlace]()
    document = structure(story)
    return finish(pages_of(story, note, places), note, title_of(note), document, places, rebuttals)


def story_of(note: Note, rebuttals: Sequence[Rebuttal] = ()) -> list[Flowable]:
    """Return what stands on the pages, from the cover to the employee's answer."""
    record = note.content
    look = LOOKS[record["kind"]]
    style = styles(look)
    story = cover(record, look, style)
    for part in (*_OWN_PARTS[note.kind], sections, commitments):
        story += part(record, look, style)
    story += attached_later(rebuttals, look, style)
    return story + closing(record, look, style, note.digest, note.chain_head)


def title_of(note: Note) -> str:
    """Return the document's title: kind, employee, day; in characters that every reader shows."""
    record = note.content
    title = f"{kind_name(note.kind)} · {record['employee']['name']} · {record['held_on']}"
    return "".join(piece for _font, piece in runs(" ".join(cleaned(title).split())))


def pages_of(story: list[Flowable], note: Note, places: list[FieldPlace]) -> bytes:
    """Return the story laid out on pages, not yet an archive file; where its fields go is added to `places`."""
    footer = f"{kind_name(note.kind)} · {note.digest[:16]} · {note.content['employee']['name']}"
    return laid_out(story, places, LOOKS[note.kind], footer, (title_of(note), note.content["language"]))
