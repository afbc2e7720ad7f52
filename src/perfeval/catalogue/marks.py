"""PE260-276: marked items, full marks, and the raise that is proposed."""

from perfeval.catalogue.entry import error, warning

ENTRIES = {
    "PE260": error(
        (
            "ยังไม่กรอกคะแนนเต็มของ “{title}”",
            "พิมพ์คะแนนเต็มที่เทศบาลกำหนด เช่น 15 หรือลบข้อมูลทั้งแถวหากไม่ประเมินรายการนี้",
        ),
        (
            "The full marks of “{title}” are blank.",
            "Type the full marks, such as 15, or clear the row if it is not marked.",
        ),
    ),
    "PE261": error(
        (
            "คะแนนเต็ม {found} ของ “{title}” ใช้ไม่ได้",
            "พิมพ์คะแนนเต็มที่มากกว่า 0 และไม่เกิน {whole} เช่น 15",
        ),
        (
            "Full marks of {found} for “{title}” cannot be.",
            "Type full marks above 0, at most {whole}.",
        ),
    ),
    "PE262": error(
        (
            "คะแนนเต็มทุกรายการรวมได้ {found} ต้องเป็น {whole}",
            "แก้คะแนนเต็มให้รวมกันได้ {whole} พอดี (ขณะนี้{difference})",
        ),
        (
            "The full marks total {found}; they must total {whole}.",
            "Change the full marks so that they total {whole} ({difference}).",
        ),
    ),
    "PE263": error(
        (
            "คะแนนเต็มด้าน{label}รวมได้ {found} ต้องไม่น้อยกว่า {least}",
            "เพิ่มคะแนนเต็มด้าน{label}ให้รวมกันไม่น้อยกว่า {least} แล้วลดด้านอื่นให้ทั้งหมดรวมเป็น 100",
        ),
        (
            "The full marks of “{label}” total {found}; they must reach {least}.",
            "Raise them to {least} or more, and lower the others to keep 100 in all.",
        ),
    ),
    "PE264": error(
        (
            "ยังไม่มีรายการประเมินด้าน{label}แม้แต่รายการเดียว",
            "กรอกคะแนนเต็มและคะแนนที่ได้ของรายการด้าน{label}",
        ),
        (
            "No item of “{label}” is marked.",
            "Fill in full marks and marks of the items of “{label}”.",
        ),
    ),
    "PE265": error(
        (
            "ยังไม่กรอกคะแนนครั้งที่ {round} ของ “{title}” ช่องว่างไม่นับเป็นศูนย์",
            "พิมพ์คะแนนที่ได้ในช่องนี้",
        ),
        (
            "The marks of round {round} for “{title}” are blank; blank is not zero.",
            "Type the marks in this cell.",
        ),
    ),
    "PE266": error(
        (
            "{who}ต้องประเมินรายการ “{title}” แต่รายการนี้ยังว่าง",
            "กรอกคะแนนเต็มและคะแนนที่ได้ของรายการนี้ ({who}ประเมินรายการ {items} เป็นอย่างน้อย)",
        ),
        (
            "“{title}” must be marked ({who}), but is blank.",
            "Fill in full marks and marks; items {items} are the least.",
        ),
    ),
    "PE267": error(
        (
            "รายการ “{title}” อยู่ในส่วน “{found}” ทั้งที่เป็นรายการของส่วน “{part}”",
            "เลือกส่วน “{part}” ให้รายการนี้",
        ),
        (
            "“{title}” stands under “{found}”, but belongs to “{part}”.",
            "Choose “{part}” for this item.",
        ),
    ),
    "PE268": error(
        ("ยังไม่เลือกส่วนของรายการ “{title}”", "เลือกส่วน: {parts}"),
        ("The part of “{title}” is blank.", "Choose its part: {parts}."),
    ),
    "PE269": error(
        ("รายการ “{found}” ซ้ำกันมากกว่าหนึ่งแถว", "ลบแถวที่ซ้ำหรือแก้ชื่อให้ถูกต้อง"),
        (
            "The item “{found}” stands in more than one row.",
            "Clear the double row or correct its name.",
        ),
    ),
    "PE270": error(
        (
            "คะแนนครั้งที่ {round} ของ “{title}” คือ {found} อยู่นอกช่วง 0 ถึงคะแนนเต็ม {full}",
            "พิมพ์คะแนนตั้งแต่ 0 ถึง {full}",
        ),
        (
            "Marks of {found} for “{title}” in round {round} are outside 0 to {full}.",
            "Type marks from 0 to the full marks of {full}.",
        ),
    ),
    "PE271": error(
        (
            "มีคะแนนครั้งที่ 2 ในแบบประเมินของครั้งที่ 1",
            "ย้ายคะแนนมาช่องครั้งที่ 1 หรือแก้ “รอบการประเมินครั้งที่” ให้ถูกต้อง",
        ),
        (
            "Marks of round 2 stand in a form of round 1.",
            "Move them to the column of round 1, or correct the round of the form.",
        ),
    ),
    "PE272": error(
        (
            "ระดับตำแหน่ง {found} ใช้แบบนี้ไม่ได้: {reason}",
            "ใช้แบบประเมินที่กำหนดสำหรับตำแหน่งนั้น หรือแก้ระดับตำแหน่งหากเลือกผิด",
        ),
        (
            "This form is not for position level {found}: {reason}.",
            "Use the form made for that level, or correct the level if it is wrong.",
        ),
    ),
    "PE273": error(
        (
            "เสนอ “{label}” แต่ยังไม่ระบุเหตุผล",
            "พิมพ์เหตุผลในการเสนอเลื่อนขั้นเงินเดือนให้ชัดเจน",
        ),
        (
            "“{label}” is proposed without a reason.",
            "Type the reason for the proposal.",
        ),
    ),
    "PE274": error(
        (
            "“{found}” เสนอในครั้งที่ {round} ไม่ได้ เสนอได้เฉพาะครั้งที่ {rounds}",
            "เลือกจำนวนขั้นอื่น",
        ),
        (
            "“{found}” cannot be proposed in round {round}, only in round {rounds}.",
            "Choose another step.",
        ),
    ),
    "PE275": warning(
        (
            "เสนอ “{found}” ซึ่งแบบระบุไว้สำหรับผลระดับ{bands} แต่คะแนนในแบบนี้อยู่ระดับ{band}",
            "ตรวจสอบข้อเสนอหรือคะแนน หากตั้งใจเสนอเช่นนี้ให้ระบุเหตุผลไว้",
        ),
        (
            "“{found}” is meant for {bands}; the marks of this form come to {band}.",
            "Check the proposal and the marks; give the reason if it is meant so.",
        ),
    ),
    "PE276": warning(
        (
            "ยังไม่ได้เสนอเรื่องการเลื่อนขั้นเงินเดือน",
            "เลือกข้อเสนอ: {offered}",
        ),
        (
            "No raise is proposed, and none is refused.",
            "Choose a proposal: {offered}.",
        ),
    ),
}
