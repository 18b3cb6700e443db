"""The measurements measure: each runs once on the real thing, with few rounds."""

import json
from datetime import date
from pathlib import Path

import pytest

from bench import autosave, bulk, coaching, encryption, exporting, searching, startup
from bench.__main__ import main
from bench.figures import Figure, data, figure, percentile, table
from bench.screen import differs, painted
from desktop.flows.sample.firm import make_sample_vault
from desktop.models.guide import Kind
from desktop.models.search import PAGE
from desktop.storage.vault import Vault


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with the sample firm."""
    made = tmp_path_factory.mktemp("bench") / "vault"
    make_sample_vault(made, date(2026, 11, 20))
    return made


def test_a_figure_says_median_percentile_and_ratio() -> None:
    made = figure("work", [0.004, 0.002, 0.006], [0.002, 0.001, 0.001], "a yard", "< 5 ms")
    assert made == Figure("work", 4.0, 6.0, 2.0, "a yard", "< 5 ms", 3)
    assert figure("work", [0.004, 0.008], [0.002], "a yard").ratio == 3.0
    assert percentile([float(number) for number in range(1, 201)], 99) == 198.0


def test_a_table_and_json_say_the_same() -> None:
    made = figure("work", [0.004], [0.002], "a yard", "< 5 ms")
    assert all(word in table([made]) for word in ("work", "4.00", "2.00", "a yard", "< 5 ms"))
    assert json.loads(json.dumps(data([made])))[0]["median"] == 4.0


def test_a_blank_window_is_not_yet_painted() -> None:
    empty = bytes(4 * 8000)
    blank = b"\xff" * 4 * 4000 + bytes(4 * 4000)
    drawn = b"".join(bytes([shade % 256, 0, 0, 0]) for shade in range(4000)) + bytes(4 * 4000)
    assert differs(empty, blank)
    assert not differs(empty, empty)
    assert not painted(empty, blank)
    assert painted(empty, drawn)
    assert not differs(drawn, drawn[:-4] + b"\x01\x01\x01\x01", 0.005)


def test_autosave_is_measured_through_the_real_writer(folder: Path) -> None:
    saved, handed, _yard = autosave.measure(folder, 5)
    assert saved.runs == 5
    assert 0 < handed.median < saved.median < 5000


def test_export_is_measured_with_its_steps(folder: Path) -> None:
    whole, *steps, again, back, tagged = exporting.measure(folder, 2)
    assert whole.name.startswith("export of a note of ")
    assert [step.name.split()[-1] for step in steps] == ["render", "sign", "verify"]
    assert min(step.median for step in steps) > 0 < whole.median
    assert min(again.median, back.median) > 0
    assert tagged.ratio > 0


def test_many_exports_in_one_run_are_measured_with_their_peak(folder: Path) -> None:
    (each,) = bulk.measure(folder, 9)  # more than there are notes: some are exported again
    assert each.runs == 9
    peak = int(each.name.removeprefix("9 notes exported, each (peak ").removesuffix(" MiB)"))
    assert peak > 20 and 0 < each.median < 5000


def test_the_coach_is_measured_on_long_and_on_hostile_texts() -> None:
    assert len(coaching.words(2000).split()) == 2000
    figures = coaching.measure(1)
    assert sum("2,000 words" in each.name for each in figures) == 2
    assert sum("200,000 letters" in each.name for each in figures) == 3


def test_the_start_is_measured_even_without_a_screen(folder: Path, tmp_path: Path) -> None:
    (pair,) = startup.told(folder, tmp_path, 1)
    assert all(0.05 < each.first < 60 for each in pair)


def test_usage_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "--setup" in capsys.readouterr().out


def test_search_is_measured_in_vaults_that_grow(tmp_path: Path) -> None:
    figures = searching.measure(tmp_path, 40, 2, sizes=(0, 20))
    names = [each.name for each in figures]
    assert [name for name in names if name.startswith("open")] == [
        f"open a vault of {count} conversations" for count in (0, 20, 40)
    ]
    assert len([name for name in names if name.startswith("find")]) == 2 * len(searching.queries())
    vault = Vault.open(tmp_path / "with-40", searching.KEY)
    hits = {name: len(vault.search(Kind.OKR).find(query).hits) for name, query in searching.queries().items()}
    vault.close()
    assert hits["a word of nearly every text"] == PAGE and hits["two Chinese letters"] > 0
    assert hits["a word that is not there"] == 0


def test_encryption_is_measured_beside_plain_text(folder: Path) -> None:
    unlocked, *beside, typing = encryption.measure(folder, 2)
    assert unlocked.median > 0 < typing.median
    assert {each.beside for each in beside} == {"plain text"} and len(beside) == 4
    assert sorted(path.name for path in folder.parent.iterdir()) == ["vault"]
