"""Preparation sheets for tests: one as the program makes it, and ways in which programs fill it in."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from io import BytesIO

import pikepdf
import pypdfium2
from pypdfium2 import raw

from desktop.documents.papers.preparation_sheet import ObjectiveFacts, Question, Sheet, sheet_pdf

MARK = "0123456789abcdef" * 2
FACT = {
    "name": "Median first reply",
    "start": "9",
    "latest": "5.1",
    "unit": "hours",
    "as_of": "2026-11-02",
    "source": "Helpdesk",
    "learning": "Fewer hand-overs",
}


def sheet(questions: tuple[str, ...] = ("What are you proud of?", "What was hard?"), **more: str) -> bytes:
    """Return an empty sheet."""
    facts = (ObjectiveFacts("Customers get help", "Q4 2026", (FACT,)),)
    asked = (*(Question(text, "Your view" if not at else "") for at, text in enumerate(questions)),)
    shown = {"employee": 'Anna-Lena <b>& "Söhne" مريم', "manager": "Mira Solberg", "period": "Q4 2026"} | more
    return sheet_pdf(
        Sheet(
            mark=MARK,
            made_at=datetime(2026, 11, 16, 9, tzinfo=UTC),
            language="en",
            held_on=date(2026, 11, 20),
            rule="Key result scores steer learning. They decide neither rating nor pay.",
            questions=(*asked, Question("Which key results did you influence?", "Contribution", facts)),
            **shown,
        )
    )


def filled(pdf: bytes, values: Mapping[str, str], changed: str = "") -> bytes:
    """Return the sheet with values by the end of a field's name, written anew; `changed`: its ModDate."""
    with pikepdf.open(BytesIO(pdf)) as file:
        for field in file.Root.AcroForm.Fields:
            for end, text in values.items():
                if str(field.T).endswith(f"-{end}"):
                    field.V = pikepdf.String(text)
                    del field["/AP"]
        if changed:
            file.trailer.Info.ModDate = pikepdf.String(changed)
        return saved(file)


def saved(file: pikepdf.Pdf, **how: object) -> bytes:
    """Return what is in an open file."""
    out = BytesIO()
    file.save(out, **how)
    return out.getvalue()


def typed_in_pdfium(pdf: bytes, name: str, text: str) -> bytes:
    """Return the sheet with `text` typed by key into the field `name`, as in Chrome."""
    with pikepdf.open(BytesIO(pdf)) as file:
        field = next(each for each in file.Root.AcroForm.Fields if str(each.T).endswith(f"-{name}"))
        left, bottom, right, top = (float(number) for number in field.Rect)
        number = next(at for at, page in enumerate(file.pages) if page.obj.objgen == field.P.objgen)
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    page, form = document[number], document.formenv
    at = ((left + right) / 2, (bottom + top) / 2)
    raw.FORM_OnMouseMove(form, page, 0, *at)
    raw.FORM_OnLButtonDown(form, page, 0, *at)
    raw.FORM_OnLButtonUp(form, page, 0, *at)
    for letter in text:
        raw.FORM_OnChar(form, page, ord(letter), 0)
    raw.FORM_ForceToKillFocus(form)
    out = BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()
