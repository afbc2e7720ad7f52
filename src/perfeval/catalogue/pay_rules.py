"""PE449, PE470-479: what a regulation says of pay, and tables of the base for it."""

from perfeval.catalogue.entry import error

ENTRIES = {
    "PE449": error(
        (
            "ไม่พบตารางฐานในการคำนวณ “{found}”",
            "ใน [pay] base_table ระบุรหัสตารางที่มี ({known}) "
            "หรือไฟล์ .toml ของหน่วยงานในโฟลเดอร์นี้",
        ),
        (
            "There is no table of bases “{found}”.",
            "Name one of {known}, or an own .toml file from this folder.",
        ),
    ),
    "PE470": error(
        (
            "{at_th}: วิธีเลื่อนเงินเดือนต้องมีวิธีเดียว (พบ {found})",
            "เก็บไว้หนึ่งอย่าง: {known}",
        ),
        (
            "{at_en}: pay is worked out in exactly one way (found {found}).",
            "Keep one of {known}.",
        ),
    ),
    "PE471": error(
        ("{at_th}: {found} ต่ำกว่าค่าเริ่ม {least}", "พิมพ์ค่าตั้งแต่ {least} ขึ้นไป"),
        ("{at_en}: {found} is below its start, {least}.", "Type {least} or more."),
    ),
    "PE472": error(
        (
            "{at_th}: ร้อยละ {found} อยู่นอกช่วง {lowest} ถึง {highest}",
            "พิมพ์ร้อยละ {lowest} ถึง {highest}",
        ),
        (
            "{at_en}: {found} percent is outside {lowest} to {highest}.",
            "Type {lowest} to {highest}.",
        ),
    ),
    "PE473": error(
        (
            "{at_th}: ประเภทตำแหน่ง {found} ยังไม่อยู่ในกลุ่มวงเงินใด",
            "เพิ่มประเภทตำแหน่งนั้นใน position_types ของกลุ่มวงเงินหนึ่งกลุ่ม",
        ),
        (
            "{at_en}: no money group pays {found}.",
            "Add the position type to position_types of one group.",
        ),
    ),
    "PE474": error(
        (
            "{at_th}: ยังไม่มีวันนับเงินเดือนและวันเลื่อนของรอบที่ {found}",
            "เพิ่มบล็อก [[pay.percent.days]] ของรอบนั้น",
        ),
        (
            "{at_en}: the days of round {found} are missing.",
            "Add a block [[pay.percent.days]] for it.",
        ),
    ),
    "PE475": error(
        (
            "{at_th}: จุดแบ่ง {found} ต้องอยู่ระหว่างขั้นต่ำ {lowest} กับเพดาน {ceiling}",
            "ตรวจ lowest, boundary และ ceiling ของแถวนี้กับบัญชีฐานในการคำนวณ",
        ),
        (
            "{at_en}: the boundary {found} must lie between {lowest} and {ceiling}.",
            "Check lowest, boundary and ceiling of this row.",
        ),
    ),
    "PE476": error(
        (
            "{at_th}: ฐานตอนล่าง {found} สูงกว่าฐานตอนบน {upper}",
            "ตรวจ lower_base และ upper_base ของแถวนี้ (อาจสลับกัน)",
        ),
        (
            "{at_en}: the lower base {found} is above the upper one, {upper}.",
            "Check lower_base and upper_base; they may be swapped.",
        ),
    ),
    "PE477": error(
        (
            "{at_th}: วันสุดท้ายที่ใช้ตาราง ({found}) มาก่อนวันแรก ({begins})",
            "ตรวจ in_force และ until ของตาราง",
        ),
        (
            "{at_en}: the last day ({found}) is before the first one ({begins}).",
            "Check in_force and until.",
        ),
    ),
    "PE478": error(
        (
            "{at_th}: อัตราของ “{found}” ต้องมี percent หรือ baht อย่างใดอย่างหนึ่ง",
            "เก็บไว้บรรทัดเดียว: percent = ร้อยละของค่าตอบแทน หรือ baht = จำนวนเงิน",
        ),
        (
            "{at_en}: a rate has percent or baht, one of them; see “{found}”.",
            "Keep one line: percent of the pay, or an amount in baht.",
        ),
    ),
}
