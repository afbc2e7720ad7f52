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

BOTH = re.compile(r"\s+\|\|\s+")  # a long text may break the line there
_BRACES = re.compile(r"\{(\S+)\}")  # the library writes {ID} for an argument
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
}
_MESSAGES = (
    (re.compile(r"No such command '(.*)'\."), "ไม่มีคำสั่ง {0}"),
    (re.compile(r"Got unexpected extra arguments? \((.*)\)"), "ระบุค่าเกินมา: {0}"),
    (re.compile(r"Missing command\."), "ยังไม่ได้ระบุคำสั่ง"),
)


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
    usage, end, rest = page.partition("\n")
    page = _BRACES.sub(r"\1", usage) + end + rest
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
        if parameter.name == "lang":
            parameter.default = lang
    for child in getattr(command, "commands", {}).values():
        localise(child, lang)
    return command


def one(text: str, lang: str) -> str:
    """The half of `ไทย || English` that is asked for."""
    both = BOTH.split(text, maxsplit=1)
    return both[0] if lang == "th" else both[-1]


def told(wrong: TyperException, lang: str) -> str:
    """A usage error, and the command that shows how it is done."""
    if type(wrong).__name__ == "NoArgsIsHelpError":
        return str(wrong)  # the help page itself
    ctx = getattr(wrong, "ctx", None)
    command = ctx.command_path if ctx else "perfeval"
    if lang == "en":
        return f"{wrong.format_message()}\nTry: {command} --help --lang en"
    return f"{_in_thai(wrong, ctx)}\nดูวิธีใช้ด้วย {command} --help"


def _in_thai(wrong: TyperException, ctx: Any) -> str:
    for pattern, words in _MESSAGES:
        if found := pattern.fullmatch(wrong.message):
            return words.format(*found.groups())
    parameter = getattr(wrong, "param", None)
    hint = parameter.get_error_hint(ctx) if parameter else ""
    name = getattr(wrong, "option_name", None) or hint
    words = _ERRORS.get(type(wrong).__name__, f"คำสั่งไม่ถูกต้อง: {wrong.message}")
    return words.format(name=name.replace("'", ""))
