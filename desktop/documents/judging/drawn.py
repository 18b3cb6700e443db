"""Whether the fields of an answer show what they hold: a file can say one thing and draw another, validly signed.

Readers draw what is typed in their own way, so only the characters are compared, without blanks and hyphens.
"""

import unicodedata
from collections import Counter
from io import BytesIO
from os.path import commonprefix
from typing import Any

import pikepdf

from desktop.documents.drawing import field_names as names
from desktop.documents.drawing.faces import cleaned, runs
from desktop.documents.drawing.reading_order import is_bidirectional
from desktop.documents.files.locks import opened
from desktop.documents.judging.field_values import answer_fields
from desktop.documents.judging.preview import drawn_text
from desktop.i18n import _

_LEFT_OUT = dict.fromkeys(map(ord, "-\u00ad\u2010\ufffe\u0002"))
"""Hyphens: where a line ends with one, a text extractor calls it something else."""

_MIRRORED = str.maketrans(")]}>»”", "([{<«“")

_MOST_OF_IT = 0.8
"""Of a text longer than its field: the line that the edge cuts through is seen in part, its dots not at all."""


def drawing_faults(data: bytes, signed: bytes, password: str = "") -> list[str]:
    """Return a sentence for each field of `data` that shows something else than it holds.

    `signed` is the file as the manager signed it, with the boxes as they were drawn then.
    """
    with opened(data, password) as now, opened(signed, password) as then:
        before = dict(answer_fields(then))
        wrong = [name for name, field in answer_fields(now) if not _is_shown(name, field, before.get(name))]
    sentence = _("The field “{name}” shows something else than what it holds; somebody may have tampered with it.")
    return [sentence.format(name=name) for name in wrong]


def _is_shown(name: str, field: Any, before: Any) -> bool:
    if name != names.COMMENT:
        return _is_box_shown(field, before)
    form = field.get("/AP", {}).get("/N")
    return form is None or _is_text_shown(str(field.get("/V", "")), form)


def _is_box_shown(field: Any, before: Any) -> bool:
    if before is None or field.get("/V", "/Off") != field.get("/AS", "/Off"):
        return False
    now, then = field.AP.N, before.AP.N
    states = set(then.keys())
    return set(now.keys()) == states and all(_same_drawing(now[state], then[state]) for state in states)


def _same_drawing(now: Any, then: Any) -> bool:
    ours = {"/Type", "/Subtype", "/BBox", "/Resources", "/Length", "/Filter"}
    return (
        set(now.keys()) <= ours
        and list(now.BBox) == list(then.BBox)
        and bool(now.read_bytes() == then.read_bytes())
        and not now.Resources.keys()
    )


def _is_text_shown(value: str, form: Any) -> bool:
    """Whether all of the value is drawn, and what is seen of it begins at its beginning (the rest is scrolled to)."""
    if "/Matrix" in form and [float(number) for number in form.Matrix] != [1, 0, 0, 1, 0, 0]:
        return False
    everything, seen = (_letters(text) for text in drawn_text(_as_page(form)))
    typed = _letters("".join(piece for _font, piece in runs(cleaned(value))))
    western = _letters(cleaned(value).encode("cp1252", "ignore").decode("cp1252"))
    if is_bidirectional(value):
        return _plain_letters(everything) == _plain_letters(typed)
    same = len(commonprefix([everything, seen]))
    return everything in (typed, western) and same >= _MOST_OF_IT * len(seen) and bool(seen or not everything)


def _plain_letters(text: str) -> Counter[str]:
    """Return how often each letter is there; the extractor turns right-to-left lines and loses signs beyond U+FFFF."""
    return Counter(char for char in text.translate(_MIRRORED) if char <= "\uffff")


def _letters(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).translate(_LEFT_OUT).split())


def _as_page(form: Any) -> bytes:
    """Return what is drawn in a field as a page of its own."""
    out = BytesIO()
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.MediaBox = pikepdf.Array([float(number) for number in form.BBox])
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Field=pdf.copy_foreign(form)))
        page.Contents = pikepdf.Stream(pdf, b"/Field Do")
        pdf.save(out)
    return out.getvalue()
