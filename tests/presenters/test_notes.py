"""The notes screen without pixels."""

from functools import partial
from pathlib import Path

import pytest

from desktop.flows.notes.bulk import export_all
from desktop.flows.talk.sealing import seal
from desktop.models.guide import Kind, Stage
from desktop.presenters.destination import Destination, Place
from desktop.presenters.notes.notes import NotesPresenter
from tests.world import World

EXPORTS = Path("exports")


@pytest.fixture
def sealed(world: World) -> dict[str, str]:
    """Seal one note of each kind and return their uids by kind."""
    notes = {}
    for kind, stage in ((Kind.OKR, Stage.CHECK_IN), (Kind.PERFORMANCE, Stage.REVIEW)):
        talk = world.start(kind, stage)
        world.say(talk, "words")
        notes[str(kind)] = seal(world.vault, kind, talk.uid).uid
    return notes


def test_every_sealed_note_is_listed_and_leads_to_itself(world: World, sealed: dict[str, str]) -> None:
    shown = NotesPresenter(world.vault, partial(export_all, world.vault), EXPORTS).open()
    assert {row.destination for row in shown.rows} == {
        Destination(Place.NOTE, uid, kind) for kind, uid in sealed.items()
    }
    assert shown.subtitle == "2 notes" and shown.empty == ""


def test_filters_narrow_by_kind_and_person(world: World, sealed: dict[str, str]) -> None:
    presenter = NotesPresenter(world.vault, partial(export_all, world.vault), EXPORTS)
    presenter.open()
    okr = presenter.choose_kind("okr")
    assert [row.destination.uid for row in okr.rows] == [sealed["okr"]]
    assert (world.employee.uid, "Tomas Oyelaran") in okr.people
    assert len(presenter.choose_person(world.employee.uid).rows) == 1
    assert presenter.choose_kind("").subtitle == "2 notes"


def test_without_notes_the_screen_says_where_they_come_from(world: World) -> None:
    shown = NotesPresenter(world.vault, partial(export_all, world.vault), EXPORTS).open()
    assert shown.rows == () and "seal" in shown.empty


def test_what_is_shown_is_what_is_exported(world: World, sealed: dict[str, str], tmp_path: Path) -> None:
    presenter = NotesPresenter(world.vault, partial(export_all, world.vault), EXPORTS)
    assert presenter.open().export == "Export all…"
    assert presenter.choose_kind("okr").export == "Export this 1…"
    job = presenter.export_job(tmp_path)
    presenter.choose_kind("")  # chosen after the run was begun
    report = job(lambda done, total, name: None, lambda: False)
    assert [("OKR conversation" in row.name, row.ok) for row in report.rows] == [(True, True)]
    assert presenter.open().folder == str(tmp_path)


def test_without_notes_nothing_can_be_exported(world: World) -> None:
    presenter = NotesPresenter(world.vault, partial(export_all, world.vault), EXPORTS)
    assert presenter.open().export == ""
    notice = presenter.failed("The folder is gone.").notice
    assert notice is not None and notice.text == "The folder is gone."
