"""The benchmark's plain program scores a clean form as perfeval does."""

import importlib.util
import sys
from decimal import Decimal
from pathlib import Path

import filled

PLAIN = Path(__file__).parents[1] / "bench" / "plain.py"


def test_the_plain_program_comes_to_the_same_total(tmp_path):
    spec = importlib.util.spec_from_file_location("plain", PLAIN)
    assert spec is not None
    assert spec.loader is not None
    plain = importlib.util.module_from_spec(spec)
    sys.modules["plain"] = plain
    spec.loader.exec_module(plain)

    path = filled.write(tmp_path / "form.xlsx", filled.sound())

    assert plain.score(path)[1:] == (Decimal(80), "ดีมาก")
