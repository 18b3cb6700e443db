"""The look the window wears: one palette, one font, one short style sheet.

Widgets ask `current()` while they paint, so that a change of theme needs nobody's help.
"""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from desktop.places import resources
from desktop.views.style_sheet import style_sheet
from desktop.views.theme_file import Theme, load_theme

__all__ = [
    "NEUTRAL",
    "Theme",
    "ThemeSwitch",
    "accent_role",
    "apply",
    "current",
    "effective_scheme",
    "load_theme",
    "soft_role",
    "theme_named",
]

NEUTRAL = "neutral"
FALLBACK_FAMILIES = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans", "Noto Color Emoji")


def accent_role(kind: str) -> str:
    """Return the role of the accent colour of a kind ("okr", "performance", anything else is neutral)."""
    return f"{kind}_accent" if kind in ("okr", "performance") else "accent"


def soft_role(kind: str) -> str:
    """Return the role of the soft tint of a kind."""
    return f"{kind}_soft" if kind in ("okr", "performance") else "soft"


def theme_named(scheme: str) -> Theme:
    """Return the theme shipped for a scheme, "light" or "dark"."""
    return load_theme(resources() / "themes" / f"{scheme}.toml")


def current() -> Theme:
    """Return the theme the application wears; the light one before any was applied."""
    if not _worn:
        _worn.append(theme_named("light"))
    return _worn[0]


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the application: one palette, one font, one short style sheet."""
    _worn[:] = [theme]
    app.setPalette(palette_of(theme))
    app.setFont(_font(app, theme))
    app.setStyleSheet(style_sheet(theme))


def palette_of(theme: Theme) -> QPalette:
    """Return the palette that Fusion paints with."""
    palette = QPalette()
    for group, pairs in _PALETTE.items():
        for color_role, role in pairs.items():
            palette.setColor(group, color_role, theme.color(role))
    return palette


class ThemeSwitch(QObject):
    """Keeps the application in the scheme the user chose, or in the system's as it changes.

    Signals:
        changed(Theme): another theme was applied.
    """

    changed = Signal(object)

    def __init__(self, app: QApplication, choice: str = "system") -> None:
        """Apply the theme for `choice`: "light", "dark", or "system" to follow the system."""
        super().__init__(app)
        self._app = app
        self._choice = choice
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self._wear()

    @property
    def choice(self) -> str:
        """What the user chose: "system", "light" or "dark"."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Follow another choice from now on."""
        self._choice = choice
        self._follow()

    def _follow(self) -> None:
        if effective_scheme(self._choice, self._app.styleHints().colorScheme()) != current().scheme:
            self._wear()

    def _wear(self) -> None:
        theme = theme_named(effective_scheme(self._choice, self._app.styleHints().colorScheme()))
        apply(self._app, theme)
        self.changed.emit(theme)


def effective_scheme(choice: str, system: Qt.ColorScheme) -> str:
    """Return "light" or "dark": the user's choice, else the system's, else light."""
    if choice in ("light", "dark"):
        return choice
    return "dark" if system is Qt.ColorScheme.Dark else "light"


_worn: list[Theme] = []
_C = QPalette.ColorRole
_COMMON = {
    _C.Window: "window",
    _C.WindowText: "text",
    _C.Base: "surface",
    _C.AlternateBase: "sunken",
    _C.Text: "text",
    _C.PlaceholderText: "muted",
    _C.Button: "surface",
    _C.ButtonText: "text",
    _C.BrightText: "on_accent",
    _C.Highlight: "accent",
    _C.HighlightedText: "on_accent",
    _C.Accent: "accent",
    _C.Link: "accent",
    _C.LinkVisited: "accent",
    _C.ToolTipBase: "surface",
    _C.ToolTipText: "text",
    _C.Light: "surface",
    _C.Midlight: "hover",
    _C.Mid: "line",
    _C.Dark: "field_border",
    _C.Shadow: "line",
}
_G = QPalette.ColorGroup
_PALETTE: Mapping[QPalette.ColorGroup, Mapping[QPalette.ColorRole, str]] = {
    _G.Active: _COMMON,
    _G.Inactive: _COMMON,
    _G.Disabled: {**_COMMON, _C.WindowText: "muted", _C.Text: "muted", _C.ButtonText: "muted"},
}


def _font(app: QApplication, theme: Theme) -> QFont:
    font = QFont(app.font())
    families = [font.family(), *(name for name in FALLBACK_FAMILIES if name != font.family())]
    font.setFamilies(families)
    font.setPointSizeF(theme.type.body)
    return font
