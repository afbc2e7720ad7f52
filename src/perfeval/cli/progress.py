"""How far a long run is: a bar on a terminal, nothing in a pipe or under cron."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from perfeval.cli.output import Voice

Step = TypeVar("Step")


def watched(
    say: Voice, steps: Iterable[Step], count: int, words: tuple[str, str]
) -> Iterator[Step]:
    """
    The steps of a run as they come, with a bar on stderr where somebody looks at it.

    Args:
        count: how many steps there are. words: what is done, Thai and English.
    """
    if say.quiet or count < 1 or not sys.stderr.isatty():
        yield from steps
        return
    from rich.console import Console  # only for a terminal
    from rich.progress import track

    console = Console(stderr=True, color_system=None if say.no_color else "auto")
    told = words[0] if say.lang == "th" else words[1]
    yield from track(steps, told, total=count, console=console, transient=True)
