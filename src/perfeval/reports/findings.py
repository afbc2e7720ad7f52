"""Findings as a line for people, and as programs read them."""

from perfeval.catalogue import Severity
from perfeval.findings import Finding

WORDS = {
    "th": {
        "title": "ข้อตรวจพบ",
        "error": "ต้องแก้ไข",
        "warning": "ควรตรวจสอบ",
        "note": "หมายเหตุ",
        "columns": (
            "ระดับความสำคัญ", "รหัส", "ไฟล์", "แผ่นงาน", "ช่อง", "รหัสพนักงาน",
            "พบ", "ข้อตรวจพบ", "สิ่งที่ต้องทำ", "ข้อ",
        ),
    },
    "en": {
        "title": "Findings",
        "error": "error",
        "warning": "warning",
        "note": "note",
        "columns": (
            "Severity", "Code", "File", "Sheet", "Cells", "Employee id", "Found",
            "Message", "Remedy", "Clause",
        ),
    },
}  # fmt: skip
KEYS = (
    "severity", "code", "file", "sheet", "cells", "employee_id", "found",
    "message", "remedy", "clause",
)  # fmt: skip


def line(one: Finding, lang: str) -> str:
    """One finding on one line: where, code, what is wrong, what to do, clause."""
    is_error = one.severity is Severity.ERROR
    weight = "" if is_error else f" ({WORDS[lang][one.severity.value]})"
    place = "!".join(filter(None, (one.sheet, ", ".join(one.cells))))
    where = f"{one.file}: " + (f"{place}: " if place else "")
    clause = f" [{one.clause}]" if one.clause else ""
    remedy = one.remedy(lang)
    told = f"{one.message(lang)} → {remedy}" if remedy else one.message(lang)
    return f"{where}{one.code}{weight} {told}{clause}"


def as_json(one: Finding, lang: str) -> dict[str, object]:
    """One finding as programs read it."""
    return {
        "severity": one.severity.value,
        "code": one.code,
        "file": one.file,
        "sheet": one.sheet,
        "cell": one.cell,
        "cells": list(one.cells),
        "employee_id": one.employee_id,
        "found": one.found,
        "message": one.message(lang),
        "remedy": one.remedy(lang),
        "clause": one.clause,
    }
