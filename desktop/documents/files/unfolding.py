"""A small file can unfold to gigabytes. How much a file holds is counted before any reader unfolds it.

The bytes themselves are searched, not the objects: the lists of objects can be packed as well.
"""

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from math import prod
from typing import Any

import pikepdf

from desktop.models.problems import Problem

_MOST = 64 * 1024 * 1024
"""Bytes that all streams of a file together may unfold to; a note has one or two million."""

_PIECE = 256 * 1024
_LAYERS = 4
"""How often the same bytes may be packed; beyond that they are not looked into."""

_STREAM = re.compile(rb"stream\s{0,8}(?=[\x08\x18\x28\x38\x48\x58\x68\x78])")
_ODD = re.compile(rb"LZW|RunLength|/RL\b|/[A-Za-z]*#[0-9A-Fa-f]{2}")
_COUNTED = ("/FlateDecode", "/Fl")
_FACTOR = {"/FlateDecode": 1032, "/Fl": 1032, "/LZWDecode": 1400, "/LZW": 1400, "/RunLengthDecode": 64, "/RL": 64}
"""By how much each kind of packing can grow; all others are pictures, or make less of it."""


def refuse_bomb(pdf: bytes) -> None:
    """Raise Problem if what is packed in a file is far more than a note can hold."""
    left = _MOST
    for found in _STREAM.finditer(pdf):
        for length in _lengths(pdf, found.end()):
            left -= length
            if left < 0:
                raise _problem()
    if _ODD.search(pdf):
        _refuse_odd_packing(pdf)


def _refuse_odd_packing(pdf: bytes) -> None:
    """Raise Problem if a stream is packed in a way that cannot be counted here, and could be large."""
    with suppress(pikepdf.PdfError, pikepdf.PasswordError), pikepdf.open(BytesIO(pdf)) as opened:
        for found in opened.objects:
            if isinstance(found, pikepdf.Stream) and _could_unfold_to(found) > _MOST:
                raise _problem()


def _could_unfold_to(stream: pikepdf.Stream) -> int:
    names = _filters(stream)
    if all(name in _COUNTED for name in names):
        return 0
    return len(stream.read_raw_bytes()) * prod(_FACTOR.get(name, 1) for name in names)


def _problem() -> Problem:
    return Problem("This file unfolds to far more than a note can hold; it may be made to do harm.")


def _filters(stream: Any) -> list[str]:
    value = stream.get("/Filter")
    if value is None:
        return []
    return [str(name) for name in value] if isinstance(value, pikepdf.Array) else [str(value)]


def _lengths(pdf: bytes, start: int) -> Iterator[int]:
    """Yield the lengths of the pieces that the stream at `start` unfolds to, and of what those unfold to in turn."""
    layers = [zlib.decompressobj() for _ in range(_LAYERS)]
    for at in range(start, len(pdf), _PIECE):
        yield from _fed(layers, pdf[at : at + _PIECE])
        if not layers or layers[0].eof:
            return


def _fed(layers: "list[zlib._Decompress]", piece: bytes) -> Iterator[int]:
    """Unfold one piece through all layers; a layer that cannot read it is taken away with those above it."""
    if not layers:
        return
    above = layers[1:]
    while piece and not layers[0].eof:
        try:
            out = layers[0].decompress(piece, _PIECE)
        except zlib.error:
            layers.clear()
            return
        yield len(out)
        yield from _fed(above, out)
        piece = layers[0].unconsumed_tail
    layers[1:] = above
