"""The options that many commands share, written once in both languages."""

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[Path],
    typer.Argument(
        help="สมุดงาน (.xlsx) หรือโฟลเดอร์ ระบุได้หลายรายการ "
        "|| Workbooks (.xlsx) or folders, as many as you like.",
        metavar="PATHS...",
        show_default=False,
    ),
]
Returned = Annotated[
    list[Path],
    typer.Argument(
        help="สมุดงาน (.xlsx) หรือโฟลเดอร์ หากไม่ระบุ ใช้ inbox/ ของรอบ "
        "|| Workbooks (.xlsx) or folders; without any, the round's inbox/.",
        metavar="[PATHS...]",
        show_default=False,
    ),
]
Newest = Annotated[
    bool,
    typer.Option(
        "--newest",
        help="ผู้ที่ส่งแบบต่างกันหลายฉบับ ให้ใช้ฉบับที่บันทึกล่าสุด "
        "คำสั่ง status, rank และ close จำการเลือกไว้ให้ทุกคำสั่งต่อไป "
        "|| Of several different forms of a person, use the one saved last; status, "
        "rank and close keep the choice for every later command.",
    ),
]
AsJson = Annotated[
    bool,
    typer.Option(
        "--json",
        help="แสดงผลเป็น JSON สำหรับโปรแกรมอื่น || Answer as one JSON object.",
    ),
]
Quiet = Annotated[
    bool,
    typer.Option(
        "-q", "--quiet", help="แสดงเฉพาะข้อที่ต้องแก้ไข || Show nothing but errors."
    ),
]
NoColor = Annotated[bool, typer.Option("--no-color", help="ไม่ใช้สี || No colours.")]
Lang = Annotated[
    str,
    typer.Option(
        "--lang", help="ภาษา th หรือ en || Language, th or en.", metavar="th|en"
    ),
]
Force = Annotated[
    bool,
    typer.Option("--force", help="เขียนทับไฟล์ที่มีอยู่แล้ว || Overwrite a file that exists."),
]
Draft = Annotated[
    bool,
    typer.Option(
        "--draft",
        help="ทำฉบับร่าง มีคำว่า ร่าง ทุกหน้า ทำได้ก่อนมีมติ "
        "|| A draft, marked as one on every page; needs no decision.",
    ),
]
Own = Annotated[
    list[Path],
    typer.Option(
        "--regulation",
        help="ไฟล์หลักเกณฑ์ของหน่วยงานเอง ระบุซ้ำได้ "
        "|| An office's own regulation file; may be repeated.",
        metavar="FILE",
        show_default=False,
    ),
]
RoundDir = Annotated[
    Path | None,
    typer.Option(
        "--round",
        help="โฟลเดอร์ของรอบ (มี round.toml) "
        "หากไม่ระบุ หาจาก PERFEVAL_ROUND แล้วจากโฟลเดอร์ปัจจุบันขึ้นไป "
        "|| Folder of the round (with round.toml); else PERFEVAL_ROUND, else upwards.",
        metavar="DIR",
        show_default=False,
    ),
]
