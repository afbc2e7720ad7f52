"""Runs one command of ours as a program would: its words in, its JSON out."""

import io
import json
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple

from perfeval.cli.exits import Exit, StopError

Answer = dict[str, Any]


class Ran(NamedTuple):
    """What a command came to: its exit code and its one object."""

    code: int
    answer: Answer


def run(words: Sequence[str], folder: Path, lang: str) -> Ran:
    """
    One command on a round.

    Args:
        words: as after `perfeval`. folder: of the round.

    Raises:
        StopError: with its code, where the command could not do its work.
    """
    from perfeval.cli.main import main

    of_round = () if words[0] == "inspect" else ("--round", str(folder))
    out, told = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(told):
        code = main([*words, *of_round, "--json", "--lang", lang])
    if code not in (Exit.DONE, Exit.FINDINGS):
        line = f"perfeval {' '.join(words)}: {told.getvalue().strip()}"
        raise StopError(Exit(code), line, line)
    return Ran(code, json.loads(out.getvalue()))
