"""The shape of the program, held against the imports that the files really have."""

import ast
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "perfeval"
MODULES = sorted(SOURCE.rglob("*.py"))
LINES = 300  # of a module; more is a question, see CONTRIBUTING.md

DATA_FILES = "blocks datafile dataerrors tomllines tomlslips tomltext"
SPREADSHEETS = "xlsxwriter openpyxl zipfile xml pyexpat"

# module -> (what it may import of ours, what beside the plain standard library)
TABLE = {
    "catalogue": ("", ""),
    "findings": ("catalogue", ""),
    "grid": ("", ""),
    "thai": ("", ""),
    "numberformats": ("", ""),
    "book": ("", ""),
    "letter": ("", ""),
    "shipped": ("", ""),
    "choices": ("", ""),
    "patience": ("", ""),
    "blocks": ("", "pydantic pydantic_core tomllib"),
    "tomllines": (f"findings {DATA_FILES}", "tomllib"),
    "tomlslips": ("thai", "tomllib"),
    "tomltext": (f"findings thai {DATA_FILES}", "tomllib"),
    "dataerrors": (f"findings thai {DATA_FILES}", "pydantic pydantic_core"),
    "datafile": (f"findings thai {DATA_FILES}", "pydantic tomllib"),
    "entries": ("grid thai", ""),
    "grammar": ("entries grid thai", "pydantic pydantic_core"),
    "places": ("", "pydantic_core"),
    "model": (
        "grammar entries findings grid thai places",
        "pydantic pydantic_core",
    ),
    "parse": ("model entries findings grid thai", "pydantic pydantic_core"),
    "regulations": (f"findings {DATA_FILES}", "pydantic tomllib"),
    "forms": (
        "regulations model entries findings catalogue grid thai numberformats"
        f" {DATA_FILES}",
        "pydantic tomllib",
    ),
    "roster": ("findings thai", ""),
    "attendance": ("findings thai", ""),
    "rounds": (
        "roster attendance regulations forms model parse entries findings grid thai"
        f" {DATA_FILES}",
        "pydantic pydantic_core tomllib",
    ),
    "appraise": (
        "model regulations roster attendance rounds findings thai grid entries choices",
        "",
    ),
    "reports": (
        "appraise attendance model regulations roster rounds findings book letter thai"
        " entries grid catalogue",
        "",
    ),
    "excel": (
        "forms regulations model findings book letter thai grid entries catalogue"
        " patience",
        SPREADSHEETS,
    ),
    "gather": ("excel findings", ""),
    "batch": (
        "appraise catalogue choices excel findings forms gather grid model parse"
        " regulations thai",
        "",
    ),
    "opening": (
        f"attendance excel rounds roster {DATA_FILES}",
        "",
    ),
    "attending": ("excel regulations roster rounds", ""),
    "announcing": ("appraise excel findings letter regulations reports rounds", ""),
    "pay_tables": ("datafile findings regulations rounds thai", ""),
    "paying": ("appraise excel findings forms grid pay_tables rounds thai", ""),
    "raising": (
        "announcing appraise excel findings notifying paying proposing record"
        " regulations reports rounds",
        "",
    ),
    "criteria": (
        "announcing appraise choices excel findings letter reports rounds",
        "",
    ),
    "proposing": (
        "appraise earlier excel findings pay_tables paying record regulations reports"
        " rounds",
        "",
    ),
    "earlier": ("findings record rounds sealing thai", ""),
    "notifying": ("appraise excel reports rounds thai", ""),
    "processes": ("", ""),
    "reading": ("appraise gather processes", ""),
    "inbox": ("appraise batch findings gather parse reading record rounds", ""),
    "agreeing": (
        "appraise batch choices findings inbox parse record roster rounds",
        "",
    ),
    "aside": ("processes", ""),
    "closing": (
        "announcing appraise aside excel findings present processes reports rounds",
        "",
    ),
    "sealing": ("appraise datafile forms inbox opening record regulations rounds", ""),
    "present": ("appraise record rounds findings", ""),
    "checklists": (
        "appraise attendance batch datafile excel findings forms grid roster rounds",
        "",
    ),
    "resends": (
        "appraise batch findings gather model parse record rounds thai",
        "",
    ),
    "doctor": (f"catalogue findings patience record rounds {DATA_FILES}", ""),
    "deciding": ("appraise excel findings forms grid rounds thai", ""),
    "record": ("appraise model patience roster rounds findings thai", ""),
    "handout": (
        "appraise choices excel forms record regulations roster rounds thai",
        "",
    ),
}
ALONE = {"cli": "typer rich"}  # may import all of ours
IMPURE = {"pathlib", "os", "io", "logging", "random", "secrets", "time", "sys"}
GUARDED = {
    "xlsxwriter": "excel",
    "openpyxl": "excel",
    "zipfile": "excel",
    "xml": "excel",
    "pyexpat": "excel",
    "typer": "cli",
    "rich": "cli",
}
PLAIN = sys.stdlib_module_names - {"tomllib", "zipfile", "xml", "pyexpat"}
CLOCKS = {"now", "today", "utcnow", "time", "time_ns", "monotonic"}


