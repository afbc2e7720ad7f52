"""
Runs of publishing that are killed: at each step, and at any moment.

A program of its own, with one thread, so that it may fork: a child publishes and is
killed, the parent looks at what is left. Prints what went wrong, or nothing.
"""

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from perfeval.record.lock import Holder, locked
from perfeval.record.publish import publish
from perfeval.record.shelf import known, paths_in
from perfeval.record.switch import is_interrupted, recover, settle
from perfeval.rounds.folder import RoundFolder

WHO = Holder("here", 1, "now", "close")
OLD = {
    "ranking.xlsx": b"old ranking " * 4000,
    "summary.xlsx": b"old summary " * 4000,
    "notices/1.xlsx": b"old notice",
    "calendar.xlsx": b"the calendar",
}
NEW = {
    "ranking.xlsx": b"new ranking " * 4000,
    "summary.xlsx": b"old summary " * 4000,
    "notices/2.xlsx": b"new notice",
}
TYPED = b"old ranking with a remark of the officer"
BEFORE = {**OLD, "ranking.xlsx": TYPED, "remarks.txt": b"of the officer"}
AFTER = {**NEW, "calendar.xlsx": b"the calendar", "remarks.txt": b"of the officer"}
State = dict[str, bytes]


def set_up(place: Path) -> RoundFolder:
    """A round with the old set, an officer's remark in it and a file of his own."""
    folder = RoundFolder(place)
    place.mkdir()
    papers = dict(OLD)
    calendar = {"calendar.xlsx": papers.pop("calendar.xlsx")}
    with locked(folder.record, WHO):
        publish(folder, calendar, basis=None)
        publish(folder, papers, basis="one")
    (folder.out / "ranking.xlsx").write_bytes(TYPED)
    (folder.out / "remarks.txt").write_bytes(b"of the officer")
    return folder


def present(folder: RoundFolder) -> State:
    """Every file under out/ with its content."""
    return {path: (folder.out / path).read_bytes() for path in paths_in(folder.out)}


def publish_new(folder: RoundFolder, step: Callable[[str], None]) -> None:
    """Publish the new set over the old one."""
    with locked(folder.record, WHO):
        publish(folder, NEW, basis="two", step=step)


def settle_now(folder: RoundFolder, step: Callable[[str], None]) -> None:
    """Finish what a dead run left."""
    with locked(folder.record, WHO):
        settle(folder, step)


def child(work: Callable[[], None]) -> int:
    """Run something in a child; its process id."""
    number = os.fork()
    if number:
        return number
    try:
        work()
    finally:
        os._exit(0)


def dies_at(count: int) -> Callable[[str], None]:
    """A step hook that kills this process at its `count`-th call."""
    left = [count]

    def step(_: str) -> None:
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)

    return step


def was_killed(number: int) -> bool:
    """Wait for a child; whether a signal ended it."""
    return os.WIFSIGNALED(os.waitpid(number, 0)[1])


def faults(folder: RoundFolder, when: str) -> list[str]:
    """What is wrong after a run died and the next command came."""
    recover(folder, WHO)
    found = []
    now = present(folder)
    if now not in (BEFORE, AFTER):
        found.append(f"{when}: neither the old set nor the new one: {sorted(now)}")
    bases = {paper.basis for path, paper in known(folder).items() if path in NEW}
    if bases != ({"two"} if now == AFTER else {"one"}):
        found.append(f"{when}: papers.json tells of another set: {bases}")
    aside = [one.read_bytes() for one in folder.record.glob("set-aside/*")]
    if now == AFTER and aside != [TYPED]:
        found.append(f"{when}: the officer's remark is lost")
    left = [one.name for one in folder.path.iterdir() if one.name not in KNOWN]
    if is_interrupted(folder) or left:
        found.append(f"{when}: left about: {left}")
    publish_new(folder, lambda _: None)
    if present(folder) != AFTER:
        found.append(f"{when}: the next run does not reach the new set")
    return found


KNOWN = {"out", "record"}


def at_each_step(scratch: Path) -> list[str]:
    """Killed after each step of publishing, and after each step of recovery."""
    found: list[str] = []
    for count in range(1, 100):
        folder = set_up(scratch / f"step-{count}")
        if not was_killed(child(lambda f=folder, n=count: publish_new(f, dies_at(n)))):
            return found if count > len(NEW) else ["no step was watched"]
        for again in range(1, 9):
            twin = RoundFolder(scratch / f"step-{count}-{again}")
            shutil.copytree(folder.path, twin.path)
            if not was_killed(child(lambda f=twin, n=again: settle_now(f, dies_at(n)))):
                break
            found += faults(twin, f"step {count}, recovery step {again}")
        found += faults(folder, f"step {count}")
    return [*found, "it never came to an end"]


def at_any_moment(scratch: Path, kills: int) -> list[str]:
    """Killed that many times at a random moment between the first and last step."""
    chance = random.Random(2568)
    found: list[str] = []
    whole, killed = 0.02, 0  # seconds of a run, felt for
    for run in range(10 * kills):
        if killed == kills:
            return found
        folder = set_up(scratch / f"moment-{run}")
        number = child(lambda f=folder: publish_new(f, lambda _: None))
        time.sleep(chance.random() * whole)
        os.kill(number, signal.SIGKILL)
        in_time = was_killed(number)
        killed += in_time
        whole *= 1.05 if in_time else 0.85
        found += faults(folder, f"moment {run}")
        shutil.rmtree(folder.path)
    return [*found, f"only {killed} were killed in time"]


def quick() -> str | None:
    """A folder in memory, where there is one: a kill is the same there."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=quick()) as name:
        place = Path(name)
        how = sys.argv[1]
        told = at_each_step(place) if how == "steps" else at_any_moment(place, 200)
    print("\n".join(told))
