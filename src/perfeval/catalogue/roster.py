"""PE309-329: the roster, row by row and as a whole."""

from perfeval.catalogue.entry import error, note, warning

ENTRIES = {
    "PE309": warning(
        (
            "รหัสพนักงานมี 13 หลัก อาจเป็นเลขประจำตัวประชาชน ซึ่งจะปรากฏในชื่อไฟล์และเอกสาร",
            "ใช้รหัสอื่นที่หน่วยงานกำหนดเอง",
        ),
        (
            "An id of 13 digits may be a citizen's number; file names would show it.",
            "Use an id that the office gives.",
        ),
    ),
    "PE310": error(
        (
            "ไม่พบตารางบัญชีรายชื่อในสมุดงานนี้",
            "ใช้ roster.xlsx ที่คำสั่ง perfeval init สร้างให้ แล้วกรอกรายชื่อลงในนั้น",
        ),
        (
            "This workbook holds no roster.",
            "Take the roster.xlsx that `perfeval init` writes and fill that in.",
        ),
    ),
    "PE311": error(
        (
            "ไม่พบคอลัมน์ “{expected}” ในตารางนี้",
            "เพิ่มคอลัมน์ที่มีหัวว่า “{expected}” ในแถวหัวตาราง ไม่มีค่าก็ให้เว้นว่างไว้",
        ),
        (
            "This list has no column “{expected}”.",
            "Add a column headed “{expected}” to the heading row; it may stay empty.",
        ),
    ),
    "PE312": error(
        (
            "ไม่มีสำนักหรือกองชื่อ “{found}” ใน round.toml",
            "แก้เป็น {near} หรือเพิ่มชื่อนี้ใน [[divisions]] ของ round.toml",
        ),
        (
            "round.toml has no division “{found}”.",
            "Change it to {near}, or add it to [[divisions]] of round.toml.",
        ),
    ),
    "PE313": error(
        (
            "ไม่มีกลุ่มพนักงาน “{found}” ใน round.toml",
            "แก้เป็น {near} หรือเพิ่มกลุ่มนี้ใน [regulations] ของ round.toml",
        ),
        (
            "round.toml has no staff group “{found}”.",
            "Change it to {near}, or add it to [regulations] of round.toml.",
        ),
    ),
    "PE314": error(
        (
            "รหัสพนักงาน {found} ซ้ำกัน ({places})",
            "แก้รหัสให้ต่างกัน หรือลบแถวที่ซ้ำออกให้เหลือแถวเดียว",
        ),
        (
            "The employee id {found} stands in more than one row ({places}).",
            "Give each person an id of their own, or delete the doubled row.",
        ),
    ),
    "PE315": error(
        (
            "ไม่พบ “{found}” ในช่อง “{label}” ทั้งในบัญชีนี้และใน round.toml",
            "พิมพ์รหัสของผู้ที่อยู่ในบัญชีนี้หรือใน round.toml เช่น {near}",
        ),
        (
            "“{found}” in “{label}” is neither on the roster nor in round.toml.",
            "Type the id of somebody who is, such as {near}.",
        ),
    ),
    "PE316": error(
        (
            "ช่อง “{label}” เป็นรหัสของผู้รับการประเมินเอง",
            "พิมพ์รหัสของผู้บังคับบัญชาที่เป็นผู้ประเมินจริง",
        ),
        (
            "“{label}” is the employee's own id.",
            "Type the id of the supervisor who evaluates this person.",
        ),
    ),
    "PE317": warning(
        (
            "ยังไม่กรอก “{label}” แบบประเมินของผู้นี้จะไม่มีชื่อผู้ประเมิน",
            "พิมพ์รหัสของผู้ประเมิน",
        ),
        (
            "“{label}” is blank; the form will name no evaluator.",
            "Type the id of the evaluator.",
        ),
    ),
    "PE318": warning(
        (
            "{name} ({found}) อาจไม่ใช่ผู้ประเมินของผู้นี้ตามหลักเกณฑ์",
            "ตรวจรหัสผู้ประเมิน และช่อง “หัวหน้าสำนัก/กอง” ของผู้ประเมิน",
        ),
        (
            "Under the regulation {name} ({found}) can hardly be the evaluator.",
            "Check the evaluator's id, and whether the evaluator is marked as head.",
        ),
    ),
    "PE319": error(
        (
            "เลือก “{movement}” ไว้ แต่ยังไม่กรอก “{label}”",
            "พิมพ์วันที่มีผลตามคำสั่ง เช่น 1/3/2568",
        ),
        (
            "“{movement}” is chosen, but “{label}” is blank.",
            "Type the date of the order, such as 1/3/2568.",
        ),
    ),
    "PE320": error(
        (
            "กรอกวันที่โอน ย้าย หรือช่วยราชการไว้ แต่ยังไม่เลือก “{label}”",
            "เลือกจากรายการ: {choices} หรือลบวันที่ออก",
        ),
        (
            "There is a date of movement, but “{label}” is blank.",
            "Choose one of {choices}, or delete the date.",
        ),
    ),
    "PE321": error(
        (
            "หลักเกณฑ์ของกลุ่มพนักงานนี้ไม่มีประเภทตำแหน่ง “{found}”",
            "แก้เป็น {near}",
        ),
        (
            "The regulation of this staff group has no position type “{found}”.",
            "Change it to {near}.",
        ),
    ),
    "PE322": error(
        (
            "ไม่มีระดับ “{found}” ในประเภทตำแหน่งนี้",
            "แก้เป็นระดับใดระดับหนึ่ง: {near}",
        ),
        (
            "There is no level “{found}” of this position type.",
            "Change it to one of: {near}",
        ),
    ),
    "PE323": error(
        (
            "วันสิ้นสุดการทดลองปฏิบัติราชการอยู่ก่อนวันเริ่ม ({begins})",
            "ตรวจทั้งสองวันแล้วพิมพ์ใหม่",
        ),
        (
            "The probation ends before it begins ({begins}).",
            "Check both dates and type them again.",
        ),
    ),
    "PE324": error(
        (
            "“{found}” ในช่อง “{label}” ไม่ใช่วันที่ที่อ่านได้แน่ชัด",
            "พิมพ์วัน/เดือน/ปี พ.ศ. สี่หลัก เช่น 1/3/2568",
        ),
        (
            "“{found}” in “{label}” cannot be read as a date.",
            "Type day/month/four-digit year, such as 1/3/2568.",
        ),
    ),
    "PE325": error(
        (
            "“{found}” ในช่อง “{label}” ไม่ใช่จำนวนเงิน",
            "พิมพ์ตัวเลขอย่างเดียว เช่น {example} หรือเว้นว่างไว้",
        ),
        (
            "“{found}” in “{label}” is not an amount.",
            "Type the number alone, such as {example}, or leave it blank.",
        ),
    ),
    "PE326": note(
        (
            "อ่าน “{found}” เป็นคำนำหน้า “{prefix}” ชื่อ “{name}”",
            "หากไม่ถูกต้อง พิมพ์คำนำหน้าและชื่อแยกช่องกัน",
        ),
        (
            "“{found}” was read as the prefix “{prefix}” and the name “{name}”.",
            "If wrong, type prefix and name into their own cells.",
        ),
    ),
    "PE327": warning(
        (
            "ชื่อ “{found}” มีมากกว่าหนึ่งแถว ({places}) แต่รหัสต่างกัน",
            "หากเป็นคนเดียวกัน ลบแถวที่ซ้ำออก หากเป็นคนละคน ไม่ต้องแก้",
        ),
        (
            "The name “{found}” stands in several rows ({places}) with different ids.",
            "If it is one person, delete the doubled row; else nothing is to be done.",
        ),
    ),
    "PE328": error(
        ("บัญชีรายชื่อยังไม่มีรายชื่อ", "กรอกหนึ่งคนต่อหนึ่งแถวใต้หัวตาราง"),
        ("The roster names nobody yet.", "Fill in one row a person below the heading."),
    ),
    "PE329": error(
        (
            "รหัส “{found}” ใช้เป็นชื่อไฟล์ไม่ได้",
            'ใช้ตัวอักษรและตัวเลข ไม่มี \\ / : * ? " < > | ไม่ขึ้นต้นหรือลงท้ายด้วยจุด '
            "และไม่ใช่ชื่อที่ Windows สงวนไว้ เช่น CON หรือ COM1",
        ),
        (
            "The id “{found}” cannot name a file.",
            'Use letters and digits, no \\ / : * ? " < > | and no dot at either end, '
            "and no word that Windows keeps for itself, such as CON or COM1.",
        ),
    ),
}
