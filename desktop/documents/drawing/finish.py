"""The frame around the pages: archive metadata, colour intent, the attached record, the form.

PDF/A-3b as ISO 19005-3 and PDF/UA-1 as ISO 14289-1 ask; the tests let veraPDF judge.
"""

from collections.abc import Sequence
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import ImageCms

from desktop.documents.drawing.attachments import attach
from desktop.documents.drawing.fields import add_fields
from desktop.documents.drawing.metadata import About, add_metadata
from desktop.documents.drawing.page import FieldPlace
from desktop.documents.drawing.structure_tree import add_structure
from desktop.documents.drawing.tags import Element
from desktop.documents.drawing.unicode_maps import mend_unicode_maps
from desktop.models.note import Note
from desktop.models.response import Rebuttal


def finish(
    pages: bytes,
    note: Note,
    title: str,
    document: Element,
    places: Sequence[FieldPlace],
    rebuttals: Sequence[Rebuttal] = (),
) -> bytes:
    """Return `pages` as a finished, unsigned file; the same input gives the same bytes."""
    with Pdf.open(BytesIO(pages)) as pdf:
        mend_unicode_maps(pdf)
        attach(pdf, note, rebuttals)
        return _finished(pdf, About(title, note.content["language"], note.uid, note.sealed_at), document, places)


def archived(pages: bytes, about: About, document: Element, places: Sequence[FieldPlace] = ()) -> bytes:
    """Return pages that are no note as a finished archive file, with a form if there are places for its fields."""
    with Pdf.open(BytesIO(pages)) as pdf:
        mend_unicode_maps(pdf)
        return _finished(pdf, about, document, places)


def _finished(pdf: Pdf, about: About, document: Element, places: Sequence[FieldPlace]) -> bytes:
    _add_output_intent(pdf)
    add_structure(pdf, document, add_fields(pdf, places) if places else [])
    add_metadata(pdf, about)
    pdf.Root.Lang = String(about.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    out = BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        linearize=False,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        min_version="1.7",
    )
    return out.getvalue()


def _add_output_intent(pdf: Pdf) -> None:
    profile = Stream(pdf, _srgb())
    profile.N = 3
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String("sRGB"),
                Info=String("sRGB IEC61966-2.1"),
                DestOutputProfile=profile,
            )
        ]
    )


def _srgb() -> bytes:
    """Return an sRGB profile whose creation date is fixed, so that files are reproducible."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes.fromhex("07e8 0001 0001 0000 0000 0000")
    return bytes(profile)
