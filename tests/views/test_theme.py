"""Themes: what is read from a file, what is refused, and that everything on the screen can be read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from desktop.models.problems import Problem
from desktop.places import resources
from desktop.views import icons, theme

LIGHT = (resources() / "themes" / "light.toml").read_text(encoding="utf-8")
GROUNDS = ("window", "surface", "sunken", "rail", "selection", "hover")
ACCENTS = ("accent", "okr_accent", "performance_accent")
TEXTS = [
    *((ink, ground) for ink in ("text", "muted") for ground in GROUNDS),
    *((ink, ground) for ink in ("text", "muted") for ground in ("soft", "okr_soft", "performance_soft")),
    *(("text", f"{tone}_soft") for tone in ("good", "warn", "bad")),
    *((tone, f"{tone}_soft") for tone in ("good", "warn", "bad")),
    *((tone, ground) for tone in ("good", "warn", "bad") for ground in ("window", "surface")),
    *((ink, ground) for ink in ACCENTS for ground in ("window", "surface")),
    *(("accent", ground) for ground in ("soft", "rail", "selection")),
    ("okr_accent", "okr_soft"),
    ("performance_accent", "performance_soft"),
    *(("on_accent", accent) for accent in ACCENTS),
    ("muted", "track"),
    *(("text", f"avatar_{hue}") for hue in ("sky", "leaf", "sand", "rose", "stone")),
]
MARKS = [
    *(("field_border", ground) for ground in ("window", "surface")),
    *((accent, "track") for accent in ACCENTS),
]


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    theme.apply(qapp, theme.theme_named("light"))


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2's contrast ratio, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(TEXTS, 4.5), (MARKS, 3.0)], ids=["text", "marks"])
def test_contrast(scheme: str, pairs: list[tuple[str, str]], least: float) -> None:
    look = theme.theme_named(scheme)
    faint = {pair: round(contrast(look.color(pair[0]), look.color(pair[1])), 2) for pair in pairs}
    assert {pair: ratio for pair, ratio in faint.items() if ratio < least} == {}


def test_a_mix_lays_one_colour_on_another(tmp_path: Path) -> None:
    look = load(tmp_path, LIGHT.replace('sunken = "slate 6% fog"', 'sunken = "ink 50% paper"'))
    assert look.roles["sunken"] == "#8C9098"


@pytest.mark.parametrize(
    ("written", "instead", "key"),
    [
        ('muted = "slate"', 'muted = "sleet"', "roles.muted"),
        ('muted = "slate"', 'muted = "slate 130% fog"', "roles.muted"),
        ('ink = "#1A2130"', 'ink = "#1A213"', "base.ink"),
        ('muted = "slate"\n', "", "roles.muted"),
        ("body = 10.5", "body = 0", "type.body"),
        ("card = 10", 'card = "round"', "radius.card"),
        ('scheme = "light"', "scheme = 3", "scheme"),
        ("[space]", "[spice]", "space"),
    ],
)
def test_an_error_names_file_and_key(tmp_path: Path, written: str, instead: str, key: str) -> None:
    with pytest.raises(Problem) as caught:
        load(tmp_path, LIGHT.replace(written, instead))
    assert "mine.toml" in str(caught.value)
    assert f"“{key}”" in str(caught.value)


def test_a_file_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"mine\.toml cannot be read"):
        load(tmp_path, "name = ")


def load(folder: Path, text: str) -> theme.Theme:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return theme.load_theme(path)


@pytest.mark.parametrize(
    ("choice", "system", "scheme"),
    [
        ("system", Qt.ColorScheme.Unknown, "light"),
        ("system", Qt.ColorScheme.Light, "light"),
        ("system", Qt.ColorScheme.Dark, "dark"),
        ("light", Qt.ColorScheme.Dark, "light"),
        ("dark", Qt.ColorScheme.Light, "dark"),
    ],
)
def test_the_users_choice_goes_before_the_systems(choice: str, system: Qt.ColorScheme, scheme: str) -> None:
    assert theme.effective_scheme(choice, system) == scheme


def test_choosing_another_scheme_dresses_the_application(dressed: QApplication) -> None:
    switch = theme.ThemeSwitch(dressed, "light")
    seen: list[theme.Theme] = []
    switch.changed.connect(seen.append)
    switch.choose("dark")
    assert theme.current().scheme == "dark"
    assert [look.scheme for look in seen] == ["dark"]
    assert dressed.palette().color(QPalette.ColorRole.Window) == theme.current().color("window")
    switch.choose("dark")
    assert len(seen) == 1


def test_the_style_sheet_leaves_the_placeholder_readable(dressed: QApplication) -> None:
    theme.apply(dressed, theme.theme_named("dark"))
    editor = QPlainTextEdit()
    editor.ensurePolished()
    assert editor.palette().color(QPalette.ColorRole.PlaceholderText) == theme.current().color("muted")


def test_an_icon_takes_the_colour_of_the_theme_by_itself(dressed: QApplication) -> None:
    target = icons.icon("target", "okr_accent")
    for scheme in ("light", "dark"):
        theme.apply(dressed, theme.theme_named(scheme))
        image = target.pixmap(QSize(32, 32)).toImage()
        painted = {image.pixelColor(x, y).name() for x in range(32) for y in range(32)}
        assert theme.current().color("okr_accent").name() in painted


def test_an_icon_is_crisp_on_a_dense_screen(qapp: QApplication) -> None:
    assert icons.icon("home").pixmap(QSize(18, 18), 2.0).size() == QSize(36, 36)


def test_every_icon_can_be_drawn(qapp: QApplication) -> None:
    names = [path.stem for path in (resources() / "icons").glob("*.svg")]
    assert len(names) >= 40
    for name in names:
        image = icons.icon(name).pixmap(QSize(24, 24)).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), name
