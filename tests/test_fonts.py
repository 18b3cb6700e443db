"""The bundled fonts: embeddable by ReportLab, and together able to show what people type."""

import re
import unicodedata
from functools import cache
from pathlib import Path

import arabic_reshaper
import pytest
from fontTools.ttLib import TTFont

from desktop.places import resources

FILES = sorted((resources() / "fonts").glob("*.ttf"))


@cache
def _signs(name: str) -> set[int]:
    with TTFont(resources() / "fonts" / name, lazy=True) as font:
        return set(font.getBestCmap())


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.name))
def test_a_font_is_static_has_truetype_outlines_and_may_be_embedded(path: Path) -> None:
    with TTFont(path, lazy=True) as font:
        assert "glyf" in font
        assert "fvar" not in font
        assert font["OS/2"].fsType == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("NotoSans-Regular.ttf", "Zażółć gęślą jaźń ŁŚŻ İıŞşĞğÇ Ελένη ώά Дмитрий ґєїў ạốữđơ €₹₽₺ •…–—“”„«»"),
        ("NotoSans-Bold.ttf", "Zażółć gęślą jaźń İıŞşĞğ Ελένη Дмитрий"),
        ("NotoSans-Italic.ttf", "Zażółć gęślą jaźń İıŞşĞğ Ελένη Дмитрий"),
        ("NotoSansArabic-Regular.ttf", "العربية چگپ ،؟ ٠١٢٣"),
        ("NotoSansHebrew-Regular.ttf", "שָׁלוֹם עולם"),
        ("NotoSansSC-Regular.ttf", "李小龙 中文測試 會議 こんにちは カタカナー 、。"),
        ("NotoSansKR-Regular.ttf", "한국어 김민수 회의"),
        ("NotoSansDevanagari-Regular.ttf", "नमस्ते"),
        ("NotoSansThai-Regular.ttf", "สวัสดี"),
        ("NotoEmoji-Regular.ttf", "😀👍🎉🚀❤\ufe0f👩\u200d💻"),
        ("DejaVuSans.ttf", "Łukasz Ελένη Дмитрий العربية שלום ✓✗ ←→ ≤≥≠ € ☐☑ ★"),
        ("DejaVuSans-Bold.ttf", "Łukasz العربية שלום ✓ → ≥"),
        ("NotoSansMath-Regular.ttf", "𝗯𝗼𝗹𝗱 ∑√∞≈"),
    ],
)
def test_a_font_shows_what_it_is_there_for(name: str, text: str) -> None:
    assert {sign for sign in text if ord(sign) not in _signs(name)} == set()


@pytest.mark.parametrize("name", ["NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf", "DejaVuSans.ttf"])
def test_reshaped_arabic_has_its_joined_forms(name: str) -> None:
    shaped = arabic_reshaper.reshape("مرحبا بالعالم، لا إله كيف حالك؟")
    assert any(0xFE70 <= ord(sign) <= 0xFEFF for sign in shaped)
    assert all(ord(sign) in _signs(name) for sign in shaped)


def test_no_letter_of_the_european_scripts_is_a_box() -> None:
    held = _signs("NotoSans-Regular.ttf")
    letters = [*range(0x00C0, 0x0250), *range(0x0370, 0x03E2), *range(0x03F0, 0x0530), *range(0x1E00, 0x1F00)]
    missing = [chr(code) for code in letters if unicodedata.category(chr(code))[0] == "L" and code not in held]
    assert missing == []


def test_every_font_is_listed_with_its_licence() -> None:
    listed = (resources().parent / "docs" / "fonts.md").read_text(encoding="utf-8")
    families = {re.split(r"-(?=[A-Z])", path.stem)[0] for path in FILES}
    assert all(f"`{family}" in listed for family in families)
    licences = sorted(path.name for path in (resources() / "fonts").glob("*.txt"))
    assert licences == ["DejaVu-LICENSE.txt", "OFL.txt"]
    assert sum(path.stat().st_size for path in FILES) < 25_000_000
