"""The vocabulary every screen is built from.

`kind` is "okr", "performance" or "neutral": set it once on the page (`page.set_kind`) and everything inside
takes its accent. `tone` is "info", "good", "warn" or "bad". Widgets with a `key` send it with their signal,
so that slots stay bound methods. Text that was put there sends no `edited`. All words are plain text.

Words
    Text(text, role)                   h1 h2 prompt strong value body muted caption error; set_ink(role)
    Elided(text, role)                 one line, cut with "…", whole in the tooltip
    Icon(name, role, size)             set_icon(name, role) · tip(widget, text) plain tooltip
Buttons · clicked, chosen(key)
    primary, secondary, quiet, danger  (label, icon="", kind="", key="")
    icon_button(icon, name, key="")    name is tooltip and accessible name
Structure
    Page(title, icon, kind, subtitle)  set_title set_subtitle set_kind(kind, icon) set_avatar add_action add_top
                                       add(w, stretch) add_context show_context(shown)
                                       add_footer(w, right) show_footer(shown)
                                       show_notice(notice|None) show_banner(banner|None)
                                       scroll_to_top focus_content reveal(widget)
    Section(title, hint, action)       add set_title set_hint · Card() add
    Columns(*widgets, min_width)       beside, or below where narrow · set_widgets
    Rows(spacing)                      set_widgets (the old ones are deleted) · add · count
    row(*items), column(*items)        widget, int = gap, None = stretch
    Facts([(label, value)])            set_pairs
    Rail([RailEntry(key, label, icon, bottom)])   chosen(key) · set_current(key) · fit(window_width, context)
    PromptCard()                       set_prompt(prompt, purpose, avoid, count, about) · set_compact(compact)
    Stepper()                          set_steps([(title, state)]) done current skipped open · chosen(index)
Fields · set_label set_hint set_error("" clears) error text set_text edited(text)
    VoiceField(label, hint, min_lines, max_lines)   set_text(key, text) writes only for another
                                       key · set_placeholder set_read_only editor
    NoteField(...)                     the same, private, with a lock
    LineField(label, hint, placeholder, secret)     committed() · set_read_only set_secret
    AreaField(label, hint, placeholder, min_lines, max_lines)
    DateField(label, hint)             value() -> date | None; says itself when the text is no day
    NumberField(label, hint, unit)     value() -> Decimal | None; set_unit
    ChoiceField(label, [(key, label)], hint), RadioField(...)   chosen(key) key()
                                       set_options(options, key) set_key
    Tick(label)                        ticked(bool) · isChecked setChecked
    SignaturePad()                     changed() · strokes() put(strokes) clear() undo() set_read_only
Small things
    Banner(tone, text, action, dismissable)         acted() dismissed()
    EmptyState(icon, sentence, action, kind)        acted()
    ListRow(key, title, subtitle, icon, avatar, kind, trailing, below)   chosen(key) · set_selected
    Excerpt(text, marks)               what a search found, with what fits marked
    Avatar(name, size) set_name · Chip(text, icon, tone) set_chip · kind_chip(kind)
    SavedLine()                        saving() saved("14:02") failed(reason) clear() text()
    TalkTimer()                        set_minutes(n) begin(seconds) pause() is_running() elapsed_seconds()
    Bar(fraction, mark, name, kind)    set_bar(fraction, mark, name)
    Question(parent, title, text, verb, keep, dangerous)          connect accepted, then open()
    announce(widget, text, urgent)     lets a screen reader say it
"""

from desktop.views.widgets.announce import announce
from desktop.views.widgets.area_field import AreaField
from desktop.views.widgets.avatar import Avatar
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.bar import Bar
from desktop.views.widgets.boxes import Card, Columns, Facts, Rows, Section, column, row
from desktop.views.widgets.button import Button, danger, icon_button, primary, quiet, secondary
from desktop.views.widgets.chip import Chip, kind_chip
from desktop.views.widgets.choice_field import ChoiceField, RadioField
from desktop.views.widgets.editor import Editor
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.excerpt import Excerpt
from desktop.views.widgets.icon_mark import Icon
from desktop.views.widgets.kinds import set_kind
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.list_row import ListRow
from desktop.views.widgets.option import Tick
from desktop.views.widgets.page import Page
from desktop.views.widgets.prompt_card import PromptCard
from desktop.views.widgets.question import Question
from desktop.views.widgets.rail import Rail, RailEntry
from desktop.views.widgets.saved_line import SavedLine
from desktop.views.widgets.signature_pad import SignaturePad
from desktop.views.widgets.stepper import Stepper
from desktop.views.widgets.talk_timer import TalkTimer
from desktop.views.widgets.text import Elided, Text, tip
from desktop.views.widgets.typed_field import DateField, NumberField
from desktop.views.widgets.voice_field import NoteField, VoiceField

__all__ = [
    "AreaField",
    "Avatar",
    "Banner",
    "Bar",
    "Button",
    "Card",
    "Chip",
    "ChoiceField",
    "Columns",
    "DateField",
    "Editor",
    "Elided",
    "EmptyState",
    "Excerpt",
    "Facts",
    "Icon",
    "LineField",
    "ListRow",
    "NoteField",
    "NumberField",
    "Page",
    "PromptCard",
    "Question",
    "RadioField",
    "Rail",
    "RailEntry",
    "Rows",
    "SavedLine",
    "Section",
    "SignaturePad",
    "Stepper",
    "TalkTimer",
    "Text",
    "Tick",
    "VoiceField",
    "announce",
    "column",
    "danger",
    "icon_button",
    "kind_chip",
    "primary",
    "quiet",
    "row",
    "secondary",
    "set_kind",
    "tip",
]
