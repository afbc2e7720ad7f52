"""What stands in a file under record/, read back as it was kept."""

import json
from pathlib import Path
from typing import Any

from perfeval.record.damage import DamagedError

Kept = dict[str, Any]


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
