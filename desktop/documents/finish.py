"""The frame around the pages: archive metadata, colour intent, the attached record, the form.

PDF/A-3b as ISO 19005-3 and PDF/UA-1 as ISO 14289-1 ask; the tests let veraPDF judge.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import ImageCms

from desktop.documents.attachments import attach
from desktop.documents.fields import add_fields
from desktop.documents.metadata import add_metadata, write_metadata
from desktop.documents.page import FieldPlace
from desktop.documents.structure_tree import add_structure
from desktop.documents.tags import Element
from desktop.documents.unicode_maps import mend_unicode_maps
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
        _add_output_intent(pdf)
        add_structure(pdf, document, add_fields(pdf, places))
        add_metadata(pdf, note, title)
        return _written(pdf, note.content["language"])


def archived(pages: bytes, document: Element, title: str, uid: str, made_on: date, language: str = "en") -> bytes:
    """Return pages that are no note, and have no form, as a finished archive file; `made_on` is its date."""
    with Pdf.open(BytesIO(pages)) as pdf:
        mend_unicode_maps(pdf)
        _add_output_intent(pdf)
        add_structure(pdf, document, [])
        write_metadata(pdf, title, language, uid, datetime.combine(made_on, time(), UTC))
        return _written(pdf, language)


def _written(pdf: Pdf, language: str) -> bytes:
    pdf.Root.Lang = String(language)
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
