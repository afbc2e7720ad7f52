"""The words of every finding: severity, both languages, facts, and who triggers it."""

import pkgutil
import re
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

import perfeval.catalogue
import test_locate
from fault_rows import ROWS
from faults import Row, findings_of
from filled import outcome
from perfeval.catalogue import CATALOGUE, Entry, Severity
from perfeval.findings import (
    Finding,
    Location,
    finding,
    grouped,
    has_error,
    in_order,
)

TESTS = Path(__file__).parent
THAI = re.compile("[\u0e00-\u0e7f]")
QUOTED = re.compile('“[^”]*”|"[^"]*"|`[^`]*`|{[^}]*}')
CODE = re.compile("PE[0-9]{3}")

# Spelt out: an error stops the scoring of a form, so a change must be meant.
ERRORS = (
    *(f"PE00{n}" for n in range(1, 10)),  # a file that cannot be read
    *("PE012", "PE013", "PE014", "PE016", "PE017", "PE019", "PE020"),
    *("PE101", "PE102", "PE103", "PE104", "PE108", "PE109"),
    *(f"PE20{n}" for n in range(1, 10)),
    *(
        "PE211",
        "PE212",
        "PE213",
        "PE215",
        "PE216",
        "PE217",
        "PE280",
        "PE281",
        "PE282",
        "PE283",
        "PE219",
        "PE220",
        "PE224",
        "PE232",
        "PE233",
    ),
    *("PE241", "PE242", "PE243", "PE244", "PE249"),
    *(f"PE{n}" for n in range(260, 275)),
    *("PE301", "PE304", "PE307"),
    *("PE630", "PE631", "PE632", "PE633", "PE634", "PE635"),
    *(f"PE{n}" for n in range(310, 330) if n not in (317, 318, 326, 327)),
    *("PE330", "PE335"),
    *(f"PE{n}" for n in (*range(606, 616), 618)),
    *("PE340", "PE341", "PE342", "PE343", "PE346", "PE347", "PE356"),
    "PE661",
    *("PE540", "PE541", "PE542", "PE543", "PE544", "PE547", "PE549"),
    *(f"PE{n}" for n in range(554, 561)),
    *("PE564", "PE566", "PE568", "PE570"),
    *("PE675", "PE676", "PE677"),
    *(f"PE{n}" for n in range(501, 516)),  # leave and lateness
)
WARNINGS = (
    *("PE015", "PE018", "PE021", "PE022", "PE105", "PE107", "PE110"),
    *("PE210", "PE214", "PE218", "PE221", "PE222", "PE223"),
    *("PE225", "PE226", "PE227", "PE228", "PE229", "PE230", "PE231", "PE234"),
    *("PE240", "PE245", "PE246", "PE248"),
    *("PE275", "PE276"),
    *("PE331", "PE332", "PE333", "PE334", "PE337"),
    *("PE344", "PE345", "PE348", "PE349", "PE352", "PE353", "PE354", "PE355", "PE357"),
    *("PE601", "PE602", "PE603", "PE604", "PE605", "PE617", "PE619", "PE626"),
    "PE621",
    *("PE517", "PE518", "PE519"),
    *("PE660", "PE662"),
    *("PE545", "PE546", "PE548", "PE550", "PE551", "PE552"),
    *("PE561", "PE563", "PE565", "PE567", "PE569"),
    *("PE670", "PE673", "PE678", "PE680"),
    *("PE309", "PE317", "PE318", "PE327"),
    *("PE444", "PE445", "PE446", "PE450", "PE455"),
)
NOTES = (
    *("PE247", "PE250", "PE251", "PE336"),
    *("PE010", "PE011", "PE106", "PE111", "PE112"),
    *("PE302", "PE303", "PE305", "PE306", "PE326", "PE350", "PE351", "PE360", "PE361"),
    *("PE620", "PE627", "PE622", "PE623", "PE624", "PE625"),
    *("PE663", "PE664", "PE665", "PE666", "PE667"),
    *("PE671", "PE672", "PE674", "PE679"),
    "PE616",
    *("PE553", "PE562"),
    "PE516",
)

