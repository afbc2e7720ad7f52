"""
What a user waits for, as ratios against plain baselines measured in the same run.

    python bench/run.py [workbooks]

Medians of interleaved runs; see bench/README.md for what each line means.
"""

import gc
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import people
import plain

from perfeval.batch import Known, run
from perfeval.excel.read import read
from perfeval.shipped import folder

RUNS = 7
IMPORTS = (
    "import typer\n"
    "from pydantic import BaseModel, ConfigDict, Field, PlainValidator\n"
    "class One(BaseModel):\n    x: int"
)


def wall(command: list[str]) -> float:
    """Seconds of one whole process, bytecode cached as after an installation."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    subprocess.run(command, check=False, capture_output=True, env=env)
    return time.perf_counter() - begun


def cpu(work: Callable[[], object]) -> float:
    """Seconds of processor time of some work in this process."""
    gc.collect()
    begun = time.process_time()
    work()
    return time.process_time() - begun


def interleaved(*tasks: Callable[[], float]) -> list[float]:
    """The median of each task, all run in turn; one round to warm up."""
    rounds = [[task() for task in tasks] for _ in range(RUNS + 1)][1:]
    return [statistics.median(column) for column in zip(*rounds, strict=True)]


def say(what: str, figure: float, against: str, base: float, *, goal: str) -> None:
    """One line: the figure, the baseline, their ratio, and the ratio to reach."""
    print(
        f"{what:<42}{figure * 1000:9.2f} ms   {against:<36}{base * 1000:9.2f} ms   "
        f"ratio {figure / base:6.2f}   reach {goal}"
    )


def start_up(workbook: Path) -> None:
    """How long a command takes to answer."""
    python, perfeval = sys.executable, [sys.executable, "-m", "perfeval"]
    nothing, imports, page, one = interleaved(
        lambda: wall([python, "-c", "pass"]),
        lambda: wall([python, "-c", IMPORTS]),
        lambda: wall([*perfeval, "--help"]),
        lambda: wall([*perfeval, "score", str(workbook)]),
    )
    say("perfeval --help", page, "python -c pass", nothing, goal="<= 15")
    say(
        "perfeval score, one workbook",
        one,
        "its imports of typer, pydantic",
        imports,
        goal="<= 1.4",
    )


def inflate(paths: list[Path]) -> None:
    """Unpack every part of every file and look at none."""
    for path in paths:
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                package.read(name)


def reading(paths: list[Path]) -> None:
    """The reader against unpacking alone."""
    base, ours = interleaved(
        lambda: cpu(lambda: inflate(paths)) / len(paths),
        lambda: cpu(lambda: [read(p, shown="x") for p in paths]) / len(paths),
    )
    say("reading one workbook", ours, "zipfile, inflate alone", base, goal="<= 8")


def scoring(paths: list[Path], inbox: Path) -> None:
    """Check and score against the plain program, a workbook each."""
    few = paths[:10]
    base, ours = interleaved(
        lambda: cpu(lambda: [plain.score(p) for p in few]) / len(few),
        lambda: cpu(lambda: run([inbox], Known())) / len(paths),
    )
    print(
        f"{'check and score, times faster than plain':<42}{base / ours:9.1f} x"
        f"{'':<50}   reach 30"
    )


def growth(inbox: Path, more: Path, counts: tuple[int, int]) -> None:
    """Cost and memory a workbook as the folder grows."""
    small, large = interleaved(
        lambda: cpu(lambda: run([inbox], Known())) / counts[0],
        lambda: cpu(lambda: run([more], Known())) / counts[1],
    )
    say(
        f"a workbook of {counts[1]}",
        large,
        f"a workbook of {counts[0]}",
        small,
        goal="<= 1.05",
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'peak memory of all of this':<42}{peak:9.1f} MB")


def handing_out(folder: Path) -> None:
    """A prefilled form a person, against openpyxl: load, fill, save."""
    few = 20
    blank = next(iter(people.handed_out(folder / "blank", 1)))
    one = folder / "blank" / blank.path
    base, ours = interleaved(
        lambda: cpu(lambda: people.filled_plainly(one, folder / "plain.xlsx")),
        lambda: cpu(lambda: list(people.handed_out(folder / "ours", few))) / few,
    )
    print(
        f"{'perfeval forms, times faster than openpyxl':<42}{base / ours:9.1f} x"
        f"{'':<50}   reach 6"
    )


def copies(source: list[Path], target: Path, count: int) -> list[Path]:
    """So many workbooks, the given ones in turn."""
    target.mkdir()
    made = []
    for number in range(count):
        path = target / f"{number:05}.xlsx"
        shutil.copyfile(source[number % len(source)], path)
        made.append(path)
    return made


def main(count: int) -> None:
    """All lines, on copies of the example's workbooks."""
    example = folder("examples") / "tambon-2568-1" / "inbox"
    scored = [one for one in run([example], Known()).appraisals if one.result]
    source = [Path(one.evaluation.file) for one in scored]
    with tempfile.TemporaryDirectory() as name:
        few = copies(source, Path(name, "few"), 100)
        copies(source, Path(name, "many"), count)
        start_up(source[0])
        reading(few)
        scoring(few, Path(name, "few"))
        handing_out(Path(name))
        growth(Path(name, "few"), Path(name, "many"), (len(few), count))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
