"""Start: choose the language, run the command, turn every failure into a code."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import typer
from typer.exceptions import TyperException

from perfeval.cli.exits import Exit, Stop
from perfeval.cli.help import localise, told_in_thai

LANGUAGES = ("th", "en")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line; returns its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    lang, words = _language(words)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if lang is None:
        print("--lang: th | en", file=sys.stderr)
        return Exit.USAGE
    try:
        return _run(words, lang)
    except (KeyboardInterrupt, typer.Abort):
        return Exit.INTERRUPTED
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
        return Exit.DONE
    except Exception:  # noqa: BLE001  the one place: no traceback reaches a user
        return _own_fault(lang)


def _run(words: list[str], lang: str) -> int:
    from perfeval.cli.app import app  # noqa: PLC0415  after the language is known

    command = localise(typer.main.get_command(app), lang)
    try:
        code = command.main(words, "perfeval", standalone_mode=False, obj=lang)
    except Stop as stop:
        print(stop.told(lang), file=sys.stderr)
        return stop.code
    except TyperException as wrong:
        print(told_in_thai(wrong) if lang == "th" else _told(wrong), file=sys.stderr)
        return Exit.USAGE
    return int(code or 0)


def _told(wrong: TyperException) -> str:
    format_message = getattr(wrong, "format_message", None)
    return f"Error: {format_message() if format_message else wrong}"


def _language(words: list[str]) -> tuple[str | None, list[str]]:
    """The language, from --lang or PERFEVAL_LANG, and the other arguments."""
    rest, lang = [], os.environ.get("PERFEVAL_LANG", "th")
    end = words.index("--") if "--" in words else len(words)
    given = iter(words[:end])
    for word in given:
        if word == "--lang":
            lang = next(given, "")
        elif word.startswith("--lang="):
            lang = word.removeprefix("--lang=")
        else:
            rest.append(word)
    return (lang if lang in LANGUAGES else None), rest + words[end:]


def _own_fault(lang: str) -> int:
    """Keep the traceback in a file of its own and name that file."""
    import tempfile  # noqa: PLC0415  only when all else failed
    import traceback  # noqa: PLC0415

    with tempfile.NamedTemporaryFile(
        "w", prefix="perfeval-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        traceback.print_exc(file=log)
    name = Path(log.name).as_posix()
    told = {
        "th": f"perfeval ทำงานผิดพลาดเอง รายละเอียดอยู่ในไฟล์ {name} กรุณาส่งไฟล์นี้ให้ผู้ดูแล",
        "en": f"A fault of perfeval itself; details are in {name}. Please report it.",
    }
    print(told[lang], file=sys.stderr)
    return Exit.OWN_FAULT