# Codes of whole files and folders, and the test module that triggers each.
OWNERS = {
    "test_agree.py": ("PE249", "PE250", "PE251"),
    "test_agreement.py": tuple(f"PE24{n}" for n in range(9)),
    "test_issued.py": ("PE330", "PE331", "PE332", "PE333"),
    "test_forms_command.py": ("PE334", "PE335", "PE336", "PE337"),
    "test_package.py": tuple(f"PE0{n:02}" for n in range(1, 12) if n != 10),
    "test_read.py": ("PE010",),
    "test_locate.py": (
        "PE012",
        "PE013",
        "PE014",
        "PE015",
        "PE016",
        "PE017",
        "PE018",
        "PE019",
        "PE020",
    ),
    "test_unseen.py": ("PE022",),
    "test_checklists.py": ("PE307",),
    "test_outcome.py": tuple(f"PE{n}" for n in range(301, 307)),
    "test_rounds.py": ("PE310", "PE455"),
    "test_roster.py": tuple(f"PE{n}" for n in (309, *range(311, 330))),
    "test_inbox.py": tuple(f"PE{n}" for n in range(340, 358)),
    "test_receipts.py": ("PE360", "PE361"),
    "test_check.py": ("PE210",),
    "test_committee.py": ("PE601", "PE602", "PE603", "PE604", "PE605"),
    "test_present.py": ("PE617",),
    "test_in_short.py": ("PE627",),
    "test_papers.py": tuple(f"PE{n}" for n in range(620, 625)),
    "test_decide.py": tuple(f"PE{n}" for n in (*range(606, 617), 618, 619, 626)),
    "test_seal.py": ("PE625", *(f"PE{n}" for n in range(630, 636))),
    "test_annotate_command.py": ("PE664", "PE665"),
    "test_announcing.py": ("PE660", "PE661", "PE662", "PE663", "PE667"),
    "test_doctor.py": tuple(f"PE{n}" for n in range(670, 681)),
    "test_raising.py": ("PE666",),
    "test_own_rules.py": ("PE232",),
    "test_own_methods.py": ("PE280", "PE281"),
    "test_own_dimensions.py": ("PE282", "PE283"),
    "test_attendance_file.py": tuple(f"PE{n}" for n in range(501, 517)),
    "test_attendance.py": ("PE517", "PE518", "PE519"),
    "test_pay_command.py": (*(f"PE{n}" for n in range(540, 560)), "PE569"),
    "test_pay_rates.py": ("PE560", "PE561", "PE562", "PE563", "PE570"),
    "test_pay_steps.py": ("PE564", "PE565", "PE566", "PE567", "PE568"),
}


def severity(code: str) -> Severity | None:
    """The severity that the contract gives a code."""
    for listed, meant in (
        (ERRORS, Severity.ERROR),
        (WARNINGS, Severity.WARNING),
        (NOTES, Severity.NOTE),
    ):
        if code in listed:
            return meant
    return Severity.ERROR if code.startswith("PE4") else None


def test_no_code_has_two_meanings():
    modules = pkgutil.iter_modules(perfeval.catalogue.__path__, "perfeval.catalogue.")
    tables = [
        table
        for one in modules
        for table in vars(import_module(one.name)).values()
        if isinstance(table, dict)
    ]
    entries = [
        (code, entry)
        for table in tables
        for code, entry in table.items()
        if isinstance(entry, Entry)
    ]

    assert len(entries) >= len(CATALOGUE)
    assert [code for code, entry in entries if CATALOGUE[code] != entry] == []


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_code_has_the_severity_of_the_contract(code):
    assert CODE.fullmatch(code)
    assert CATALOGUE[code].severity is severity(code)


@pytest.mark.parametrize("code", CATALOGUE)
def test_thai_words_are_thai_and_english_words_are_not(code):
    entry = CATALOGUE[code]
    for text in (entry.th.message, entry.th.remedy):
        assert THAI.search(text)
    for text in (entry.en.message, entry.en.remedy):
        assert not THAI.search(QUOTED.sub("", text))
        assert re.search("[A-Za-z]{2}", QUOTED.sub("", text))


@pytest.mark.parametrize("code", [one for one in CATALOGUE if one.startswith("PE1")])
def test_a_value_that_any_workbook_may_hold_is_sent_to_no_column_of_one_form(code):
    """A pay workbook, attendance.xlsx and the form of 2545 have no evidence."""
    assert "หลักฐาน" not in CATALOGUE[code].th.remedy
    assert "evidence" not in CATALOGUE[code].en.remedy


@pytest.mark.parametrize("code", CATALOGUE)
def test_an_english_sentence_ends_with_a_full_stop_or_a_list(code):
    entry = CATALOGUE[code].en
    for text in (entry.message, entry.remedy):
        assert text.rstrip().endswith((".", "}", ")"))


