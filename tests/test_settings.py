"""Preferences survive, whatever lies in the file."""

from pathlib import Path

import pytest

from desktop.models.problems import Problem
from desktop.settings import Settings, load_settings, save_settings


def test_what_is_saved_is_loaded_again(tmp_path: Path) -> None:
    path = tmp_path / "config" / "settings.toml"
    settings = Settings("dark", "de", "AdnQ=\x7f\n\"'\\", "/home/Łucja 📁/vault")
    save_settings(path, settings)
    assert load_settings(path) == settings
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml") == Settings()


@pytest.mark.parametrize("data", [b"theme = ", b"\xff\xfe", b"[[["])
def test_a_broken_file_is_kept_aside_and_defaults_serve(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(data)
    assert load_settings(path) == Settings()
    assert (tmp_path / "settings.toml.broken").read_bytes() == data
    save_settings(path, Settings(theme="light"))
    assert load_settings(path).theme == "light"


def test_a_value_of_the_wrong_type_loses_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "purple"\nlanguage = 7\nvault = "/v"\nunknown = true\n', encoding="utf-8")
    assert load_settings(path) == Settings(vault="/v")


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    with pytest.raises(Problem, match="preferences could not be saved"):
        save_settings(blocked / "settings.toml", Settings())


def test_minutes_that_are_none_are_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    for wrong in ("-1", "true", '"10"', "99999", "2.5"):
        path.write_text(f'lock_minutes = {wrong}\ntheme = "dark"\n')
        assert load_settings(path) == Settings("dark")
    save_settings(path, Settings(lock_minutes=0))
    assert load_settings(path).lock_minutes == 0
