"""
The words for what can be wrong with a file as such, in Thai and in English.

They fill the reasons of PE001, PE004, PE007 and PE008 (`reason_th`, `reason_en`
and so on), so that a Thai message never carries an English reason.
"""

Words = tuple[str, str]  # Thai, English

UNREADABLE: dict[str, Words] = {
    "missing": ("ไม่พบไฟล์", "no such file"),
    "forbidden": ("ไม่มีสิทธิ์อ่าน", "no permission to read it"),
    "device": ("ระบบอ่านไฟล์ไม่สำเร็จ", "the system could not read it"),
}

LIMITS: dict[str, Words] = {
    "file": ("ไฟล์ไม่เกิน {most}", "a file of at most {most}"),
    "parts": ("ส่วนภายในไฟล์ไม่เกิน {most} ส่วน", "at most {most} parts"),
    "part": ("ส่วน {part} ไม่เกิน {most}", "{part} of at most {most}"),
    "parsed": (
        "เนื้อหาแผ่นงานรวมไม่เกิน {most}",
        "sheets of at most {most} together",
    ),
    "whole": ("ไฟล์เมื่อคลายแล้วไม่เกิน {most}", "at most {most} when unpacked"),
    "ratio": (
        "ส่วน {part} คลายตัวได้ไม่เกิน {most} เท่า",
        "{part} unpacking to at most {most} times its size",
    ),
    "elements": (
        "ช่องและรายการทั้งหมด (รวมช่องว่างที่จัดรูปแบบไว้) ไม่เกิน {most}",
        "at most {most} cells and entries, formatted blank ones included",
    ),
    "depth": ("ส่วน {part} ซ้อนกันไม่เกิน {most} ชั้น", "{part} nested {most} deep"),
    "text": (
        "ข้อความเดียวในส่วน {part} ไม่เกิน {most} อักขระ",
        "one text of at most {most} characters in {part}",
    ),
    "sheets": ("ไม่เกิน {most} แผ่นงาน", "at most {most} sheets"),
    "rows": ("ค่าอยู่ภายใน {most} แถวแรก", "values in the first {most} rows"),
    "columns": ("ค่าอยู่ภายใน {most} คอลัมน์แรก", "values in the first {most} columns"),
    "cells": ("ช่องที่มีค่าไม่เกิน {most} ช่อง", "at most {most} filled cells"),
    "merges": ("ช่องผสานไม่เกิน {most} แห่ง", "at most {most} merged ranges"),
}

KINDS: dict[str, Words] = {
    "ods": (
        "สเปรดชีต OpenDocument (.ods ของ LibreOffice)",
        "an OpenDocument spreadsheet (.ods of LibreOffice)",
    ),
    "opendocument": ("เอกสาร OpenDocument อื่น", "another OpenDocument file"),
    "docx": ("เอกสาร Word (.docx)", "a Word document (.docx)"),
    "pptx": ("งานนำเสนอ PowerPoint (.pptx)", "a PowerPoint presentation (.pptx)"),
    "xlsb": ("สมุดงาน Excel แบบไบนารี (.xlsb)", "a binary Excel workbook (.xlsb)"),
    "numbers": ("ไฟล์ Numbers หรือ Pages ของ Apple", "a Numbers or Pages file of Apple"),
    "zip": ("ไฟล์ ZIP ทั่วไป", "some other ZIP archive"),
    "archive": ("ไฟล์บีบอัด (RAR, 7z หรือ gzip)", "an archive (RAR, 7z or gzip)"),
    "doc": ("เอกสาร Word รุ่นเก่า (.doc)", "an old Word document (.doc)"),
    "ppt": ("งานนำเสนอ PowerPoint รุ่นเก่า (.ppt)", "an old presentation (.ppt)"),
    "ole": ("ไฟล์ Office รุ่นเก่าชนิดอื่น", "some other old Office file"),
    "pdf": ("ไฟล์ PDF", "a PDF"),
    "html": ("หน้าเว็บ (HTML)", "a web page (HTML)"),
    "xml": ("ไฟล์ XML", "an XML file"),
    "rtf": ("เอกสาร RTF", "an RTF document"),
    "image": ("รูปภาพ", "a picture"),
    "text": ("ข้อความธรรมดา เช่น .csv", "plain text such as .csv"),
    "unknown": ("ไฟล์ชนิดที่ไม่รู้จัก", "a file of unknown kind"),
}

