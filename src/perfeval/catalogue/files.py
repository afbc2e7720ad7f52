"""PE0xx: the file itself, its package, and whether it is one of our forms."""

from perfeval.catalogue.entry import error, note, warning

RESAVE = "เปิดไฟล์ด้วย Excel หรือ LibreOffice แล้วบันทึกเป็น “สมุดงาน Excel (.xlsx)” ใหม่อีกครั้ง"
RESAVE_EN = "Open the file in Excel or LibreOffice and save it again as .xlsx."

ENTRIES = {
    "PE001": error(
        ("เปิดอ่านไฟล์ไม่ได้: {reason_th}", "ตรวจสอบว่าไฟล์ยังอยู่และมีสิทธิ์อ่าน แล้วสั่งอีกครั้ง"),
        (
            "The file cannot be opened: {reason_en}",
            "Check that it is there and readable.",
        ),
    ),
    "PE002": error(
        (
            "ไม่ใช่ไฟล์ปกติ (เป็นลิงก์ โฟลเดอร์ หรืออุปกรณ์) จึงไม่เปิดอ่าน",
            "วางไฟล์ตัวจริงไว้ในโฟลเดอร์แทนลิงก์",
        ),
        (
            "This is not a regular file (a link, folder or device), so it is not read.",
            "Put the real file in the folder instead of a link.",
        ),
    ),
    "PE003": error(
        ("ไฟล์ว่างเปล่า (0 ไบต์)", "ขอไฟล์จากผู้ประเมินใหม่อีกครั้ง"),
        ("The file is empty (0 bytes).", "Ask the evaluator to send it again."),
    ),
    "PE004": error(
        (
            "ไฟล์เกินขีดจำกัดของแบบประเมิน: {limit_th} พบ {found}",
            "บันทึกใหม่โดยลบรูปภาพ แผ่นงาน และแถวที่ไม่ใช้ออก แล้วส่งใหม่",
        ),
        (
            "The file is beyond what a form may hold: {limit_en}, found {found}.",
            "Delete pictures and unused sheets and rows, save, and send it again.",
        ),
    ),
    "PE005": error(
        (
            "เป็นไฟล์ Excel รุ่นเก่า (.xls) ไม่ใช่ .xlsx",
            "เปิดด้วย Excel เลือก บันทึกเป็น แล้วเลือกชนิด “สมุดงาน Excel (.xlsx)”",
        ),
        (
            "This is an old Excel file (.xls), not .xlsx.",
            "Open it in Excel and save it as “Excel Workbook (.xlsx)”.",
        ),
    ),
    "PE006": error(
        (
            "ไฟล์ถูกเข้ารหัสด้วยรหัสผ่าน",
            "เปิดด้วย Excel ลบรหัสผ่านที่ ไฟล์ > ข้อมูล > ป้องกันสมุดงาน แล้วบันทึกใหม่",
        ),
        (
            "The file is encrypted with a password.",
            "Open it in Excel, remove the password, and save it again.",
        ),
    ),
    "PE007": error(
        ("ไม่ใช่สมุดงาน Excel แต่เป็น{kind_th}", RESAVE),
        ("This is not an Excel workbook but {kind_en}.", RESAVE_EN),
    ),
    "PE008": error(
        ("ไฟล์ชำรุดหรือถูกดัดแปลง: {reason_th}", RESAVE + " หากเปิดไม่ได้ให้ขอไฟล์ใหม่"),
        (
            "The file is damaged or was tampered with: {reason_en}",
            RESAVE_EN + " If it does not open, ask for it again.",
        ),
    ),
    "PE009": error(
        ("ไฟล์ถูกแก้ไขขณะกำลังอ่าน", "รอให้บันทึกหรือคัดลอกเสร็จแล้วสั่งอีกครั้ง"),
        (
            "The file changed while it was being read.",
            "Wait until it is saved or copied, then run again.",
        ),
    ),
    "PE010": note(
        (
            "เป็นสมุดงานที่มีแมโคร (.xlsm) อ่านเฉพาะข้อมูล ไม่เรียกใช้แมโคร",
            "ครั้งต่อไปบันทึกเป็น .xlsx",
        ),
        (
            "The workbook carries macros; only its values are read, none is run.",
            "Save it as .xlsx next time.",
        ),
    ),
    "PE011": note(
        ("เป็นไฟล์ล็อกชั่วคราว มีผู้เปิดสมุดงานนี้อยู่ จึงข้ามไป", "ปิดสมุดงานแล้วสั่งอีกครั้ง"),
        (
            "A lock file: somebody has the workbook open. It is skipped.",
            "Close the workbook and run again.",
        ),
    ),
    "PE012": error(
        (
            "ไม่พบแบบประเมินของ perfeval ในสมุดงานนี้",
            "ใช้แบบเปล่าจากคำสั่ง perfeval form แล้วกรอกใหม่",
        ),
        (
            "No form of perfeval is found in this workbook.",
            "Take a blank form from `perfeval form` and fill that in.",
        ),
    ),
    "PE013": error(
        (
            "แบบประเมินรุ่น {found} ไม่ใช่รุ่นที่ใช้อยู่ ({expected})",
            "สร้างแบบเปล่ารุ่นปัจจุบันด้วยคำสั่ง perfeval form {regulation} แล้วคัดลอกค่าลงไป",
        ),
        (
            "The form is {found}, not the version in use ({expected}).",
            "Make a new form with `perfeval form {regulation}` and copy the values.",
        ),
    ),
    "PE014": error(
        (
            "ไม่รู้จักหลักเกณฑ์ “{found}” ที่ระบุไว้ในแบบ",
            "ใช้แบบที่สร้างจาก perfeval form หรือระบุไฟล์หลักเกณฑ์ด้วย --regulation",
        ),
        (
            "The regulation “{found}” named in the form is not known.",
            "Use a form made by `perfeval form`, or name the file with --regulation.",
        ),
    ),
    "PE015": warning(
        (
            "ชื่อที่กำหนดไว้ในแบบหายไป {count} ชื่อ จึงหาตำแหน่งจากข้อความหัวช่องแทน",
            "ตรวจค่าที่อ่านได้ด้วย perfeval inspect และครั้งต่อไปให้กรอกในแบบต้นฉบับ",
        ),
        (
            "{count} defined names of the form are gone; places were found by labels.",
            "Check the values with `perfeval inspect`; fill in the original form.",
        ),
    ),
    "PE016": error(
        (
            "ข้อความหัวช่องถูกเปลี่ยน: พบ “{found}” แบบกำหนดว่า “{expected}”",
            "พิมพ์หัวช่องกลับเป็น “{expected}” แล้วตรวจว่าค่าในช่องตรงกับหัวช่อง",
        ),
        (
            "A label was changed: found “{found}”, the form says “{expected}”.",
            "Type “{expected}” back and check that the values stand under it.",
        ),
    ),
    "PE017": error(
        (
            "ไม่พบช่องหรือตาราง “{expected}” ของแบบ (อาจถูกลบแถวหรือคอลัมน์)",
            "คัดลอกค่าลงในแบบเปล่าฉบับใหม่จาก perfeval form {regulation}",
        ),
        (
            "The form's “{expected}” is missing (a row or column may be deleted).",
            "Copy the values into a new form from `perfeval form {regulation}`.",
        ),
    ),
    "PE018": warning(
        (
            "มีค่าที่มองไม่เห็น (ในแถว คอลัมน์ หรือแผ่นงานที่ซ่อนไว้ หรือใต้ช่องผสาน) ค่านี้ถูกนับด้วย",
            "ยกเลิกการซ่อนหรือการผสาน ตรวจค่า และลบหากไม่ต้องการให้นับ",
        ),
        (
            "Values that nobody sees (hidden, or under merged cells) are counted.",
            "Unhide or unmerge, check the values, and delete what must not count.",
        ),
    ),
    "PE019": error(
        (
            "แบบระบุไว้ไม่ตรงกัน: บนแผ่นงาน “{found}” ในข้อมูลซ่อน “{carried}”",
            "คัดลอกค่าลงในแบบเปล่าฉบับใหม่ที่สร้างจากหลักเกณฑ์ที่ถูกต้อง",
        ),
        (
            "The form says it is “{found}” on its sheet, but “{carried}” behind it.",
            "Copy the values into a new form made for the right regulation.",
        ),
    ),
    "PE020": error(
        (
            "หัวช่อง “{found}” มีมากกว่าหนึ่งแห่ง จึงไม่แน่ว่าค่าใดเป็นของแบบ",
            "ลบข้อความที่เพิ่มเข้ามา หรือคัดลอกค่าลงในแบบเปล่าฉบับใหม่",
        ),
        (
            "The label “{found}” stands more than once; which one counts is unsure.",
            "Delete the one that was added, or copy the values into a new form.",
        ),
    ),
    "PE021": warning(
        (
            "รูปแบบของช่อง ({format}) ทำให้เห็นเป็นอย่างอื่น ค่าที่นับจริงคือ {found}",
            "ตั้งรูปแบบของช่องเป็นทั่วไป (General) แล้วตรวจว่าค่าที่เห็นถูกต้อง",
        ),
        (
            "The cell's format ({format}) shows something else; {found} is counted.",
            "Set the format to General and check that the value shown is right.",
        ),
    ),
    "PE022": warning(
        (
            "ตัวอักษรมีสีเดียวหรือเกือบเดียวกับพื้นช่องจึงมองไม่เห็น ค่านี้ถูกนับด้วย",
            "เปลี่ยนสีตัวอักษรเป็นสีดำ ตรวจค่า และลบหากไม่ต้องการให้นับ",
        ),
        (
            "Letters in the colour of their cell, or nearly so, are not seen; the "
            "values are counted.",
            "Make the letters black, check the values, and delete what must not count.",
        ),
    ),
}
