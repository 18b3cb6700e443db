"""The one short style sheet; everything in it comes from the theme.

What differs between the kinds of conversation hangs on the property `kind`, set on a page or on a single
control. Only frames, buttons and fields are styled here; the rest is painted, which is quicker.
"""

from string import Template

from desktop.views.theme_file import Theme

_SHEET = Template("""
QToolTip { background: $surface; color: $text; border: 1px solid $line; padding: 6px 8px; }
QScrollArea { background: transparent; border: none; }
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: ${card}px; }

QPushButton { min-height: 32px; padding: 0 ${l}px; border-radius: ${control}px;
    border: 1px solid $field_border; background: $surface; color: $text; font-weight: 500; outline: none; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $track; }
QPushButton:focus { border: 2px solid $accent; padding: 0 ${inner}px; min-height: 30px; }
QPushButton:disabled { color: $muted; background: $sunken; border: 1px solid $line; }
QPushButton[role="primary"] { background: $accent; border: 1px solid $accent; color: $on_accent;
    font-weight: 600; }
QPushButton[role="primary"]:hover { background: $accent_hover; }
QPushButton[role="primary"]:pressed { background: $accent_press; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="danger"] { background: $surface; border-color: $bad; color: $bad; font-weight: 600; }
QPushButton[role="danger"]:hover { background: $bad_soft; }
QPushButton[role="danger"]:focus { border: 2px solid $bad; }
QPushButton[role="quiet"], QPushButton[role="icon"] { background: transparent; border: 1px solid transparent;
    padding: 0 ${s}px; }
QPushButton[role="quiet"]:hover, QPushButton[role="icon"]:hover { background: $hover; }
QPushButton[role="quiet"]:focus, QPushButton[role="icon"]:focus { border: 2px solid $accent; padding: 0 7px; }
QPushButton[role="small"] { background: transparent; border: 1px solid transparent; min-height: 22px;
    padding: 0 ${s}px; color: $muted; font-size: ${caption}pt; }
QPushButton[role="small"]:hover { background: $surface; }
QPushButton[role="small"]:focus { border: 2px solid $accent; padding: 0 7px; min-height: 20px; }
QPushButton[role="icon"] { padding: 0; min-width: 32px; max-width: 32px; }
QPushButton[role="icon"]:focus { padding: 0; min-width: 30px; max-width: 30px; }
QPushButton[role="primary"]:disabled { background: $track; border: 1px solid $track; color: $muted; }

QLineEdit, QComboBox { min-height: 32px; padding: 0 9px; border: 1px solid $field_border;
    border-radius: ${control}px; background: $surface; }
QPlainTextEdit { padding: 6px; border: 1px solid $field_border; border-radius: ${control}px;
    background: $surface; }
QLineEdit:focus, QComboBox:focus { border: 2px solid $accent; padding: 0 8px; min-height: 30px; }
QPlainTextEdit:focus { border: 2px solid $accent; padding: 5px; }
QLineEdit[wrong="true"] { border-color: $bad; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: $sunken; }
QPlainTextEdit[private="true"] { background: $sunken; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line; padding: 4px; outline: none; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 6px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: $selection; color: $text; }

QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QCalendarWidget QToolButton { background: transparent; color: $text; border: 1px solid transparent;
    border-radius: ${control}px; min-height: 26px; padding: 0 6px; font-weight: 600; }
QCalendarWidget QToolButton:hover { background: $hover; }
QCalendarWidget QToolButton:focus { border-color: $accent; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QAbstractItemView { border: none; outline: none; }

QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 11px; }
QScrollBar:horizontal { height: 11px; }
QScrollBar::handle { background: $field_border; border-radius: 2px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")

_KIND = Template("""
QPushButton[role="primary"][kind="$kind"], *[kind="$kind"] QPushButton[role="primary"] {
    background: $accent; border-color: $accent; }
QPushButton[role="primary"][kind="$kind"]:hover, *[kind="$kind"] QPushButton[role="primary"]:hover {
    background: $accent_hover; }
QPushButton[role="primary"][kind="$kind"]:pressed, *[kind="$kind"] QPushButton[role="primary"]:pressed {
    background: $accent_press; }
QPushButton[role="primary"][kind="$kind"]:focus, *[kind="$kind"] QPushButton[role="primary"]:focus {
    border-color: $text; }
QPushButton[role="primary"][kind="$kind"]:disabled, *[kind="$kind"] QPushButton[role="primary"]:disabled {
    background: $track; border-color: $track; }
*[kind="$kind"] QPushButton[role="secondary"]:focus, *[kind="$kind"] QPushButton[role="quiet"]:focus,
*[kind="$kind"] QPushButton[role="small"]:focus, *[kind="$kind"] QPushButton[role="icon"]:focus,
*[kind="$kind"] QLineEdit:focus, *[kind="$kind"] QComboBox:focus, *[kind="$kind"] QPlainTextEdit:focus {
    border-color: $accent; }
""")


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of a theme."""
    tokens = {
        **theme.roles,
        "s": theme.space.s,
        "l": theme.space.l,
        "inner": theme.space.l - 1,
        "control": theme.radius.control,
        "card": theme.radius.card,
        "caption": theme.type.caption,
        **_pressed(theme, "accent"),
    }
    return _SHEET.substitute(tokens) + "".join(_kind_sheet(theme, kind) for kind in ("okr", "performance"))


def _kind_sheet(theme: Theme, kind: str) -> str:
    role = f"{kind}_accent"
    own = {**theme.roles, "kind": kind, "accent": theme.roles[role], **_pressed(theme, role)}
    return _KIND.substitute(own)


def _pressed(theme: Theme, role: str) -> dict[str, str]:
    """Return an accent under the mouse and pressed: darker in the light theme, lighter in the dark one."""
    accent = theme.color(role)
    step = (accent.darker(115), accent.darker(130))
    if theme.scheme == "dark":
        step = (accent.lighter(108), accent.lighter(114))
    return {"accent_hover": step[0].name(), "accent_press": step[1].name()}
