"""The order in which a line of mixed directions is drawn (Unicode Annex 9), its Arabic letters joined.

python-bidi does the work step by step; two things are added to it: brackets are kept as pairs (rule N0), which it does
not know, and a character that this Python's Unicode tables do not know counts as a symbol.
"""

from typing import Any

from arabic_reshaper import ArabicReshaper
from bidi import algorithm

_joining = ArabicReshaper(configuration={"delete_harakat": False})
_PAIRS = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "（": "）", "「": "」", "『": "』", "【": "】"}
_AS_RIGHT = ("R", "EN", "AN")
LAM_ALEF = range(0xFEF5, 0xFEFD)
LAM = "\u200c"
"""Drawn right of a joined lam-alef: it has no width and is read as the lam (see `unicode_maps`)."""


def is_bidirectional(text: str) -> bool:
    """Whether `text` holds anything that is read from right to left."""
    return any(algorithm.bidirectional(char) in ("R", "AL", "AN") for char in text)


def runs_right_to_left(text: str) -> bool:
    """Whether the line as a whole does, as its first strong character says (rule P2)."""
    first = next((kind for kind in map(algorithm.bidirectional, text) if kind in ("L", "R", "AL")), "L")
    return first != "L"


def visual(line: str, rtl: bool) -> str:
    """Return `line` in the order in which it is drawn from left to right; its base direction is `rtl`."""
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = int(rtl), "R" if rtl else "L"
    algorithm.get_embedding_levels(_joining.reshape(line), storage)
    for char in storage["chars"]:
        char["type"] = char["orig"] = char["type"] or "ON"
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _resolve_brackets(storage["chars"], storage["base_dir"])
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    algorithm.reorder_resolved_levels(storage, False)
    algorithm.apply_mirroring(storage, False)
    return "".join(char["ch"] + LAM * (ord(char["ch"]) in LAM_ALEF) for char in storage["chars"])


def _resolve_brackets(chars: list[dict[str, Any]], base: str) -> None:
    """Give both brackets of a pair one direction: that of the line if anything inside has it, else of what is before.

    There is one level only, because marks that embed are not drawn (rule N0, b to d).
    """
    for start, end in _pairs(chars):
        inside = {_strong(char["type"]) for char in chars[start + 1 : end]} - {""}
        if inside:
            before = next(filter(None, (_strong(char["type"]) for char in reversed(chars[:start]))), base)
            kind = base if base in inside else before
            chars[start]["type"] = chars[end]["type"] = kind


def _pairs(chars: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """Return where brackets open and close, in the order of opening (rule BD16)."""
    waiting: list[tuple[str, int]] = []
    found = []
    for at, char in enumerate(chars):
        if char["ch"] in _PAIRS:
            waiting.append((_PAIRS[char["ch"]], at))
            continue
        match = next((n for n in range(len(waiting) - 1, -1, -1) if waiting[n][0] == char["ch"]), None)
        if match is not None:
            found.append((waiting[match][1], at))
            del waiting[match:]
    return sorted(found)


def _strong(kind: str) -> str:
    return "R" if kind in _AS_RIGHT else kind if kind == "L" else ""
