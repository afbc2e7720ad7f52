"""Versions, spelling of texts, and time zone of the system."""

import locale
import platform
import sys
from datetime import timedelta

from perfeval.doctor.check import Check, alike
from perfeval.doctor.machine import WINDOWS
from perfeval.findings import Location, finding

UTF_8 = "utf-8"
BANGKOK = timedelta(hours=7)
NEEDED = "Python 3.11"  # or later; pyproject.toml lets no older one install us


def versions(own: str) -> Check:
    """Which perfeval, the version `own`, runs on which Python."""
    found = f"perfeval {own}, Python {platform.python_version()}"
    wanted = (f"{NEEDED} ขึ้นไป", f"{NEEDED} or later")
    return Check("versions", ("รุ่น", "Versions"), alike(found), wanted)


def encoding(spelled: dict[str, str] | None = None) -> Check:
    """
    Whether names of files and what is printed are spelled in UTF-8.

    Args:
        spelled: by what is spelled, how; as the system says when None.
    """
    seen = _spelled() if spelled is None else spelled
    others = {name: one for name, one in seen.items() if _plain(one) != UTF_8}
    told = [finding("PE673", Location(name), found=one) for name, one in others.items()]
    found = ", ".join(f"{name} {one}" for name, one in seen.items())
    title = ("รหัสอักขระ", "Encoding")
    return Check("encoding", title, alike(found), alike("UTF-8"), told)


def _plain(name: str) -> str:
    return name.casefold().replace("_", "-").replace("utf8", UTF_8)


def _spelled() -> dict[str, str]:
    seen = {
        "stdout": getattr(sys.stdout, "encoding", None) or "-",
        "filesystem": sys.getfilesystemencoding(),
    }
    if sys.platform == WINDOWS:  # whose locale rules nothing that we write
        return seen
    return {**seen, "locale": locale.getencoding()}


def time_zone(offset: timedelta, name: str) -> Check:
    """
    Whether the clock of the machine is that of Thailand.

    Args:
        offset: from UTC, now. name: of the zone, as the system calls it.
    """
    hours = _signed(offset)
    told = []
    if offset != BANGKOK:
        told = [finding("PE674", Location("Asia/Bangkok"), found=f"UTC{hours}")]
    found = alike(f"UTC{hours} ({name})")
    title = ("เขตเวลา", "Time zone")
    return Check("time_zone", title, found, alike("UTC+07:00"), told)


def _signed(offset: timedelta) -> str:
    minutes = int(offset.total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"