@dataclass(frozen=True)
class Import:
    """One import statement: who, what, and where."""

    by: str
    of: str
    line: int


def package_of(path: Path) -> str:
    """The row of the table for a file: `appraise` for `appraise/score.py`."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[Import]:
    """Every import of a file, at the top or inside a function."""
    by = package_of(path)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield Import(by, name.name, node.lineno)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: imports are absolute"
            module = node.module or ""
            if module == "perfeval":
                for name in node.names:
                    yield Import(by, f"perfeval.{name.name}", node.lineno)
            else:
                yield Import(by, module, node.lineno)


def of_ours(one: Import) -> str | None:
    """The package of ours that is imported; None for one from outside."""
    root, _, rest = one.of.partition(".")
    return rest.partition(".")[0] if root == "perfeval" else None


def test_the_table_names_every_module_and_no_other() -> None:
    there = {package_of(path) for path in MODULES} - {"__init__", "__main__"}

    assert there == set(TABLE) | set(ALONE)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: "/".join(path.parts[-2:]))
def test_a_module_imports_only_what_the_table_allows(path: Path) -> None:
    by = package_of(path)
    if by in ALONE or by in ("__main__", "__init__"):
        return
    ours, outside = (set(words.split()) for words in TABLE[by])
    for one in imports_of(path):
        package = of_ours(one)
        if package is None:
            root = one.of.partition(".")[0]
            assert root in outside | PLAIN, f"{path}:{one.line} imports {one.of}"
        else:
            assert package in ours | {by}, f"{path}:{one.line} imports {one.of}"


@pytest.mark.parametrize(("library", "owner"), GUARDED.items())
def test_a_library_has_one_importer(library: str, owner: str) -> None:
    importers = {
        one.by
        for path in MODULES
        for one in imports_of(path)
        if one.of.partition(".")[0] == library
    }

    assert importers <= {owner}


def test_the_core_touches_no_file_no_clock_and_no_chance() -> None:
    for path in (SOURCE / "appraise").glob("*.py"):
        found = {one.of.partition(".")[0] for one in imports_of(path)}
        assert not found & IMPURE, path


def _calls(path: Path) -> Iterator[tuple[ast.Call, str]]:
    """Each call of a file with the last name of what is called."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Attribute):
                yield node, called.attr
            elif isinstance(called, ast.Name):
                yield node, called.id


def test_only_the_command_line_reads_the_clock() -> None:
    others = [path for path in MODULES if package_of(path) != "cli"]

    assert not _called(CLOCKS, others)


def test_no_figure_passes_through_a_float() -> None:
    others = [path for path in MODULES if package_of(path) != "excel"]

    assert not _called({"float"}, others)


def _called(names: set[str], paths: Iterable[Path]) -> list[str]:
    return [
        f"{path}:{node.lineno}"
        for path in paths
        for node, name in _calls(path)
        if name in names
    ]


def test_no_number_of_a_regulation_stands_in_the_core() -> None:
    """The core counts columns and places, and knows ten and a whole of 100."""
    known = {*range(-1, 7), 10, 100}
    found = [
        f"{path}:{node.lineno}: {node.value}"
        for path in (SOURCE / "appraise").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, int | float)
        and node.value not in known
    ]

    assert not found


def test_a_module_is_short() -> None:
    lines = {path: len(path.read_text("utf-8").splitlines()) for path in MODULES}

    assert not {path: count for path, count in lines.items() if count >= LINES}


def test_nothing_is_left_to_be_done_in_a_comment() -> None:
    marks = ("TODO", "FIXME", "XXX")
    texts = {path: path.read_text("utf-8") for path in MODULES}

    assert not [path for path, text in texts.items() if any(m in text for m in marks)]
