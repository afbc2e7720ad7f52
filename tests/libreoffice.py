"""LibreOffice as a second opinion: it opens and saves workbooks for the tests."""

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

SOFFICE = shutil.which("soffice")
XLSX = "xlsx:Calc MS Excel 2007 XML"
PATIENCE = 120  # seconds

needed = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice (soffice) is not installed"
)


def saved(files: Iterable[Path], folder: Path) -> list[Path]:
    """
    The workbooks as LibreOffice saves them, by the same names in another folder.

    One call for all of them: starting the program costs more than its work. Every
    call has a profile of its own, so that tests may run side by side.
    """
    given = list(files)
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as profile:
        subprocess.run(
            [
                str(SOFFICE),
                f"-env:UserInstallation={Path(profile).as_uri()}",
                "--headless",
                "--convert-to",
                XLSX,
                "--outdir",
                str(folder),
                *map(str, given),
            ],
            check=True,
            capture_output=True,
            timeout=PATIENCE,
        )
    return [folder / file.name for file in given]


def printed(file: Path) -> int:
    """How many pages a workbook takes on paper."""
    with TemporaryDirectory() as profile:
        subprocess.run(
            [
                str(SOFFICE),
                f"-env:UserInstallation={Path(profile).as_uri()}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                profile,
                str(file),
            ],
            check=True,
            capture_output=True,
            timeout=PATIENCE,
        )
        content = (Path(profile) / file.with_suffix(".pdf").name).read_bytes()
    return len(re.findall(rb"/Type\s*/Page\b", content))