DAMAGE: dict[str, Words] = {
    "truncated": ("ส่วนท้ายของไฟล์ขาดหายไป", "the end of the file is missing"),
    "appended": ("มีข้อมูลอื่นต่อท้ายไฟล์", "something follows the end of the workbook"),
    "directory": ("สารบัญภายในไฟล์ไม่ถูกต้อง", "its table of contents is broken"),
    "layout": (
        "ส่วนภายในซ้อนทับกันหรือมีข้อมูลแทรกที่ {part}",
        "parts overlap or something stands between them at {part}",
    ),
    "twice": ("มีส่วน {part} ซ้ำกัน", "{part} is there twice"),
    "name": ("ชื่อส่วนภายในไม่ปลอดภัย “{part}”", "an unsafe name inside, “{part}”"),
    "locked": ("ส่วน {part} ถูกเข้ารหัส", "{part} is encrypted"),
    "method": ("ส่วน {part} บีบอัดด้วยวิธีที่ไม่รู้จัก", "{part} is packed in an unknown way"),
    "headers": (
        "หัวของส่วน {part} ไม่ตรงกับสารบัญ",
        "the header of {part} is not what the table of contents says",
    ),
    "content": (
        "เนื้อหาของส่วน {part} ไม่ตรงกับขนาดหรือผลรวมตรวจสอบ",
        "{part} does not match its size or checksum",
    ),
    "xml": ("ส่วน {part} ไม่ใช่ XML ที่ถูกรูปแบบ", "{part} is not well-formed XML"),
    "dtd": ("ส่วน {part} ประกาศ DTD ซึ่งไม่อนุญาต", "{part} declares a DTD"),
    "encoding": (
        "ส่วน {part} ไม่ได้เข้ารหัสอักขระเป็น UTF-8 หรือ UTF-16",
        "{part} is neither UTF-8 nor UTF-16",
    ),
    "broken_text": (
        "มีสิ่งแทรกอยู่กลางข้อความในส่วน {part}",
        "something is wedged into a text of {part}",
    ),
    "role": ("ส่วน {part} ไม่ใช่ชนิดที่ระบุไว้", "{part} is not what it is said to be"),
    "absent": ("ไม่พบส่วน {part}", "{part} is missing"),
    "link": ("การอ้างถึงส่วนภายในไม่ถูกต้อง “{part}”", "a broken reference to “{part}”"),
    "sheet": ("รายการแผ่นงานไม่ถูกต้อง “{sheet}”", "a broken list of sheets at “{sheet}”"),
    "scope": (
        "ชื่อที่กำหนด “{name}” ซ้ำหรือขอบเขตไม่ถูกต้อง",
        "the defined name “{name}” is there twice or has a wrong scope",
    ),
    "order": ("แถวหรือช่องไม่เรียงลำดับที่ {place}", "rows or cells out of order at {place}"),
    "place": ("ตำแหน่ง “{place}” ไม่ถูกต้อง", "“{place}” is not a place in a sheet"),
    "number": (
        "ช่อง {place} เก็บตัวเลขที่อ่านไม่ได้ “{value}”",
        "{place} holds a number that cannot be read, “{value}”",
    ),
    "boolean": (
        "ช่อง {place} เก็บค่าตรรกะที่อ่านไม่ได้ “{value}”",
        "{place} holds a truth value that cannot be read, “{value}”",
    ),
    "string": (
        "ช่อง {place} อ้างถึงข้อความที่ไม่มี “{value}”",
        "{place} refers to a text that is not there, “{value}”",
    ),
    "type": (
        "ช่อง {place} มีชนิดค่าที่ไม่รู้จัก “{value}”",
        "{place} holds a value of unknown type “{value}”",
    ),
    "style": (
        "ช่อง {place} อ้างถึงรูปแบบที่ไม่มี “{value}”",
        "{place} refers to a format that is not there, “{value}”",
    ),
    "values": ("ช่อง {place} มีค่ามากกว่าหนึ่งค่า", "{place} holds more than one value"),
}
