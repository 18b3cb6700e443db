"""Words of the interface in the language of the user.

The standard library's gettext, so that presenters and documents have words without Qt. `use_language` is called
once at start; until then every sentence stays as written (English).
"""

import gettext
from pathlib import Path

from desktop.models.problems import Problem

_translation: gettext.NullTranslations = gettext.NullTranslations()


def use_language(code: str, locale_folder: Path) -> None:
    """Load the catalogue of `code` (such as "de"); an unknown language leaves English in place."""
    global _translation
    _translation = gettext.translation("duologue", locale_folder, languages=[code], fallback=True)


def _(sentence: str) -> str:
    """Return `sentence` in the user's language."""
    return _translation.gettext(sentence)


def ngettext(one: str, many: str, count: int) -> str:
    """Return `one` or `many`, whichever the language uses for `count`."""
    return _translation.ngettext(one, many, count)


def say(problem: Problem) -> str:
    """Return the sentence of `problem` in the user's language."""
    return _(problem.sentence).format(**problem.facts) if problem.facts else _(str(problem))
