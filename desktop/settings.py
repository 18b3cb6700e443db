"""The window's preferences in one small TOML file; it never holds words of a conversation."""

import json
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop.durable import replace_file
from desktop.models.problems import Problem

LONGEST_IDLE = 24 * 60
THEMES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the window remembers. `geometry` is its own text, `vault` the last folder; "" means not chosen.

    `timestamps` is the address of a time-stamp authority (RFC 3161) that exports ask; "" asks none. The window
    locks when nobody has touched it for `lock_minutes`, 0: never. Backups are also made in the folder `second_backups`.
    """

    theme: str = "system"
    language: str = ""
    geometry: str = ""
    vault: str = ""
    timestamps: str = ""
    lock_minutes: int = 10
    second_backups: str = ""


def load_settings(path: Path) -> Settings:
    """Return the settings in `path`; the defaults where there are none.

    A file that is no TOML is kept beside it as `….broken`, so that nobody loses what they wrote by hand; a
    single value of the wrong type only loses itself.
    """
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        return Settings()
    except ValueError:
        _keep_aside(path)
        return Settings()
    texts = {name: found[name] for name, usual in asdict(Settings()).items() if type(found.get(name)) is type(usual)}
    if texts.get("theme") not in THEMES:
        texts.pop("theme", None)
    if not 0 <= texts.get("lock_minutes", 0) <= LONGEST_IDLE:
        texts.pop("lock_minutes")
    return Settings(**texts)


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings, the file being whole at every moment; raise Problem if the disk refuses."""
    lines = [f"{name} = {_written(value)}\n" for name, value in asdict(settings).items()]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, "".join(lines).encode("utf-8", "replace"))
    except OSError as error:
        reason = error.strerror or str(error)
        raise Problem("Your preferences could not be saved ({reason}).", reason=reason) from error


def _keep_aside(path: Path) -> None:
    try:
        path.replace(path.with_name(path.name + ".broken"))
    except OSError:
        return  # a folder that cannot be written to: the defaults serve, and nothing was lost


def _written(value: str | int) -> str:
    if isinstance(value, int):
        return str(value)
    # JSON's escapes are TOML's, but TOML wants DEL escaped too
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
