"""Start: choose the language, run the command, turn every failure into a code."""

import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from typer.exceptions import TyperException

from perfeval.cli.exits import Exit, StopError
from perfeval.cli.help import localise, told
from perfeval.record.damage import DamagedError

if TYPE_CHECKING:
    from perfeval.findings import Finding

LANGUAGES = ("th", "en")
NO_SUCH_LANGUAGE = (
    "--lang หรือ PERFEVAL_LANG ต้องเป็น th หรือ en\n"
    "--lang or PERFEVAL_LANG must be th or en"
)

DAMAGED = {
    "th": "อ่าน {path} ไม่ได้ ไฟล์ใน record/ ห้ามแก้ไขด้วยมือ กรุณานำสำเนาสำรองกลับมาวางแทน",
    "en": "{path} cannot be read. Files under record/ are never edited by hand; put "
    "back a copy of it.",
}
NO_OUTLET = {
    "th": "ส่งผลลัพธ์ออกทาง stdout ไม่ได้ กรุณาตรวจพื้นที่ว่างและปลายทางของผลลัพธ์ แล้วสั่งอีกครั้ง",
    "en": "Cannot write to stdout; check the free space and where it leads.",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line; returns its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    lang, words = _language(words)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if sys.stdout is None:  # closed before we began
        return _no_outlet(lang or LANGUAGES[0])
    return _whatever_comes(words, lang)


def _whatever_comes(words: list[str], lang: str | None) -> int:
    """Run one command; every failure is told, and becomes a code."""
    try:
        if lang is None:
            return _stopped(words, LANGUAGES[0], Exit.USAGE, NO_SUCH_LANGUAGE)
        code = _run(words, lang)
        sys.stdout.flush()
    except (KeyboardInterrupt, typer.Abort):
        return Exit.INTERRUPTED
    except (BrokenPipeError, SystemExit):  # Typer exits where a pipe is closed
        return _reader_left()
    except Exception as wrong:  # the one place: no traceback reaches a user
        if isinstance(wrong, OSError) and wrong.filename is None:  # of no file: stdout
            _discard()
            return _no_outlet(lang or LANGUAGES[0])
        return _own_fault(words, lang or LANGUAGES[0])
    return code


def _run(words: list[str], lang: str) -> int:
    from perfeval.cli.app import app_for  # after the language is known

    command = localise(typer.main.get_command(app_for(words)), lang)
    try:
        code = command.main(words, "perfeval", standalone_mode=False, obj=lang)
    except StopError as stop:
        return _stopped(words, lang, stop.code, stop.told(lang), stop.findings)
    except DamagedError as damaged:
        message = DAMAGED[lang].format(path=damaged.path.as_posix())
        return _stopped(words, lang, Exit.UNUSABLE, message)
    except TyperException as wrong:
        return _stopped(words, lang, Exit.USAGE, told(wrong, lang))
    return int(code or Exit.DONE)


def _stopped(
    words: list[str],
    lang: str,
    code: Exit,
    message: str,
    findings: "Sequence[Finding]" = (),
) -> Exit:
    """Say why a command stopped: to people, and on stdout to a program that asked."""
    print(message, file=sys.stderr)
    if "--json" in words[: _end(words)]:
        from perfeval.cli.app import command_of
        from perfeval.cli.output import Voice

        say = Voice(lang, as_json=True)
        stopped = {"exit": int(code), "message": message}
        say.json(command_of(words), summary={}, findings=findings, stopped=stopped)
        sys.stdout.flush()
    return code


def _reader_left() -> int:
    """Whoever read our output, such as `head`, has closed it: say no more."""
    _discard()
    return Exit.INTERRUPTED


def _no_outlet(lang: str) -> int:
    """Nobody can get our answer: say so on stderr."""
    with contextlib.suppress(OSError):  # which may be as full
        print(NO_OUTLET[lang], file=sys.stderr)
    return Exit.UNUSABLE


def _discard() -> None:
    """Let what still waits for stdout go nowhere when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _language(words: list[str]) -> tuple[str | None, list[str]]:
    """The language, from --lang or PERFEVAL_LANG, and the other arguments."""
    rest, lang = [], os.environ.get("PERFEVAL_LANG", "th")
    end = _end(words)
    given = iter(words[:end])
    for word in given:
        if word == "--lang":
            lang = next(given, "")
        elif word.startswith("--lang="):
            lang = word.removeprefix("--lang=")
        else:
            rest.append(word)
    return (lang if lang in LANGUAGES else None), rest + words[end:]


def _end(words: list[str]) -> int:
    """Where options end: what stands behind `--` is none."""
    return words.index("--") if "--" in words else len(words)


def _own_fault(words: list[str], lang: str) -> int:
    """Keep the traceback in a file of its own and name that file."""
    import tempfile  # only when all else failed
    import traceback

    with tempfile.NamedTemporaryFile(
        "w", prefix="perfeval-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        traceback.print_exc(file=log)
    name = Path(log.name).as_posix()
    told_in = {
        "th": "perfeval ทำงานผิดพลาดเอง ไม่ใช่ความผิดของไฟล์หรือของผู้ใช้ "
        f"กรุณาส่งไฟล์ {name} ให้ผู้ดูแลโปรแกรม",
        "en": f"A fault of perfeval itself, not of your files. Please report {name}",
    }
    with contextlib.suppress(OSError):  # stdout may be what failed
        _stopped(words, lang, Exit.OWN_FAULT, told_in[lang])
    return Exit.OWN_FAULT
