"""Second processes: whether one pays, and how it begins and ends."""

import os
import signal
import threading
import time

PAYS_FROM = 300  # people or workbooks; below it, a start costs more than it saves
PROCESSES = 2


def pays(count: int) -> bool:
    """True where so many people or workbooks are worth a process more."""
    usable = getattr(os, "sched_getaffinity", None)  # not on every system
    processors = len(usable(0)) if usable else os.cpu_count() or 1
    return count >= PAYS_FROM and processors >= PROCESSES


def begin(parent: int) -> None:
    """A worker leaves Ctrl-C to its parent, and ends when that was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(0)

    threading.Thread(target=watch, daemon=True).start()
