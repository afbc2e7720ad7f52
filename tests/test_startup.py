"""A command loads only what it needs, so that it answers at once."""

import subprocess
import sys

import pytest

import filled

HEAVY = ("openpyxl", "xlsxwriter", "rich", "python_calamine")
LOADED = """
import sys
from perfeval.cli import main
code = main(sys.argv[1:])
heavy = [name for name in {heavy!r} if name in sys.modules]
print(code, heavy, file=sys.stderr)
"""


def loaded_by(*words: str) -> str:
    script = LOADED.format(heavy=HEAVY)
    command = [sys.executable, "-c", script, *words]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    return ran.stderr.strip().splitlines()[-1]


@pytest.mark.parametrize("command", ["score", "check", "explain", "inspect"])
def test_reading_a_form_loads_no_spreadsheet_library_and_no_rich(command, tmp_path):
    path = filled.write(tmp_path / "form.xlsx", filled.sound())

    assert loaded_by(command, str(path)) == "0 []"


def test_help_loads_neither_pydantic_nor_any_of_them():
    assert loaded_by("--help") == "0 []"
