"""round.toml: read whole, every fault at its line; and how a round is found."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from perfeval.cli.exits import Exit, StopError
from perfeval.cli.output import Voice
from perfeval.cli.rounds import opened
from perfeval.datafile import DataFileError
from perfeval.findings import Finding
from perfeval.opening import open_round
from perfeval.regulations.load import copy
from perfeval.rounds.folder import RoundFolder
from perfeval.rounds.load import load_round
from round_folder import ROUND, round_folder

BROKEN = Path(__file__).parent / "broken"
SAY = Voice("th")


def faults(folder: Path, text: str) -> list[Finding]:
    with pytest.raises(DataFileError) as refused:
        load_round(RoundFolder(round_folder(folder, text=text)))
    return refused.value.findings


def line_of(text: str, words: str) -> int:
    return next(n for n, line in enumerate(text.split("\n"), 1) if words in line)


CHANGES = [
    (
        "a late date",
        "round = 1",
        "round = 1\nannounce_on = 2568-04-30",
        "PE415",
        "2025",
    ),
    ("a common year", "year = 2568", "year = 2025", "PE405", "Buddhist era, 2568"),
    ("no year at all", "year = 2568", "year = 68", "PE405", "2400 or more"),
    ("another round", "round = 1", "round = 3", "PE405", "1 or 2"),
    ("a misspelled key", "year =", "yaer =", "PE403", "year"),
    ("a key that lacks", "year = 2568\n", "", "PE404", "year"),
    ("an unknown role", '"chair"', '"boss"', "PE405", "'chair'"),
    (
        "an id",
        "tambon-official-2559",
        "tambon-oficial-2559",
        "PE441",
        "tambon-official",
    ),
    ("a group", "official =", "clerks =", "PE442", "official (พนักงานส่วนตำบล)"),
    ("a group of no kind", "official =", '"พนักงาน" =', "PE405", "lower-case"),
    ("a division twice", '"กองคลัง"', '" สำนักปลัด "', "PE413", "line 9"),
    ("no regulation", "official =", "# official =", "PE440", "tambon-official-2559"),
    ("an own file", "tambon-official-2559", "own/our.toml", "PE401", "it is not there"),
    ("an empty name", '"นายสมมุติ นำทาง"', '""', "PE405", "not empty"),
]


@pytest.mark.parametrize(
    ("before", "after", "code", "words"),
    [change[1:] for change in CHANGES],
    ids=[change[0] for change in CHANGES],
)
def test_one_fault_is_one_finding_that_says_what_to_type(
    before: str, after: str, code: str, words: str, tmp_path: Path
):
    found = faults(tmp_path, ROUND.replace(before, after, 1))

    assert [one.code for one in found] == [code]
    assert words in found[0].message("en") + found[0].remedy("en")
    assert "{" not in found[0].message("th") + found[0].remedy("th")


def test_a_fault_names_its_line(tmp_path: Path):
    text = ROUND.replace("tambon-official-2559", "tambon")
    (found,) = faults(tmp_path, text)

    assert found.facts["line"] == str(line_of(text, '"tambon"'))
    assert found.facts["key"] == "regulations.official"
    assert found.file == "round.toml"


def test_every_fault_is_told_in_one_pass(tmp_path: Path):
    text = (BROKEN / "round-many-faults.toml").read_text("utf-8")
    found = faults(tmp_path, text)

    assert [(one.code, one.facts["line"]) for one in found] == [
        ("PE405", "4"),
        ("PE415", "5"),
        ("PE441", "8"),
        ("PE442", "9"),
        ("PE413", "15"),
        ("PE404", "17"),
        ("PE405", "24"),
        ("PE413", "27"),
    ]


TWO = ROUND.replace(
    '"tambon-official-2559"', '"municipal-official-2558"\nolder = "municipal-2545"'
)
OLDER = '\n[staff_groups.older]\ngroup = "official"\nlabel = "พนักงานเทศบาล (2545)"\n'
OWN_GROUPS = [
    ("no word of the group", TWO, "PE442", "regulations.older"),
    ("no label", TWO + OLDER[: OLDER.index("label")], "PE453", "staff_groups.older"),
    ("a group of no regulation", ROUND + OLDER, "PE451", "staff_groups.older"),
    (
        "a group that the regulation has not",
        TWO + OLDER.replace('"official"', '"clerks"'),
        "PE442",
        "staff_groups.older.group",
    ),
    (
        "one group under two keys",
        TWO.replace("older =", 'other = "municipal-2545"\nolder =')
        + OLDER
        + OLDER.replace("older", "other"),
        "PE452",
        "staff_groups.older",
    ),
    (
        "the key of another group of the regulation",
        ROUND.replace(
            'official = "tambon-official-2559"',
            'contract_general = "tambon-contract-2560"',
        )
        + '[staff_groups.contract_general]\ngroup = "contract_mission"\n',
        "PE452",
        "staff_groups.contract_general",
    ),
]


@pytest.mark.parametrize(
    ("text", "code", "key"),
    [one[1:] for one in OWN_GROUPS],
    ids=[one[0] for one in OWN_GROUPS],
)
def test_a_staff_group_with_an_own_key_is_one_of_its_regulation(
    text: str, code: str, key: str, tmp_path: Path
):
    found = faults(tmp_path, text)

    assert [(one.code, one.facts["key"]) for one in found] == [(code, key)]
    assert "{" not in found[0].message("th") + found[0].remedy("th")


def test_two_groups_of_one_key_stand_under_keys_of_the_round(tmp_path: Path):
    read = load_round(RoundFolder(round_folder(tmp_path, text=TWO + OLDER)))

    assert dict(read.group_labels()) == {
        "official": "พนักงานเทศบาล",
        "older": "พนักงานเทศบาล (2545)",
    }
    (group,) = read.regulations["older"].regulation.staff_groups
    assert (group.key, group.label) == ("older", "พนักงานเทศบาล")


def test_the_chief_and_the_named_evaluators_have_ids_of_their_own(tmp_path: Path):
    more = '[[evaluators]]\nid = "chief"\nname = "นางรอง"\nposition = "รองนายก"\n'
    (found,) = faults(tmp_path, f"{ROUND}\n{more}")

    assert (found.code, found.found) == ("PE413", "chief")


def test_an_own_regulation_stands_beside_the_round(tmp_path: Path):
    own = tmp_path / "own" / "our-rules.toml"
    own.parent.mkdir()
    own.write_text(copy("tambon-official-2559", own), encoding="utf-8")
    text = ROUND.replace("tambon-official-2559", "own/our-rules.toml")
    found = load_round(RoundFolder(round_folder(tmp_path, text=text)))

    loaded = found.regulations["official"]
    assert (loaded.regulation.id, loaded.file) == ("our-rules", "own/our-rules.toml")


def test_the_faults_of_an_own_regulation_are_told_with_those_of_the_round(
    tmp_path: Path,
):
    own = tmp_path / "our-rules.toml"
    text = copy("tambon-official-2559", own).replace("weight = 70", "weight = 60", 1)
    own.write_text(text, encoding="utf-8")
    said = ROUND.replace("tambon-official-2559", "our-rules.toml")
    found = faults(tmp_path, said.replace("round = 1", "round = 4"))

    assert (found[0].file, found[0].code) == ("round.toml", "PE405")
    assert ("our-rules.toml", "PE406") in [(one.file, one.code) for one in found]


def test_an_own_regulation_with_a_shipped_id_that_differs_is_refused(tmp_path: Path):
    own = tmp_path / "our-rules.toml"
    text = copy("tambon-official-2559", own)
    text = text.replace('id = "our-rules"', 'id = "tambon-official-2559"', 1)
    own.write_text(f"{text}# ours\n", encoding="utf-8")
    said = ROUND.replace("tambon-official-2559", "our-rules.toml")
    (found,) = faults(tmp_path, said)

    assert (found.code, found.found) == ("PE443", "our-rules.toml")


def test_a_round_is_opened_with_everything_in_it(tmp_path: Path):
    one = opened(SAY, round_folder(tmp_path))

    assert (one.round.code, len(one.sha256)) == ("2568-1", 64)
    assert list(one.regulations) == ["official"]
    assert one.roster.file == "roster.xlsx"
    assert one.regulation_of(one.roster.people[0]).id == "tambon-official-2559"


def stop(folder: Path | None) -> StopError:
    with pytest.raises(StopError) as stopped:
        opened(SAY, folder)
    return stopped.value


def test_no_round_is_wrong_usage_and_names_the_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("PERFEVAL_ROUND", raising=False)
    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    stopped = stop(None)

    assert stopped.code is Exit.USAGE
    for folder in (inside, tmp_path / "a", tmp_path):
        assert str(folder) in stopped.told("en")


def test_a_round_is_found_by_option_then_variable_then_upwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    first, second, third = (round_folder(tmp_path / name) for name in "abc")
    (third / "inbox" / "deep").mkdir()
    monkeypatch.chdir(third / "inbox" / "deep")
    monkeypatch.delenv("PERFEVAL_ROUND", raising=False)
    assert opened(SAY, None).folder.path == third

    monkeypatch.setenv("PERFEVAL_ROUND", str(second))
    assert opened(SAY, None).folder.path == second
    assert opened(SAY, first).folder.path == first


def test_a_folder_that_is_named_is_not_looked_for_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(round_folder(tmp_path / "round"))

    assert stop(tmp_path / "nowhere").code is Exit.USAGE


def test_a_missing_roster_is_told_with_the_faults_of_the_round(tmp_path: Path):
    round_folder(tmp_path, text=ROUND.replace("round = 1", "round = 9"))
    (tmp_path / "roster.xlsx").unlink()
    stopped = stop(tmp_path)

    assert stopped.code is Exit.UNUSABLE
    assert "PE405" in stopped.told("en")
    assert "perfeval init" in stopped.told("en")


@pytest.mark.parametrize("content", [b"", b"no workbook", b"PK\x03\x04half"])
def test_a_roster_that_is_no_workbook_stops_the_round(content: bytes, tmp_path: Path):
    (round_folder(tmp_path) / "roster.xlsx").write_bytes(content)
    stopped = stop(tmp_path)

    assert stopped.code is Exit.UNUSABLE
    assert "roster.xlsx: PE0" in stopped.told("th")


def test_a_workbook_without_a_roster_stops_the_round(tmp_path: Path):
    Workbook().save(round_folder(tmp_path) / "roster.xlsx")
    with pytest.raises(DataFileError) as refused:
        open_round(RoundFolder(tmp_path))

    assert [one.code for one in refused.value.findings] == ["PE310"]


def test_a_faulty_round_and_an_unreadable_roster_are_told_together(tmp_path: Path):
    round_folder(tmp_path, text=ROUND.replace("round = 1", "round = 9"))
    (tmp_path / "roster.xlsx").write_bytes(b"")
    with pytest.raises(DataFileError) as refused:
        open_round(RoundFolder(tmp_path))

    assert [one.code for one in refused.value.findings] == ["PE405", "PE003"]


def doubts(folder: Path, before: str, after: str) -> list[tuple[str, str, str | None]]:
    text = ROUND.replace(before, after, 1)
    found = open_round(RoundFolder(round_folder(folder, text=text))).findings
    return [(one.code, one.facts["key"], one.found) for one in found]


def test_dots_in_place_of_names_are_told_as_one_doubt(tmp_path: Path):
    told = doubts(tmp_path, '"นายสมมุติ นำทาง"', '"........"')

    assert told == [("PE444", "chief.name", "chief.name")]


def test_a_head_who_is_not_on_the_roster_is_doubted(tmp_path: Path):
    head = '"กองคลัง"\nhead = "{}"'
    told = doubts(tmp_path / "a", '"กองคลัง"', head.format("9999"))

    assert told == [("PE445", "divisions[1].head", "9999")]
    assert doubts(tmp_path / "b", '"กองคลัง"', head.format("๑๐๐๒")) == []


@pytest.mark.parametrize(
    ("day", "codes"),
    [("2025-03-30", ["PE446"]), ("2025-03-31", []), ("2024-04-30", ["PE446"])],
)
def test_an_announcement_before_the_end_of_the_round_is_doubted(
    day: str, codes: list[str], tmp_path: Path
):
    told = doubts(tmp_path, "round = 1", f"round = 1\nannounce_on = {day}")

    assert [code for code, _, _ in told] == codes


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "it is not there"),
        (b"", "it is no PNG or JPEG"),
        (b"GIF89a", "it is no PNG or JPEG"),
        (b"\x89PNG\r\n\x1a\n", None),
        (b"\xff\xd8\xff\xe0", None),
        (b"\xff\xd8\xff" + bytes(10 << 20), "it is larger than 10 MB"),
    ],
)
def test_a_garuda_that_is_no_picture_is_doubted_when_the_round_is_read(
    content: bytes | None, reason: str | None, tmp_path: Path
):
    if content is not None:
        (tmp_path / "garuda.png").write_bytes(content)
    (tmp_path / "round").mkdir()
    line = 'round = 1\ngaruda_image = "../garuda.png"'
    text = ROUND.replace("round = 1", line, 1)
    folder = RoundFolder(round_folder(tmp_path / "round", text=text))
    found = open_round(folder).findings

    assert [one.facts["reason_en"] for one in found] == ([reason] if reason else [])
    assert {(one.code, one.facts["key"]) for one in found} <= {
        ("PE455", "garuda_image")
    }


@pytest.mark.parametrize(
    "name",
    ["inbox", "x" * 300 + ".png"],
)
def test_a_garuda_that_is_no_file_is_doubted(name: str, tmp_path: Path):
    (tmp_path / "inbox").mkdir()
    told = doubts(tmp_path, "round = 1", f'round = 1\ngaruda_image = "{name}"')

    assert told == [("PE455", "garuda_image", name)]


@pytest.mark.parametrize(
    ("day", "codes"), [("2024-10-31", []), ("2024-11-01", ["PE450"])]
)
def test_criteria_announced_after_the_month_of_the_calendar_are_doubted(
    day: str, codes: list[str], tmp_path: Path
):
    """seeds/000: announced in October, before or while the round begins."""
    told = doubts(tmp_path, "round = 1", f"round = 1\ncriteria_on = {day}")

    assert [code for code, _, _ in told] == codes


def test_a_regulation_must_have_the_round(tmp_path: Path):
    own = tmp_path / "our-rules.toml"
    text = copy("tambon-official-2559", own)
    first, _, rest = text.partition("[[rounds]]\nnumber = 2")
    own.write_text(first + rest[rest.index("[[components]]") :], encoding="utf-8")
    said = ROUND.replace("tambon-official-2559", "our-rules.toml")
    (found,) = faults(tmp_path, said.replace("round = 1", "round = 2"))

    assert (found.code, found.found, found.facts["known"]) == ("PE447", "2", "1")
