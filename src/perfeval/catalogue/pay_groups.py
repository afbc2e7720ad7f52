"""PE560-570: raises of contract staff, and raises by steps."""

from perfeval.catalogue.entry import error, note, warning

ENTRIES = {
    "PE560": error(
        (
            "ยังไม่กรอกค่าตอบแทนปัจจุบัน จึงคิดเงินที่เลื่อนเป็นร้อยละไม่ได้",
            "พิมพ์ค่าตอบแทนต่อเดือนเป็นบาทในช่องนี้ เช่น 11280",
        ),
        (
            "The present pay is blank: no percent of it can be worked out.",
            "Type the pay a month in baht, such as 11280.",
        ),
    ),
    "PE561": warning(
        (
            "ยังไม่ทราบการลาหรือการมาสายของ {who} จึงยังไม่ทราบว่าเลื่อนค่าตอบแทนได้หรือไม่",
            "กรอกใน attendance.xlsx แล้วสั่ง perfeval pay อีกครั้ง",
        ),
        (
            "Leave or lateness of {who} is not known, nor whether a raise is possible.",
            "Fill in attendance.xlsx, then run perfeval pay again.",
        ),
    ),
    "PE562": note(
        (
            "หลักเกณฑ์ไม่ได้กำหนดอัตรา และหน่วยงานยังไม่ได้ระบุตารางอัตรา ช่องจำนวนเงินจึงว่างไว้",
            "ใน round.toml เพิ่ม [pay] rates = “….toml” หรือเขียนจำนวนเงินด้วยมือ "
            "ดู docs/pay.md",
        ),
        (
            "The regulation names no rates and the office supplies none: amounts stay "
            "blank.",
            "In round.toml, [pay] rates names your table; see docs/pay.md.",
        ),
    ),
    "PE563": warning(
        (
            "ตารางอัตรา {found} ไม่มีอัตราของระดับ{band} ช่องจำนวนเงินของระดับนี้จึงว่างไว้",
            "เพิ่มอัตราของระดับนี้ในตาราง หากไม่ได้เลื่อนให้ใส่ baht = 0",
        ),
        (
            "The table of rates {found} has none for {band}: its amounts stay blank.",
            "Add a rate for the band, or baht = 0 where it is not raised.",
        ),
    ),
    "PE564": error(
        (
            "[pay.quota] ระบุ “{found}” ซึ่งไม่มีในข้อเสนอเลื่อนขั้นของหลักเกณฑ์นี้",
            "ใช้ชื่อที่มี: {known}",
        ),
        (
            "[pay.quota] names “{found}”, which no raise of the regulation is called.",
            "Use one of {known}.",
        ),
    ),
    "PE565": warning(
        (
            "เสนอ “{label}” {found} คน เกินโควตา {quota} คน อยู่ {over} คน",
            "ให้คณะกรรมการและผู้มีอำนาจเลือกภายในโควตา หรือแก้ [pay.quota] ใน round.toml",
        ),
        (
            "“{label}” is proposed for {found}, {over} above the quota of {quota}.",
            "Have committee and chief choose within it, or correct [pay.quota].",
        ),
    ),
    "PE566": error(
        (
            "มีผู้เสนอเกินหนึ่งขั้น แต่ใช้บันทึกที่ผนึกของรอบที่ 1 ไม่ได้: {reason}",
            "ใน round.toml ระบุ [pay] round_before เป็นโฟลเดอร์รอบที่ 1 ที่ผนึกแล้ว "
            "และ seal_before เป็นรหัสผนึกผลของรอบนั้น",
        ),
        (
            "More than a step is proposed, but there is no sealed record of round 1 to "
            "go by: {reason}.",
            "In round.toml, [pay] round_before names the sealed folder of round 1, and "
            "seal_before has its digits.",
        ),
    ),
    "PE567": warning(
        (
            "ข้อเสนอ “{found}” ไม่ใช่ของระดับ{band} ซึ่งเป็นผลหลังการพิจารณา",
            "ให้ผู้มีอำนาจกำหนดขั้นตามผลที่พิจารณาแล้ว",
        ),
        (
            "“{found}” is not the raise of {band}, the result after the decision.",
            "Have the chief set the step that goes with the decided result.",
        ),
    ),
    "PE568": error(
        (
            "“{found}” ใช้ไม่ได้: ผลรอบที่ 1 ตามบันทึกที่ผนึกคือ{before} ไม่ใช่ระดับที่ข้อเสนอนี้ต้องการ",
            "แก้ข้อเสนอในแบบประเมิน หรือตรวจว่าระบุบันทึกของรอบที่ 1 ถูกต้อง",
        ),
        (
            "“{found}” cannot stand: in the sealed record of round 1 the result is "
            "{before}.",
            "Correct the proposal in the form, or check which record is named.",
        ),
    ),
    "PE569": warning(
        (
            "ร้อยละที่เคยกำหนดของ {who} ว่างในสมุดงานฉบับนี้ จึงถือว่ายังไม่กำหนด",
            "หากไม่ได้ตั้งใจ ให้กรอกร้อยละนั้นแล้วสั่ง perfeval pay FILE อีกครั้ง",
        ),
        (
            "The percent that was set for {who} is blank in this workbook now.",
            "If that is not meant, type it in and run perfeval pay FILE again.",
        ),
    ),
    "PE570": error(
        (
            "ตารางอัตราระบุ{what} “{found}” ซึ่งไม่มีในหลักเกณฑ์ของรอบนี้ จึงไม่ได้ใช้กับผู้ใด",
            "ใช้ชื่อที่มี: {known}",
        ),
        (
            "The rates name the {what} “{found}”, which no regulation here has: "
            "that raises nobody.",
            "Use one of {known}.",
        ),
    ),
}
