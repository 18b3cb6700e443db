"""What travels inside a note's file: its record, and the statements that came later (PDF/A-3, ISO 19005-3, 6.8)."""

import mimetypes
from collections.abc import Sequence
from datetime import datetime

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from desktop.documents.drawing.metadata import pdf_date
from desktop.i18n import _
from desktop.models.note import Note
from desktop.models.response import Rebuttal

RECORD_NAME = "record.json"
_UNKNOWN = "application/octet-stream"


def attach(pdf: Pdf, note: Note, rebuttals: Sequence[Rebuttal]) -> None:
    """Embed the record as the source of the pages, and each statement as a supplement to them."""
    found = {RECORD_NAME: _record(pdf, note)}
    for number, rebuttal in enumerate(rebuttals, start=1):
        found[f"statement-{number:03d}"] = _statement(pdf, rebuttal, number)
    names = Array()
    for key in sorted(found):
        names.append(String(key))
        names.append(found[key])
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=names))
    pdf.Root.AF = Array(found.values())


def _record(pdf: Pdf, note: Note) -> Object:
    stream = _embedded(pdf, note.record, "application/json", note.sealed_at)
    return _described(pdf, stream, RECORD_NAME, _("Record of this conversation"), Name.Source)


def _statement(pdf: Pdf, rebuttal: Rebuttal, number: int) -> Object:
    kind = mimetypes.guess_type(rebuttal.file_name)[0] or _UNKNOWN
    stream = _embedded(pdf, rebuttal.content, kind, rebuttal.received_at)
    about = _("Statement {n}, attached later: {name}").format(n=number, name=rebuttal.file_name)
    return _described(pdf, stream, f"{number} - {rebuttal.file_name}", about, Name.Supplement)


def _embedded(pdf: Pdf, content: bytes, kind: str, moment: datetime) -> Stream:
    stream = Stream(pdf, content)
    stream.Type = Name.EmbeddedFile
    stream.Subtype = Name(f"/{kind}")
    stream.Params = Dictionary(Size=len(content), ModDate=String(pdf_date(moment)))
    return stream


def _described(pdf: Pdf, stream: Stream, name: str, about: str, relation: Name) -> Object:
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(name),
            UF=String(name),
            Desc=String(about),
            AFRelationship=relation,
            EF=Dictionary(F=stream, UF=stream),
        )
    )
