"""
Help and usage errors in both languages.

Every help text is written once as `ไทย || English`, beside its option; before a
command runs, one of the two is kept. The words that the library itself adds are
replaced in Thai.
"""

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

BOTH = " || "
_HEADINGS = (
    (re.compile(r"^Usage: ", re.MULTILINE), "วิธีใช้: "),
    (re.compile(r"^Options:", re.MULTILINE), "ตัวเลือก:"),
    (re.compile(r"^Arguments:", re.MULTILINE), "ค่าที่ระบุ:"),
    (re.compile(r"^Commands:", re.MULTILINE), "คำสั่ง:"),
    (re.compile(r"Show this message and exit\."), "แสดงวิธีใช้นี้"),
    (re.compile(r"\[required\]"), "[ต้องระบุ]"),
    (re.compile(r"\[default: "), "[ค่าเริ่มต้น: "),
)
_ERRORS = {
    "NoSuchOption": "ไม่มีตัวเลือก {name}",
    "MissingParameter": "ยังไม่ได้ระบุ {name}",
    "BadOptionUsage": "ตัวเลือก {name} ต้องมีค่าตามหลัง",
    "BadParameter": "ค่าของ {name} ใช้ไม่ได้",
    "BadArgumentUsage": "ระบุค่าไม่ถูกต้อง",
}


class Command(TyperCommand):
    """A command whose help speaks the chosen language."""

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return _translated(super().get_help(ctx), ctx)


class Group(TyperGroup):
    """A group of commands whose help speaks the chosen language."""

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return _translated(super().get_help(ctx), ctx)


def _translated(page: str, ctx: Any) -> str:
    if ctx.find_root().obj == "en":
        return page
    for pattern, words in _HEADINGS:
        page = pattern.sub(words, page)
    return page


def localise(command: Any, lang: str) -> Any:
    """The command with one language left in every help text."""
    for name in ("help", "short_help", "epilog"):
        if text := getattr(command, name, None):
            setattr(command, name, one(text, lang))
    for parameter in command.params:
        if getattr(parameter, "help", None):
            parameter.help = one(parameter.help, lang)
    for child in getattr(command, "commands", {}).values():
        localise(child, lang)
    return command


def one(text: str, lang: str) -> str:
    """The half of `ไทย || English` that is asked for."""
    thai, _, english = text.partition(BOTH)
    return thai if lang == "th" or not english else english


def told_in_thai(wrong: TyperException) -> str:
    """A usage error in Thai, naming what was typed."""
    kind = type(wrong).__name__
    parameter = getattr(wrong, "param", None)
    name = getattr(wrong, "option_name", None) or (
        parameter.get_error_hint(getattr(wrong, "ctx", None)) if parameter else ""
    )
    pattern = _ERRORS.get(kind, "คำสั่งไม่ถูกต้อง: " + str(getattr(wrong, "message", "")))
    message = pattern.format(name=name)
    if kind == "UsageError" and "No such command" in str(wrong):
        message = "ไม่มีคำสั่งนี้: " + str(wrong).partition("'")[2].partition("'")[0]
    return f"{message}\nดูวิธีใช้ด้วย perfeval --help"
