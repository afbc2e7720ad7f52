"""The options that many commands share, written once in both languages."""

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[Path],
    typer.Argument(
        help="สมุดงานหรือโฟลเดอร์ || Workbooks or folders.",
        metavar="PATHS...",
        show_default=False,
    ),
]
AsJson = Annotated[
    bool,
    typer.Option("--json", help="ตอบเป็น JSON ทาง stdout || Answer as JSON on stdout."),
]
Quiet = Annotated[
    bool,
    typer.Option("-q", "--quiet", help="แสดงเฉพาะข้อที่ต้องแก้ไข || Only errors."),
]
NoColor = Annotated[bool, typer.Option("--no-color", help="ไม่ใช้สี || No colours.")]
Lang = Annotated[
    str,
    typer.Option(
        "--lang", help="ภาษา: th หรือ en || Language: th or en.", metavar="th|en"
    ),
]
Force = Annotated[
    bool,
    typer.Option("--force", help="เขียนทับไฟล์ที่มีอยู่ || Overwrite a file that exists."),
]
Own = Annotated[
    list[Path],
    typer.Option(
        "--regulation",
        help="ไฟล์หลักเกณฑ์ของหน่วยงาน || An office's own regulation file.",
        metavar="FILE",
        show_default=False,
    ),
]
