"""Moving files where another program may hold them for a moment: on Windows."""

import os
import time
from collections.abc import Callable, Sequence

# Seconds. A virus scanner, a cloud folder or an indexer looks at each new file and
# lets go again; meanwhile Windows refuses to rename it, or a folder that it is in.
PAUSES = (0.1, 0.2, 0.4, 0.8) if os.name == "nt" else ()


def patiently(
    move: Callable[[], object],
    *,
    pauses: Sequence[float] = PAUSES,
    wait: Callable[[float], object] = time.sleep,
) -> None:
    """
    Move something; where that is not permitted, again after each pause.

    Args:
        pauses: seconds before each further attempt; none but on Windows.

    Raises:
        OSError: refused to the last, or for another reason than a right.
    """
    for pause in pauses:
        try:
            move()
        except PermissionError:  # also what Windows says of a file that is open
            wait(pause)
        else:
            return
    move()
