"""A command loads only what it needs, so that it answers at once."""

import subprocess
import sys
from importlib.util import find_spec

import pytest
from typer.main import get_command

import filled
from perfeval.cli.app import COMMANDS, app_for

OTHERS = (  # what other commands or an office's own files need
    "perfeval.datafile",
    "perfeval.dataerrors",
    "perfeval.tomllines",
    "perfeval.tomltext",
    "perfeval.regulations.own",
    "perfeval.regulations.check",
    "perfeval.excel.blank",
    "perfeval.excel.write",
    "perfeval.reports.explanation",
    "perfeval.reports.regulation",
    "perfeval.book",
    "perfeval.forms.list_schema",
)
HEAVY = ("openpyxl", "xlsxwriter", "rich", "python_calamine")
LOADED = """
import sys
from perfeval.cli import main
code = main(sys.argv[1:])
heavy = [name for name in {unwanted!r} if name in sys.modules]
print(code, heavy, file=sys.stderr)
"""


FROZEN = """
import atexit, gc, sys
atexit.register(lambda: print(gc.get_freeze_count() > 0))  # the last to be called
import perfeval.cli
"""


def loaded_by(*words: str, unwanted: tuple[str, ...] = HEAVY) -> str:
    script = LOADED.format(unwanted=unwanted)
    command = [sys.executable, "-c", script, *words]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    return ran.stderr.strip().splitlines()[-1]


@pytest.mark.parametrize("command", ["score", "check", "explain", "inspect"])
def test_reading_a_form_loads_no_spreadsheet_library_and_no_rich(command, tmp_path):
    path = filled.write(tmp_path / "form.xlsx", filled.sound())

    assert loaded_by(command, str(path)) == "0 []"


@pytest.mark.parametrize("command", ["score", "check"])
def test_scoring_by_shipped_regulations_loads_nothing_of_other_commands(
    command, tmp_path
):
    path = filled.write(tmp_path / "form.xlsx", filled.sound())

    assert all(map(find_spec, OTHERS))
    assert loaded_by(command, str(path), unwanted=OTHERS) == "0 []"


def test_help_loads_neither_pydantic_nor_any_of_them():
    assert loaded_by("--help") == "0 []"


@pytest.mark.parametrize("words", [["score", "--help"], ["regulations", "list"]])
def test_only_the_command_that_is_called_is_built(words):
    built = get_command(app_for(words))

    assert list(built.commands) == words[:1]


@pytest.mark.parametrize("words", [[], ["--help"], ["--help", "score"], ["scores"]])
def test_where_no_command_leads_all_are_built(words):
    built = get_command(app_for(words))

    assert list(built.commands) == list(COMMANDS)


def test_what_is_in_memory_at_the_end_is_left_to_the_system():
    command = [sys.executable, "-c", FROZEN]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "True"
