"""The machine: what perfeval asks the system about itself, as plain values."""

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

WINDOWS, MACOS = "win32", "darwin"
PATIENCE = 30  # seconds for another program to answer


class Machine(NamedTuple):
    """
    Where we run.

    platform: as `sys.platform` says it. home: of the user. root: of the disk.
    """

    platform: str
    environment: Mapping[str, str]
    home: Path
    root: Path = Path("/")

    def path(self, name: str) -> Path | None:
        """The folder that a variable of the environment names."""
        return Path(named) if (named := self.environment.get(name)) else None


def answer(command: Sequence[str | Path], machine: Machine) -> str | None:
    """
    What another program prints; None where it cannot be asked.

    It gets a home of its own, so that nothing of it stays.
    """
    with TemporaryDirectory(ignore_cleanup_errors=True) as home:
        own = {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home}
        try:
            ran = subprocess.run(
                [str(word) for word in command],
                env={**machine.environment, **own},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                timeout=PATIENCE,
                check=False,
            )
        except (OSError, ValueError, subprocess.SubprocessError):
            return None
    return ran.stdout if ran.returncode == 0 else None