def facts(text: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def complete(one: Finding) -> None:
    """Both languages of a finding are filled, and no brace or blank is left over."""
    for lang in ("th", "en"):
        for text in (one.message(lang), one.remedy(lang)):
            assert text.strip()
            assert "{" not in text.replace(one.found or "{}", "")
            assert "None" not in text


@pytest.mark.parametrize("row", [row for row in ROWS if row.told], ids=str)
def test_no_finding_of_a_form_lacks_a_fact(row: Row):
    for one in findings_of(row):
        complete(one)


@pytest.mark.parametrize(
    "case", [case for case in test_locate.CASES if case.told], ids=str
)
def test_no_finding_of_a_place_lacks_a_fact(case, tmp_path):
    for one in outcome(case.write(tmp_path)).findings:
        complete(one)


@pytest.mark.parametrize("row", [row for row in ROWS if row.told], ids=str)
def test_an_english_message_quotes_thai_but_speaks_english(row: Row):
    for one in findings_of(row):
        own = [one.found or "", *one.facts.values()]
        for text in (one.message("en"), one.remedy("en")):
            left = text
            for words in sorted(filter(None, own), key=len, reverse=True):
                left = left.replace(words, "")
            assert not THAI.search(left)


@pytest.mark.parametrize("row", [row for row in ROWS if row.told], ids=str)
def test_a_rule_of_a_regulation_names_its_clause(row: Row):
    unruled = ("PE215", "PE225", "PE226", "PE229")  # of the form, not of the law
    for one in findings_of(row):
        if one.code.startswith("PE2") and one.code not in unruled:
            assert one.clause


def test_every_code_is_triggered_by_a_table_or_by_its_owner():
    triggered = {code for row in ROWS for code, _ in row.expected}
    triggered |= {told[0] for case in test_locate.CASES for told in case.told or ()}
    for module, codes in OWNERS.items():
        written = set(CODE.findall((TESTS / module).read_text(encoding="utf-8")))
        assert set(codes) <= written, module
        triggered |= set(codes)
    owned = {code for code in CATALOGUE if code[2] in "012356"}

    assert owned - triggered == set()


def test_the_codes_of_files_of_offices_are_triggered_in_their_tests():
    modules = (
        "test_regulations.py",
        "test_datafile.py",
        "test_rounds.py",
        "test_pay_rules.py",
        "test_regulations_municipal.py",
        "test_pay_command.py",
        "test_pay_rates.py",
        "test_own_methods.py",
        "test_own_dimensions.py",
    )
    texts = [(TESTS / module).read_text(encoding="utf-8") for module in modules]
    written = {code for text in texts for code in CODE.findall(text)}

    assert {code for code in CATALOGUE if code[2] == "4"} - written == set()


def test_both_languages_tell_the_same_facts():
    for entry in CATALOGUE.values():
        in_thai = facts(entry.th.message) | facts(entry.th.remedy)
        in_english = facts(entry.en.message) | facts(entry.en.remedy)
        bare = {name.removesuffix("_th").removesuffix("_en") for name in in_thai}
        other = {name.removesuffix("_th").removesuffix("_en") for name in in_english}
        assert bare - other <= {"difference", "reason"}
        assert other - bare <= {"difference", "reason"}


def test_the_same_fault_in_many_cells_is_one_finding_with_all_of_them():
    places = [Location("a.xlsx", "S", cell) for cell in ("C1", "C2", "C3")]
    facts_of = {"label": "น้ำหนัก", "example": "15"}
    found = [
        finding("PE102", place, found=words, **facts_of)
        for place, words in zip(places, ("ก", "ข", "ก"), strict=True)
    ]
    other = finding("PE102", Location("a.xlsx", "T", "C1"), found="ก", **facts_of)

    one, two = grouped([*found, other])
    assert (one.cells, one.found) == (("C1", "C2", "C3"), "ก, ข")
    assert (two.sheet, two.cells) == ("T", ("C1",))


def test_only_an_error_withholds_a_result():
    place = Location("a.xlsx", "S", "C1")
    note = finding("PE302", place, same="b.xlsx")
    warning = finding("PE018", place)

    assert not has_error([note, warning])
    assert has_error([note, finding("PE304", place)])


def test_a_code_that_nobody_wrote_words_for_cannot_be_told():
    with pytest.raises(KeyError):
        finding("PE999", Location("a.xlsx"))


def test_findings_come_by_file_sheet_and_row():
    """Row 9 stands before row 10, what is of a whole sheet or file before both."""
    places = [
        ("a.xlsx", None, None),
        ("a.xlsx", "one", None),
        ("a.xlsx", "one", "AB9"),
        ("a.xlsx", "one", "B10"),
        ("a.xlsx", "two", "A1"),
        ("b.xlsx", "one", "C2"),
    ]
    found = [finding("PE203", Location(*place)) for place in places]

    assert in_order(reversed(found)) == found


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_cell_of_several_lines_is_told_in_one(lang):
    facts = {"label": "ระดับ\nที่คาดหวัง", "example": "4"}
    told = finding("PE102", Location("a.xlsx"), found="สี่\r\nห้า", **facts)

    assert "\n" not in told.message(lang) + told.remedy(lang)
    assert "“สี่ ห้า”" in told.message(lang)
