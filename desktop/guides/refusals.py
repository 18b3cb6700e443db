"""What no guide may say: blanks that nobody fills in and, on the performance side, questions for a score.

The promise that no score reaches a performance conversation is kept by structure (a performance guide has no
answer type that could hold one). The words are checked on top of that, in English only, so that a firm's own
guide does not ask aloud for what the form leaves out.
"""

import re
import unicodedata

_PLACEHOLDER = re.compile(
    r"\{\{[^}]*\}?\}?|\$?\{[^{}]*\}|%\(\w*\)\w?|\$[A-Za-z_]\w*|<%.*?%>|\[\[.*?\]\]"
    r"|<[A-Za-z_][\w. -]{2,}>|%[A-Za-z_]\w*%"
)

_OTHER_THINGS = re.compile(
    r"""(nps|net\s+promoter|lighthouse|csat|satisfaction|engagement|credit|quality|audit|test|risk|usability
         |accessibility)[\s-]+scores?
      | (app|app\s+store|guest|star|user|customer)[\s-]+ratings?
      | target(ed)?[\s-]+(audience|group|market|customer|user|reader|language|date|state|operating\s+model)s?
      | git\s+commits? | stretch(ing)?[\s-]+(assignment|project|role|task|opportunit)(s|y|ies)?
      | (comfort|time|safety|danger|quiet|focus|war)[\s-]+zones?
      | (team|company|individual|personal|department)[\s-]+level""",
    re.VERBOSE,
)
"""Words that sound like a score and are none."""

_KEY_RESULT = r"(?:\bkrs?[\s-]?\d*\b|\bkey[\s-]+results?\b|\bokrs?\b|\bobjectives?\b)"
_LEVEL = r"(?:commit|targets?|stretch)(?![\s-]+(?:to|you|your|yourself|my|our|us|the|further|into|beyond)\b)\b"
_SMALL = r"(?:(?:all|of|the|your|our|my|its|their|his|her|a|any|this|that|these|each|every|on|in|at|past|to)\s+)*"
_DONE = r"(?:reach|hit|met|meet|miss|achiev|attain|fulfil|complet|beat|exceed|surpass)\w*"

_SCORE = re.compile(
    rf"""\b(?:re-?)?scor(?:e|es|ed|ing)\b
      | \bzones?\b
      | \b(?:{_DONE}|clear|land|get|got|above|below|at|past|beyond|under|over|short\sof)\s+
        {_SMALL}["“'‘]?{_LEVEL}
      | \b(?:commit|target|stretch)[\s-]+(?:level|threshold|value|mark|line|number)s?\b
      | \bcommit\s*(?:,|/|and|or)+\s*target | \btarget\s*(?:,|/|and|or|\s)+\s*stretch
      | \b{_DONE}\s+{_SMALL}(?:\d+\s+)?{_KEY_RESULT}
      | (?:{_KEY_RESULT}|\btargets?)(?:\s+\w+)?\s+(?:did|have|has|were|was)\s+
        (?:(?:you|we|not|fully|all)\s+)*{_DONE}
      | \btargets?\s+(?:met|reached|hit|missed|achieved)\b""",
    re.VERBOSE,
)
_GRADING = re.compile(
    rf"""\bconfiden(?:t|ce)\b | \blevels?\b | \bthresholds?\b | \bgrad(?:e|es|ed|ing)\b | \brat(?:ed|ings?)\b
      | \brate\s+(?:the|your|our|each|this|every|key|kr|okr) | \bpercent(?:age)?\b | %
      | \b(?:red|amber|green)\b | \btraffic\s+light | \b(?:on|off)[\s-]track\b | \battain | \bcompletion\b
      | \blikel(?:y|ihood)\b | \bhow\s+(?:sure|certain|many\s+points)\b
      | \bhow\s+(?:many|much|far|well)\b.*\b{_DONE} | \bhow\s+successful\b | \bfail(?:ed|ure)?\b
      | \b[01][.,]\d+\b | \b0\s*(?:-|–|to)\s*10?\b | \b{_LEVEL}""",
    re.VERBOSE,
)
"""Harmless words that ask for a score as soon as a key result stands beside them."""

_SAME_THING = re.compile(r"\b(?:it|they|them|those|these|this one)\b")
_NOT = re.compile(r"\b(?:no|not|never|neither|nor|without|apart from|stay out|stays out)\b|n['’]t\b")


def placeholder_in(text: str) -> str:
    """Return the first blank of a template in `text`, such as "{score}" or "${name}"; "" if there is none."""
    found = _PLACEHOLDER.search(text)
    return found.group() if found else ""


def control_in(text: str) -> bool:
    """Tell whether `text` holds a character that cannot be shown (line breaks and tabs can)."""
    return any(unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\t" for sign in text)


def score_in(text: str, *, telling: bool = False) -> str:
    """Return the words of `text` that ask for a key result's score, zone, level or confidence; "" if none.

    With `telling`, a sentence that says what is *not* asked ("No score belongs here.") is no question for it.
    """
    for sentence in _sentences(text):
        excused = telling and not sentence.endswith("?") and _NOT.search(sentence)
        found = None if excused else _asked(_OTHER_THINGS.sub("…", sentence))
        if found:
            return found.group().strip()
    return ""


def _asked(sentence: str) -> re.Match[str] | None:
    beside = re.search(_KEY_RESULT, sentence)
    return _SCORE.search(sentence) or (_GRADING.search(sentence) if beside else None)


def _sentences(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text).lower()
    parts = [part.strip() for part in re.split(r"(?<=[.!?])\s+|\n{2,}", plain) if part.strip()]
    joined: list[str] = []
    for part in parts:
        # "Think of KR2. What level did it reach?" is one question in two sentences.
        if joined and _SAME_THING.search(part):
            joined[-1] = f"{joined[-1]} {part}"
        else:
            joined.append(part)
    return joined
