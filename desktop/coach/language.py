"""The language of a text, told by its small words."""

import re

UNKNOWN = "unknown"

_SMALL_WORDS = {
    "en": "the and of to is are was were you your he she his her they their that this with for on not so it we i an my"
    " because if when will has have by from be no as at our but which who what never always does did do",
    "de": "der die das und ist nicht sie er wir ihr ein eine einen mit auf für den dem des zu im wird wurde deshalb"
    " weil dass ich du dein deine sein seine auch aber von bei als wenn kein keine haben hat war",
    "it": "il lo gli la le di che è non per con un una del della nel sono ha hai perché quindi anche ma come se tu suo"
    " sua tuo tua i al alla dei delle questo questa",
    "fr": "le les la des du et est pas pour avec une un dans que qui vous tu nous sur ce cette au aux ne sont votre"
    " ton son sa ses elle il je a",
    "es": "el los las la de y es no por con una un en que se del su sus para al lo usted tu como pero más este esta",
    "nl": "de het een en is niet van voor met op zijn dat die te wordt jij je ik wij ook maar als heeft aan",
    "pt": "o os as a de e é não por com uma um em que do da no na para seu sua você como mas este esta foi",
}
_WORDS_OF = {code: frozenset(words.split()) for code, words in _SMALL_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[a-zA-Z]")
_LETTER = re.compile(r"[^\W\d_]")
_ENOUGH = 2000
_CHANCE = 1
"""So many small words of another language stand in an English sentence by chance."""


def language_of(text: str) -> str:
    """Return the code of the language of `text`; UNKNOWN for other scripts; a text too short to tell is English."""
    beginning = text[:_ENOUGH]
    letters, latin = len(_LETTER.findall(beginning)), len(_LATIN.findall(beginning))
    if letters and latin * 2 < letters:
        return UNKNOWN
    words = [word.lower() for word in _WORD.findall(beginning) if len(word) > 1]
    counts = {code: sum(word in small for word in words) for code, small in _WORDS_OF.items()}
    best = max(counts, key=lambda code: counts[code])
    return "en" if counts[best] <= max(counts["en"], _CHANCE) else best
