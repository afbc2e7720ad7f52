"""A file under record/ that somebody has changed."""

from pathlib import Path


class DamagedError(Exception):
    """A file that only perfeval writes is not as perfeval wrote it."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path
