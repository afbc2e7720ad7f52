"""Why a workbook cannot be trusted: raised inside the reader, told as a finding."""

from perfeval.catalogue.package import DAMAGE, KINDS, LIMITS, UNREADABLE
from perfeval.findings import Finding, Location, finding

MB = 1024 * 1024
_SHOWN = 80  # characters of a text out of the file that a message repeats


class Fault(Exception):  # noqa: N818 - of the file, not of the program
    """The first reason to refuse a file; `read` makes the finding of it."""

    def __init__(
        self,
        code: str,
        *,
        found: str | None = None,
        cell: str | None = None,
        **facts: str,
    ) -> None:
        super().__init__(code, facts)
        self.code = code
        self.found = found
        self.cell = cell
        self.sheet: str | None = None
        self.facts = facts

    def finding(self, file: str) -> Finding:
        """The same as the user reads it."""
        where = Location(file, sheet=self.sheet, cell=self.cell)
        return finding(self.code, where, found=self.found, **self.facts)


def unreadable(reason: str) -> Fault:
    """PE001: the system does not give us the file."""
    thai, english = UNREADABLE[reason]
    return Fault("PE001", reason_th=thai, reason_en=english)


def other_kind(kind: str) -> Fault:
    """PE007: a sound file of another program."""
    thai, english = KINDS[kind]
    return Fault("PE007", kind_th=thai, kind_en=english)


def beyond(
    limit: str, most: str, found: str, *, part: str = "", cell: str | None = None
) -> Fault:
    """PE004: more than a form may hold."""
    words = {"most": most, "part": shown(part)}
    thai, english = (text.format_map(words) for text in LIMITS[limit])
    return Fault("PE004", found=found, cell=cell, limit_th=thai, limit_en=english)


def damaged(reason: str, *, cell: str | None = None, **facts: str) -> Fault:
    """PE008: the file is not what a program would have saved."""
    words = {name: shown(text) for name, text in facts.items()}
    thai, english = (text.format_map(words) for text in DAMAGE[reason])
    return Fault(
        "PE008",
        found=words.get("value"),
        cell=cell,
        reason_th=thai,
        reason_en=english,
    )


def shown(text: str) -> str:
    """A text out of the file, fit for a message: short and without controls."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)[
        :_SHOWN
    ]


def in_mb(size: int) -> str:
    """A size in bytes as a message gives it, rounded up: a breach looks like one."""
    tenths = -(-size * 10 // MB)
    whole, tenth = divmod(tenths, 10)
    return f"{whole}.{tenth} MB" if tenth else f"{whole} MB"
