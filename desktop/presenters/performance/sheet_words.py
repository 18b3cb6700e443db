"""What a returned preparation sheet turned out to be, in words."""

from desktop.flows.performance.sheet_return import SheetArrival, SheetHome
from desktop.i18n import _
from desktop.presenters.notice import Notice, Tone


def arrival_notice(home: SheetHome, name: str) -> Notice:
    """Return what to say of a sheet that came back from the person called `name`."""
    tone, sentence = {
        SheetArrival.FIRST: (
            Tone.GOOD,
            _("The sheet of {name} is here. The words stand beside the questions; nobody signed them."),
        ),
        SheetArrival.NEWER: (
            Tone.GOOD,
            _("This sheet of {name} is newer than the one before, so its words are shown. The earlier one is kept."),
        ),
        SheetArrival.OLDER: (
            Tone.INFO,
            _("This sheet of {name} was saved before the one that is shown. It is kept; the newer words stay."),
        ),
        SheetArrival.KNOWN: (Tone.INFO, _("You have this sheet of {name} already.")),
        SheetArrival.EMPTY: (
            Tone.WARN,
            _("Nothing is written on this sheet. Ask {name} to save the file after typing and send it again."),
        ),
    }[home.arrival]
    return Notice(tone, sentence.format(name=name))
