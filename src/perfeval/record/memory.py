"""What stands in a file under record/, read back as it was kept."""

import json
from pathlib import Path
from typing import Any

Kept = dict[str, Any]


class DamagedError(Exception):
    """A file that only perfeval writes is not as perfeval wrote it."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def remembered(path: Path) -> Kept | None:
    """
    The object that was kept in a file; None where there is no such file.

    Raises:
        DamagedError: it cannot be read as one.
    """
    try:
        kept = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except ValueError as damaged:
        raise DamagedError(path) from damaged
    if not isinstance(kept, dict):
        raise DamagedError(path)
    return kept
