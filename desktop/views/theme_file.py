"""A look as it lies in `resources/themes/`: ten base colours, semantic roles made from them, type and space.

A role is a base colour, an earlier role, a mix ("teal 12% paper" lays 12 % of teal on paper), or a colour of
its own.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from PySide6.QtGui import QColor

from desktop.models.problems import Problem

ROLES = (
    *("window", "surface", "sunken", "rail", "line", "field_border", "text", "muted", "on_accent"),
    *("selection", "hover", "track", "accent", "soft", "okr_accent", "okr_soft"),
    *("performance_accent", "performance_soft", "good", "good_soft", "warn", "warn_soft", "bad", "bad_soft"),
    *("avatar_sky", "avatar_leaf", "avatar_sand", "avatar_rose", "avatar_stone"),
)
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")
_MIX = re.compile(r"(\w+) (\d{1,3})% (\w+)")


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Sizes of text, in points."""

    caption: float
    body: float
    editor: float
    h2: float
    h1: float


@dataclass(frozen=True, slots=True)
class Space:
    """The five distances between things, in pixels."""

    xs: int
    s: int
    m: int
    l: int  # noqa: E741 (the scale is called xs, s, m, l, xl)
    xl: int


@dataclass(frozen=True, slots=True)
class Radius:
    """How round corners are, in pixels."""

    control: int
    card: int


@dataclass(frozen=True, slots=True)
class Theme:
    """One look: `roles` maps each semantic role to "#rrggbb"."""

    name: str
    scheme: str
    roles: Mapping[str, str]
    type: TypeScale
    space: Space
    radius: Radius

    def color(self, role: str) -> QColor:
        """Return the colour of a semantic role; KeyError for a role that does not exist."""
        return QColor(self.roles[role])


def load_theme(path: Path) -> Theme:
    """Read one theme file; raise Problem naming the file and the key at fault."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Problem("The theme {file} cannot be read: {why}.", file=path.name, why=error) from error
    return Theme(
        name=_text(path, table, "name"),
        scheme=_text(path, table, "scheme"),
        roles=_roles(path, table),
        type=_sizes(path, table, "type", TypeScale),
        space=_sizes(path, table, "space", Space),
        radius=_sizes(path, table, "radius", Radius),
    )


_Sizes = TypeVar("_Sizes", TypeScale, Space, Radius)


def _text(path: Path, table: Mapping[str, Any], key: str) -> str:
    value = table.get(key)
    if not isinstance(value, str):
        raise Problem("The theme {file} needs a text for “{key}”.", file=path.name, key=key)
    return value


def _roles(path: Path, table: Mapping[str, Any]) -> Mapping[str, str]:
    known: dict[str, str] = {}
    for section in ("base", "roles"):
        for key, value in _section(path, table, section).items():
            known[key] = _color(path, f"{section}.{key}", value, known)
    if missing := [role for role in ROLES if role not in known]:
        raise Problem("The theme {file} lacks the key “roles.{key}”.", file=path.name, key=missing[0])
    return MappingProxyType({role: known[role] for role in ROLES})


def _section(path: Path, table: Mapping[str, Any], section: str) -> Mapping[str, Any]:
    value = table.get(section)
    if not isinstance(value, dict):
        raise Problem("The theme {file} lacks the section “{key}”.", file=path.name, key=section)
    return value


def _color(path: Path, key: str, value: object, known: Mapping[str, str]) -> str:
    text = str(value)
    if _HEX.fullmatch(text):
        return text
    if text in known:
        return known[text]
    mix = _MIX.fullmatch(text)
    if mix and mix[1] in known and mix[3] in known and int(mix[2]) <= 100:
        return _mixed(known[mix[1]], int(mix[2]), known[mix[3]])
    raise Problem("The theme {file} has no colour at “{key}”: {value}.", file=path.name, key=key, value=text)


def _mixed(top: str, percent: int, ground: str) -> str:
    channels = zip(bytes.fromhex(top[1:]), bytes.fromhex(ground[1:]), strict=True)
    return "#" + "".join(f"{round((a * percent + b * (100 - percent)) / 100):02X}" for a, b in channels)


def _sizes(path: Path, table: Mapping[str, Any], section: str, shape: type[_Sizes]) -> _Sizes:
    values = _section(path, table, section)
    for size in fields(shape):
        if not isinstance(values.get(size.name), (int, float)) or values[size.name] <= 0:
            key = f"{section}.{size.name}"
            raise Problem("The theme {file} needs a size above 0 at “{key}”.", file=path.name, key=key)
    return shape(**{size.name: values[size.name] for size in fields(shape)})
