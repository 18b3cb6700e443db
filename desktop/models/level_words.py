"""The words for levels and scores in a pay plan's threshold, in English, German and Italian.

What is found is pointed out and may stand with a reason; words that only look like it ("target audience", "time zone")
are left out first.
"""

import re
from collections.abc import Iterator, Mapping

from desktop.models.figures import plain

_HARMLESS = re.compile(
    r"\btarget(?:ed)? (?:audience|group|market|language|customer|user|segment|account|date|compan(?:y|ie)|school|region"
    r"|countr(?:y|ie)|platform|system|architecture|state|cost)s?\b"
    r"|\b(?:pubblico|client[ei]|gruppo|mercato|data|aziende) (?:di )?(?:target|obiettivo)\b"
    r"|\b(?:git|code)[ -]commits?\b|\bstretch (?:assignment|break|wrap|film|exercise)s?\b"
    r"|\b(?:time|comfort|delivery|climate|parking|pedestrian|school|tariff|safety|loading) zones?\b"
    r"|\b(?:service|sea|stock|inventory|water|noise|skill|energy|entry|grade|sound|pressure|fill)[ -]levels?\b"
    r"|\b(?:nps|csat|ces|promoter|satisfaction|effort|credit|risk|lighthouse|quality|engagement|test)[ -]scores?\b"
    r"|\bzon[ae] (?:a traffico|di consegna|oraria|climatica)\b|\blivello di (?:servizio|scorta|rumore)\b",
    re.IGNORECASE,
)
_OF_LEVEL = r"(?:[ -]?(?:levels?|niveaus?|stufen?|zonen?|zones?|werte?n?s?|marken?|ziele?s?|results?))?"
_LEVELS = {
    "commit": re.compile(rf"\bcommit(?:ted)?{_OF_LEVEL}\b|\b(?:livello|zona|soglia) (?:di )?commit\b", re.IGNORECASE),
    "stretch": re.compile(rf"\bstretch{_OF_LEVEL}\b|\b(?:livello|zona|soglia) (?:di )?stretch\b", re.IGNORECASE),
    "target": re.compile(
        rf"\btargets?{_OF_LEVEL}\b|\bziel(?:e[ns]?|s|(?:wert|marke|zone|stufe|niveau|vorgabe|erreichung)\w*)?\b"
        r"|\bobiettiv[oi]\b|\bgoal[ -](?:achievement|attainment)\b"
        r"|\b(?:reach|meet|met|hit|achiev|exceed|fulfil)\w* (?:the |its |their |our |your |all |every )?goals?\b",
        re.IGNORECASE,
    ),
}
_SCORE = re.compile(
    r"\bkey[ -]results?\b|\bof (?:the )?(?:krs|okrs?)\b|\bscor(?:es?|ed|ing)\b|\b\w*schlüsselergebnis\w*"
    r"|\brisultat[io] chiave\b|\bpunktzahl(?:en)?\b|\bpunteggi[o]?\b|\bzon(?:es?|en|a)\b"
    r"|\b(?:the|an?|each|every|any|all|next|top|highest|upper|lowest|lower|first|second|third|middle) levels?\b"
    r"(?! of\b)"
    r"|\b(?:per|pro|je|by) (?:level|stufe|livello)\b|\b(?:level|stufe|livello) (?:\d|[ivx]+\b)"
    r"|\b(?:die|der|eine?r?|jede[rn]?|nächste[nr]?|oberste[nr]?|höchste[nr]?|unterste[nr]?|erste[nr]?|zweite[nr]?"
    r"|dritte[nr]?) stufen?\b"
    r"|\b(?:il|un|ogni|primo|secondo|terzo|prossimo|massimo) livello\b",
    re.IGNORECASE,
)


def told_level(text: str, unit: str) -> tuple[str, str] | None:
    """Return the first words that name a level, else a score, with which: "commit", "target", "stretch" or "score".

    A word of the `unit` itself ("commits") names nothing.
    """
    read = _HARMLESS.sub(lambda match: " " * len(match.group()), plain(text, unit))
    own = unit.casefold().split()
    for named in (_LEVELS, {"score": _SCORE}):
        found = [each for each in _all(read, named) if each[1].casefold() not in own]
        if found:
            return min(found)[1:]
    return None


def _all(text: str, named: Mapping[str, re.Pattern[str]]) -> Iterator[tuple[int, str, str]]:
    for level, pattern in named.items():
        for match in pattern.finditer(text):
            yield match.start(), match.group().strip(), level
