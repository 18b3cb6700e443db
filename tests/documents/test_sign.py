"""The signed file: what poppler, qpdf and the file's own structure say about the signature."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from desktop.documents.papers.render import render
from desktop.documents.signing.sign import Signatory, sign
from desktop.models.identity import Identity
from desktop.models.note import Note
from tests.documents.conftest import SIGNED_AT
from tests.documents.notes import MAKERS, MANAGER, okr_note
from tests.documents.tools import run, text_of


@pytest.mark.parametrize("make", MAKERS)
def test_the_signed_file_is_sound(make: Callable[..., Note], signed: Callable[[Note], bytes], tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(signed(make()))
    checked = run("qpdf", "--check", path)
    assert (checked.returncode, "No syntax or stream encoding errors" in checked.stdout) == (0, True)


def test_signing_only_adds_to_the_file(identity: Identity) -> None:
    pages = render(okr_note())
    assert sign(pages, Signatory(identity, MANAGER.name, SIGNED_AT)).startswith(pages)


def test_it_certifies_and_leaves_forms_open(okr_pdf: bytes) -> None:
    with pikepdf.open(BytesIO(okr_pdf)) as pdf:
        signature = pdf.Root.AcroForm.Fields[0].V
        assert signature.SubFilter == "/ETSI.CAdES.detached"
        assert pdf.Root.Perms.DocMDP.objgen == signature.objgen
        assert signature.Reference[0].TransformParams.P == 2
        assert signature.M == "D:20261120100600Z"
        assert signature.Name == "Mira Solberg"


def test_name_and_day_are_drawn_in_the_field(okr_pdf: bytes, tmp_path: Path) -> None:
    words = text_of(okr_pdf, tmp_path)
    assert words.count("Mira Solberg") > text_of(render(okr_note()), tmp_path).count("Mira Solberg")
    assert "Digitally signed on 20 Nov 2026, 10:06 UTC" in words


def test_the_metadata_stay_as_they_were_drawn(okr_pdf: bytes) -> None:
    with pikepdf.open(BytesIO(okr_pdf)) as pdf:
        assert str(pdf.docinfo["/Producer"]) == "Duologue"
        assert pdf.open_metadata()["pdfaid:part"] == "3"


@pytest.mark.parametrize("name", ["Łucja 😀 李小龙", "نور الإسلام", "Ἀσπασία"])
def test_the_drawn_name_is_read_as_it_was_typed(name: str, identity: Identity, tmp_path: Path) -> None:
    assert name in text_of(sign(render(okr_note()), Signatory(identity, name, SIGNED_AT)), tmp_path)


@pytest.mark.parametrize("name", ["李" * 300, "نور الدين", "a\x00\nb", "😀", "<b>Ada</b>", "W" * 300, " "])
def test_any_name_can_sign(name: str, identity: Identity, tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(sign(render(okr_note()), Signatory(identity, name, SIGNED_AT)))
    assert "Signature is Valid" in run("pdfsig", path).stdout
    fonts = run("pdffonts", path).stdout.splitlines()[2:]
    assert all(line.split()[-5] == "yes" for line in fonts)
