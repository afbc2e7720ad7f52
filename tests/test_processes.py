"""Second processes end with the run that began them, and are not needed by it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from started import HOWEVER

SECONDS = 30  # a run that hangs
HEAD = """
import multiprocessing, os, resource, signal, sys, time
from perfeval.processes import NoWorkerError, workers
def begun(): print(os.getpid(), flush=True)
def killing():
    os.kill(multiprocessing.parent_process().pid, signal.SIGKILL)
    time.sleep(60)
if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
"""


def ran(folder: Path, how: str, text: str) -> subprocess.CompletedProcess[str]:
    """A run in a process of its own; returns when all that it began have ended."""
    script = folder / "run.py"
    script.write_text(f"{HEAD}{text}", encoding="utf-8")
    command = [sys.executable, str(script), how]
    # The pipe closes when the last worker has ended.
    return subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=SECONDS
    )


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
@HOWEVER
def test_no_worker_outlives_a_killed_run(tmp_path, how):
    killed = ran(tmp_path, how, "    with workers(2, begun) as p: p.submit(killing)\n")

    assert killed.returncode < 0
    assert killed.stdout.split()
    assert all(number.isdigit() for number in killed.stdout.split())


@HOWEVER
def test_a_run_that_is_interrupted_waits_for_no_worker(tmp_path, how):
    stopped = ran(
        tmp_path,
        how,
        "    with workers(2, begun) as pool:\n"
        "        pool.submit(time.sleep, 0).result()\n"
        "        waiting = [pool.submit(time.sleep, 60) for _ in range(8)]\n"
        "        signal.raise_signal(signal.SIGINT)\n",
    )

    assert stopped.stderr.rstrip().endswith("KeyboardInterrupt")


@pytest.mark.skipif(os.name == "nt", reason="a system without such limits")
def test_where_the_system_has_no_process_to_give_it_is_said(tmp_path):
    done = ran(
        tmp_path,
        "fork",
        "    resource.setrlimit(resource.RLIMIT_NOFILE, (6, 6))\n"
        "    try:\n"
        "        with workers(1, begun) as pool: pool.submit(print).result()\n"
        "    except NoWorkerError as wrong: print(type(wrong.__cause__).__name__)\n",
    )

    assert done.stdout == "OSError\n", done.stderr
