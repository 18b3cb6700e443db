"""Where time stamps come from, without pixels."""

from pathlib import Path

import pytest

from desktop.presenters.keys.timestamps import TimestampsPresenter
from desktop.presenters.notice import Tone
from desktop.settings import Settings, load_settings, save_settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


@pytest.fixture
def presenter(file: Path) -> TimestampsPresenter:
    return TimestampsPresenter(lambda: load_settings(file), lambda settings: save_settings(file, settings))


def test_they_are_off_until_there_is_an_address(presenter: TimestampsPresenter, file: Path) -> None:
    assert (presenter.open().address, presenter.open().state) == ("", "Off")
    save_settings(file, Settings(vault="/v"))
    assert presenter.save(" https://tsa.example.org/tsr ").state == "On"
    assert load_settings(file) == Settings(vault="/v", timestamps="https://tsa.example.org/tsr")
    assert presenter.save("").state == "Off"
    assert load_settings(file).timestamps == ""


def test_a_wrong_address_stays_typed_and_changes_nothing(presenter: TimestampsPresenter, file: Path) -> None:
    shown = presenter.save("tsa.example.org")
    assert (shown.address, shown.state) == ("tsa.example.org", "Off")
    assert "https://" in shown.error
    assert not file.exists()


def test_a_disk_that_refuses_is_told(presenter: TimestampsPresenter, file: Path) -> None:
    file.parent.write_text("in the way", encoding="utf-8")
    shown = presenter.save("https://tsa.example.org/")
    assert shown.notice is not None and shown.notice.tone is Tone.BAD
    assert shown.address == "https://tsa.example.org/"
