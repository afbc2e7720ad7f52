"""PE670-680: the machine and the folder that papers are published with."""

from perfeval.catalogue.entry import error, note, warning

ENTRIES = {
    "PE670": warning(
        (
            "ไม่พบแบบอักษร {font} เอกสารที่เปิดหรือพิมพ์จากเครื่องนี้จะตัวใหญ่เกินช่องและถูกตัด",
            "ติดตั้งแบบอักษรมาตรฐานราชการ {font} ในเครื่องที่ใช้พิมพ์ แล้วเปิดโปรแกรมใหม่",
        ),
        (
            "The font {font} is not there: papers that are opened or printed on this "
            "machine are too large for their cells, and cut off.",
            "Install {font} on the machine that prints, and start the program again.",
        ),
    ),
    "PE671": note(
        (
            "มี TH Sarabun New แต่ไม่มี {font} ซึ่งเอกสารใช้ โปรแกรมอาจแทนด้วยแบบอักษรอื่น",
            "ติดตั้ง {font} หรือตั้งให้โปรแกรมใช้ TH Sarabun New แทน",
        ),
        (
            "TH Sarabun New is there but not {font}, which the papers name; a program "
            "may take another font instead.",
            "Install {font}, or have TH Sarabun New take its place.",
        ),
    ),
    "PE672": note(
        (
            "ไม่พบ LibreOffice ในเครื่องนี้ perfeval ใช้งานได้ครบโดยไม่ต้องมี",
            "หากต้องการ PDF ให้บันทึกเป็น PDF จาก Excel หรือติดตั้ง LibreOffice",
        ),
        (
            "LibreOffice is not on this machine; perfeval works without it.",
            "For a PDF, save as PDF from Excel, or install LibreOffice.",
        ),
    ),
    "PE673": warning(
        (
            "รหัสอักขระเป็น {found} ไม่ใช่ UTF-8 ภาษาไทยบนจอหรือในชื่อไฟล์อาจอ่านไม่ออก",
            "ตั้ง LANG=C.UTF-8 (หรือ PYTHONUTF8=1) ก่อนสั่ง perfeval",
        ),
        (
            "The encoding is {found}, not UTF-8; Thai on the screen or in names of "
            "files may not be readable.",
            "Set LANG=C.UTF-8 (or PYTHONUTF8=1) before perfeval is run.",
        ),
    ),
    "PE674": note(
        (
            "นาฬิกาของเครื่องตั้งไว้ที่ {found} perfeval ใช้เวลาไทยเสมอ แต่ตัวตั้งเวลาใช้เวลาเครื่อง",
            "ตั้งเขตเวลาเป็น Asia/Bangkok หรือคิดเวลาใน cron ตามเวลาเครื่อง",
        ),
        (
            "The machine's clock is at {found}. perfeval keeps Thai time all the same, "
            "but a timer follows the machine.",
            "Set the time zone to Asia/Bangkok, or reckon the timer in machine time.",
        ),
    ),
    "PE675": error(
        (
            "เขียนไฟล์ในโฟลเดอร์นี้ไม่ได้ ({found})",
            "ขอสิทธิ์เขียนโฟลเดอร์นี้ หรือย้ายรอบไปยังโฟลเดอร์ที่เขียนได้",
        ),
        (
            "Files cannot be written in this folder ({found}).",
            "Get the right to write in it, or move the round to a folder that has it.",
        ),
    ),
    "PE676": error(
        (
            "เปลี่ยนชื่อโฟลเดอร์ในที่นี้ไม่ได้ ({found}) จึงออกเอกสารเป็นชุดไม่ได้",
            "ขอสิทธิ์เปลี่ยนชื่อและลบในโฟลเดอร์นี้ หรือย้ายรอบไปไว้ในเครื่อง",
        ),
        (
            "A folder cannot be renamed here ({found}), so papers cannot be published "
            "as a set.",
            "Get the right to rename and delete here, or move the round elsewhere.",
        ),
    ),
    "PE677": error(
        (
            "ล็อกไฟล์ในโฟลเดอร์นี้ไม่ได้ ({found}) สองคำสั่งอาจเขียนทับกัน",
            "ย้ายรอบไปไว้ในดิสก์ของเครื่อง หรือใช้โฟลเดอร์เครือข่ายที่ล็อกไฟล์ได้",
        ),
        (
            "A file cannot be locked here ({found}); two runs may write at the same "
            "time.",
            "Move the round to a disk of this machine, or to a share that has locks.",
        ),
    ),
    "PE678": warning(
        (
            "เหลือที่ว่าง {found} อาจไม่พอสำหรับเอกสารและชุดที่ผนึก",
            "ลบไฟล์ที่ไม่ใช้ หรือย้ายรอบไปยังดิสก์ที่มีที่ว่าง",
        ),
        (
            "{found} are free, which may not do for the papers and the sealed archive.",
            "Delete what is not needed, or move the round to another disk.",
        ),
    ),
    "PE679": note(
        (
            "รอบนี้อยู่ในโฟลเดอร์ของ {found} ซึ่งคัดลอกไฟล์ขึ้นระบบขณะที่ perfeval เขียน",
            "หยุดการซิงค์ชั่วคราวขณะออกเอกสาร และตรวจว่าผู้ใดเปิดดูโฟลเดอร์นี้ได้",
        ),
        (
            "The round stands in a folder of {found}, which copies files away while "
            "perfeval writes.",
            "Pause it while papers are published, and check who can see the folder.",
        ),
    ),
    "PE680": warning(
        (
            "ที่อยู่เต็มของไฟล์นี้ยาว {found} ตัวอักษร Excel เปิดได้ไม่เกิน {longest}",
            "ย้ายรอบไปยังโฟลเดอร์ที่ชื่อสั้นลงอย่างน้อย {spare} ตัวอักษร เช่น C:\\ประเมิน",
        ),
        (
            "The whole path of this file is {found} letters long; Excel opens at most "
            "{longest}.",
            "Move the round to a folder whose path is at least {spare} letters "
            "shorter, such as C:\\rounds.",
        ),
    ),
}
