"""PE1xx: a value in a cell that cannot be read, or was read with care."""

from perfeval.catalogue.entry import error, note, warning

ENTRIES = {
    "PE101": error(
        ("ยังไม่กรอก “{label}”", "กรอก “{label}” ในช่องนี้"),
        ("“{label}” is blank.", "Fill in “{label}” in this cell."),
    ),
    "PE102": error(
        (
            "“{found}” ไม่ใช่ตัวเลข ช่อง “{label}” ต้องเป็นตัวเลข",
            "พิมพ์ตัวเลขอย่างเดียว เช่น {example} คำอธิบายให้พิมพ์ในช่องอื่น",
        ),
        (
            "“{found}” is not a number; “{label}” must be one.",
            "Type the number alone, such as {example}; words go elsewhere.",
        ),
    ),
    "PE103": error(
        ("ช่อง “{label}” มีค่าผิดพลาด {found}", "ลบค่านี้แล้วพิมพ์ค่าจริงลงไป"),
        ("“{label}” holds the error {found}.", "Delete it and type the value itself."),
    ),
    "PE104": error(
        (
            "ช่อง “{label}” เป็นสูตร {found} ที่ไม่มีค่าบันทึกไว้ จึงอ่านค่าไม่ได้",
            "พิมพ์ค่าที่ต้องการแทนสูตร",
        ),
        (
            "“{label}” is a formula {found} without a saved value.",
            "Type the value itself in place of the formula.",
        ),
    ),
    "PE105": warning(
        (
            "ช่อง “{label}” เป็นสูตร ={taken} ใช้ค่าที่บันทึกไว้คือ “{found}”",
            "ตรวจค่า แล้วพิมพ์ค่าแทนสูตร",
        ),
        (
            "“{label}” is the formula ={taken}; its saved value “{found}” is used.",
            "Check the value and type it in place of the formula.",
        ),
    ),
    "PE106": note(
        (
            "“{found}” ในช่อง “{label}” ไม่ได้พิมพ์เป็นตัวเลขธรรมดา จึงอ่านเป็น {taken}",
            "หากไม่ถูกต้อง ให้ลบแล้วพิมพ์เป็นตัวเลขอารบิก",
        ),
        (
            "“{found}” in “{label}” is not typed as a plain number; it was read as "
            "{taken}.",
            "If wrong, clear the cell and type plain digits.",
        ),
    ),
    "PE107": warning(
        (
            "“{found}” ในช่อง “{label}” ไม่ใช่วันที่ที่อ่านได้แน่ชัด จึงไม่ได้ใช้",
            "พิมพ์วัน/เดือน/ปี พ.ศ. สี่หลัก เช่น 31/3/2568",
        ),
        (
            "“{found}” in “{label}” cannot be read as a date and is not used.",
            "Type day/month/four-digit year, such as 31/3/2568.",
        ),
    ),
    "PE108": error(
        (
            "Excel เปลี่ยนสิ่งที่พิมพ์ในช่อง “{label}” เป็นวันที่ (ค่าในไฟล์คือ {found})",
            "จัดรูปแบบช่องเป็น “ทั่วไป” แล้วพิมพ์ตัวเลขใหม่ เช่น {example}",
        ),
        (
            "Excel turned what was typed in “{label}” into a date (stored {found}).",
            "Set the cell's format to General and type the number, such as {example}.",
        ),
    ),
    "PE109": error(
        (
            "“{found}” ไม่อยู่ในรายการของช่อง “{label}”",
            "เลือกจากรายการ: {choices}",
        ),
        ("“{found}” is not on the list of “{label}”.", "Choose one of: {choices}"),
    ),
    "PE110": warning(
        (
            "“{found}” ไม่อยู่ในรายการของช่อง “{label}” จึงไม่ได้ใช้",
            "เลือกจากรายการ: {choices}",
        ),
        (
            "“{found}” is not on the list of “{label}” and is not used.",
            "Choose one of: {choices}",
        ),
    ),
    "PE111": note(
        (
            "วันที่ในช่อง “{label}” พิมพ์เป็นปี พ.ศ. ในช่องที่เก็บปีเป็น ค.ศ. จึงอ่านเป็น {taken}",
            "หากไม่ถูกต้อง พิมพ์วันที่ใหม่",
        ),
        (
            "The date in “{label}” holds a Buddhist year; it was read as {taken}.",
            "If that is wrong, type the date again.",
        ),
    ),
    "PE112": note(
        (
            "ข้อความในช่อง “{label}” มีอักขระที่มองไม่เห็นหรือสระสลับที่ อ่านเป็น “{taken}”",
            "หากไม่ถูกต้อง พิมพ์ข้อความใหม่",
        ),
        (
            "“{label}” holds invisible or misplaced characters; read as “{taken}”.",
            "If that is wrong, type it again.",
        ),
    ),
}
