"""The first start without pixels."""

from pathlib import Path

from desktop.presenters.people.person_form import PersonForm
from desktop.presenters.vault.first_run import FirstRunPresenter, FirstRunScreen, Submission

MIRA = PersonForm("Mira Solberg", "Head of Support", "mira@example.org")


def presenter(folder: Path) -> FirstRunPresenter:
    return FirstRunPresenter(lambda: folder / "sample", folder)


def test_a_good_form_becomes_a_submission(tmp_path: Path) -> None:
    answer = presenter(tmp_path).submit(MIRA)
    assert isinstance(answer, Submission)
    assert (answer.folder, answer.person.name, answer.person.role) == (
        tmp_path,
        "Mira Solberg",
        "Head of Support",
    )


def test_a_missing_name_stays_on_the_screen_with_all_that_was_typed(tmp_path: Path) -> None:
    answer = presenter(tmp_path).submit(PersonForm("", "Head", "no address"))
    assert isinstance(answer, FirstRunScreen)
    assert set(answer.form.errors) == {"name", "email"}
    assert (answer.form.role, answer.form.email) == ("Head", "no address")


def test_what_was_typed_survives_a_failure_and_the_choice_of_a_folder(tmp_path: Path) -> None:
    first = presenter(tmp_path)
    first.submit(MIRA)
    failed = first.failed("The disk is full.")
    assert failed.notice is not None and failed.notice.text == "The disk is full."
    assert (failed.form.name, failed.busy) == ("Mira Solberg", "")
    moved = first.choose_folder(tmp_path / "other", MIRA)
    assert (moved.folder, moved.form.email) == (str(tmp_path / "other"), "mira@example.org")
    assert first.sampling(MIRA).busy


def test_a_synchronised_folder_is_warned_about(tmp_path: Path) -> None:
    first = presenter(tmp_path)
    assert first.open().folder_warning == ""
    assert "synchronised" in first.choose_folder(tmp_path / "Dropbox (Work)" / "vault", MIRA).folder_warning


def test_the_screen_says_that_a_signing_identity_is_made(tmp_path: Path) -> None:
    assert "signing identity" in presenter(tmp_path).open().identity
