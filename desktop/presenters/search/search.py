"""The search screen: where did we say that?

Opened from a performance conversation it asks the performance room and what is common, and nothing else: what holds
a score cannot be found from there.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from desktop.flows.searching import search
from desktop.i18n import _, ngettext
from desktop.models.guide import Kind
from desktop.models.people import first_name
from desktop.models.search import NOWHEN, PAGE, Found, Hit, Query, Snippet
from desktop.presenters.destination import Destination, Place
from desktop.presenters.notice import Notice, Tone
from desktop.presenters.search.search_hits import leads_to
from desktop.presenters.search.search_words import GROUPS, ICONS, group_names, source_name, standing_name
from desktop.wording import beside, day

if TYPE_CHECKING:
    from desktop.storage.vault import Vault

HOME = Destination(Place.HOME)


@dataclass(frozen=True, slots=True)
class HitRow:
    """One hit: whose or what, what it is, the words with what fits marked; `kind` tints it, "" for neither."""

    title: str
    about: str
    snippet: Snippet
    icon: str
    kind: str
    when: str


@dataclass(frozen=True, slots=True)
class SearchScreen:
    """What is looked for and what was found. `selected` is the row that Enter opens, -1 for none.

    `scope` says that only a part is searched, "" if all is. Choices are (key, label). `waiting` says that not
    everything is in the index yet, `more` what the button says that shows more ("" for none).
    """

    title: str
    kind: str
    scope: str
    text: str
    people: tuple[tuple[str, str], ...]
    person: str
    groups: tuple[tuple[str, str], ...]
    group: str
    start: date | None
    end: date | None
    summary: str
    waiting: str
    rows: tuple[HitRow, ...]
    selected: int
    more: str
    empty: str
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, and for which question."""

    query: Query
    limited: bool
    limit: int
    found: Found


