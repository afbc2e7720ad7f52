"""Commands run in this process, as a person would type them."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from perfeval.cli.main import main

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "tambon-2568-1"


@dataclass(frozen=True)
class Ran:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def told(self) -> str:
        """All that a person sees."""
        return self.out + self.err


class Shell:
    """Runs commands and takes what they print."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: str | Path) -> Ran:
        self._capsys.readouterr()
        code = main([str(word) for word in words])
        out, err = self._capsys.readouterr()
        return Ran(code, out, err)


def inbox(folder: Path) -> Path:
    """A copy of the example's inbox in a folder."""
    return Path(shutil.copytree(EXAMPLE / "inbox", folder / "inbox"))