class SearchPresenter:
    """Asks the rooms on a worker, and shows the newest answer."""

    def __init__(self, vault: "Vault") -> None:
        self._vault = vault
        self._query = Query("")
        self._group = ""
        self._limited = False
        self._origin = HOME
        self._limit = PAGE
        self._found: Found | None = None
        self._selected = 0
        self._names: dict[str, str] = {}

    def open(self, origin: Destination = HOME) -> SearchScreen:
        """Show the search as it was left; `origin` is where it was opened. From performance, that room alone is asked.

        What is new since the last rest is brought into the index meanwhile.
        """
        limited = origin.kind == str(Kind.PERFORMANCE)
        if limited is not self._limited:
            self._group, self._found = "", None
            self._query = replace(self._query, sources=())
        self._limited, self._origin = limited, origin
        self._names = {person.uid: person.name for person in self._vault.people.people()}
        if self._query.person_uid not in self._names:
            self._query = replace(self._query, person_uid="")
        self._vault.writer.index_soon()
        return self._screen()

    def type(self, text: str) -> SearchScreen:
        """Look for `text`."""
        return self._ask(replace(self._query, text=text))

    def choose_person(self, uid: str) -> SearchScreen:
        """Look for one person's texts alone, or everybody's with ""."""
        return self._ask(replace(self._query, person_uid=uid))

    def choose_group(self, group: str) -> SearchScreen:
        """Look for one kind of text alone, or all with ""."""
        self._group = group
        return self._ask(replace(self._query, sources=GROUPS[group]))

    def choose_days(self, start: date | None, end: date | None) -> SearchScreen:
        """Look at the days from `start` to `end` alone, both included; None leaves that side open."""
        return self._ask(replace(self._query, start=start, end=end))

    def show_more(self) -> SearchScreen:
        """Ask for more of the same; the job has to run again."""
        self._limit += PAGE
        return self._screen()

    def move(self, steps: int) -> SearchScreen:
        """Select another row, that many further down."""
        count = len(self._found.hits) if self._found else 0
        self._selected = max(0, min(count - 1, self._selected + steps))
        return self._screen()

    def job(self) -> Callable[[], Answer]:
        """Return what finds the answer to the question as it is now: a worker's."""
        vault, query, limited, limit = self._vault, self._query, self._limited, self._limit
        kinds = (Kind.PERFORMANCE,) if limited else tuple(Kind)
        return lambda: Answer(query, limited, limit, search(vault, query, kinds, limit))

    def found(self, answer: Answer) -> SearchScreen:
        """Show an answer, unless the question has changed since."""
        if (answer.query, answer.limited, answer.limit) == (self._query, self._limited, self._limit):
            self._found = answer.found
            self._selected = max(0, min(self._selected, len(answer.found.hits) - 1))
        return self._screen()

    def failed(self, sentence: str) -> SearchScreen:
        """Show why nothing could be looked for."""
        return replace(self._screen(), notice=Notice(Tone.BAD, sentence))

    def choose(self, number: int | None = None) -> Destination | None:
        """Return where a row leads (None: the selected one), None if there is none; raise Problem if it has gone."""
        hits = self._found.hits if self._found else ()
        at = self._selected if number is None else number
        return leads_to(self._vault, hits[at], self._origin) if 0 <= at < len(hits) else None

    def _ask(self, query: Query) -> SearchScreen:
        if query != self._query:
            self._query, self._limit, self._selected = query, PAGE, 0
            if not query.words:
                self._found = None
        return self._screen()

    def _screen(self) -> SearchScreen:
        found = self._found or Found()
        return SearchScreen(
            title=_("Search"),
            kind=str(Kind.PERFORMANCE) if self._limited else "",
            scope=self._scope(),
            text=self._query.text,
            people=(("", _("Everybody")), *sorted(self._names.items(), key=lambda item: item[1].casefold())),
            person=self._query.person_uid,
            groups=group_names(self._limited),
            group=self._group,
            start=self._query.start,
            end=self._query.end,
            summary=self._summary(found),
            waiting=_waiting(found.waiting),
            rows=tuple(self._row(hit) for hit in found.hits),
            selected=self._selected if found.hits else -1,
            more=_("Show more") if found.more else "",
            empty="" if found.hits else self._empty(),
        )

    def _scope(self) -> str:
        if not self._limited:
            return ""
        return _(
            "Opened from a performance conversation: performance conversations, people and shared facts are searched. "
            "OKRs and their conversations are not, on purpose."
        )

    def _summary(self, found: Found) -> str:
        count = len(found.hits)
        if not count:
            return ""
        if found.more:
            return _("The newest {n} that fit").format(n=count)
        return ngettext("{n} place", "{n} places, the newest first", count).format(n=count)

    def _empty(self) -> str:
        if not self._query.words:
            return (
                _(
                    "Type a word, or the beginning of one. What was said and noted, commitments, answers, examples, "
                    "OKRs and people are searched; capitals and accents do not matter."
                )
                if not self._limited
                else _(
                    "Type a word, or the beginning of one. What was said and noted in performance conversations, "
                    "commitments, answers, examples, shared facts and people are searched."
                )
            )
        if self._found is None:
            return _("Searching…")
        return self._nothing()

    def _nothing(self) -> str:
        where = _("in performance conversations, shared facts and people") if self._limited else _("in the whole vault")
        told = _("Nothing {where} has all of “{text}”.").format(where=where, text=self._query.text.strip()[:80])
        if self._query != Query(self._query.text):
            return f"{told} " + _("Your filters leave some of it out: try without them.")
        return f"{told} " + _("Try fewer or shorter words.")

    def _row(self, hit: Hit) -> HitRow:
        name = self._names.get(hit.person_uid, "")
        what = source_name(hit.source, first_name(name) if name else "")
        return HitRow(
            title=name or what,
            about=beside(what if name else "", standing_name(hit)),
            snippet=hit.snippet,
            icon=ICONS[hit.source],
            kind=str(hit.kind or ""),
            when=day(hit.day) if hit.day != NOWHEN else "",
        )


def _waiting(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "{n} conversation or entry is still being read in, so not everything can be found yet.",
        "{n} conversations and entries are still being read in, so not everything can be found yet.",
        count,
    ).format(n=count)
