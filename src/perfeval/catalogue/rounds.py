"""PE440-459: round.toml, beside what any TOML file may get wrong."""

from perfeval.catalogue.entry import error, warning

ENTRIES = {
    "PE440": error(
        (
            "[regulations] ยังไม่ได้ระบุหลักเกณฑ์",
            'เพิ่มบรรทัด กลุ่มพนักงาน = "รหัสหลักเกณฑ์" โดยมีหลักเกณฑ์ {known}',
        ),
        (
            "[regulations] names no regulation.",
            'Add a line group = "id of a regulation"; there are {known}.',
        ),
    ),
    "PE441": error(
        (
            "{at_th}: ไม่พบหลักเกณฑ์ “{found}”",
            "แก้เป็น {near} หรือระบุไฟล์ .toml ของหน่วยงานจากโฟลเดอร์นี้",
        ),
        (
            "{at_en}: there is no regulation “{found}”.",
            "Change it to {near}, or name an own .toml file from this folder.",
        ),
    ),
    "PE442": error(
        (
            "{at_th}: หลักเกณฑ์ {regulation} ไม่มีกลุ่มพนักงาน “{found}”",
            "ใช้กลุ่มที่หลักเกณฑ์นี้มี: {known} หรือบอกใน [staff_groups.{group}] ว่าคือกลุ่มใด",
        ),
        (
            "{at_en}: the regulation {regulation} has no staff group “{found}”.",
            "Use one that it has: {known}; or say under [staff_groups.{group}] "
            "which of them it is.",
        ),
    ),
    "PE443": error(
        (
            "{at_th}: ไฟล์ “{found}” ใช้รหัส {id} เหมือน {other} แต่เนื้อหาต่างกัน",
            "เปลี่ยน id ในไฟล์ “{found}” เป็นรหัสอื่น",
        ),
        (
            "{at_en}: “{found}” has the id {id} of {other}, but differs from it.",
            "Give “{found}” another id.",
        ),
    ),
    "PE444": warning(
        (
            "ยังไม่ได้กรอก {found}",
            "เปิด round.toml แล้วพิมพ์แทนจุดไข่ปลา ระหว่างนี้เอกสารจะเว้นเส้นไว้ให้เขียน",
        ),
        (
            "Still to be filled in: {found}.",
            "Type over the dots in round.toml; until then papers leave the line open.",
        ),
    ),
    "PE445": warning(
        (
            "{at_th}: ไม่พบหัวหน้า “{found}” ในบัญชีรายชื่อ",
            "แก้ head เป็นรหัสพนักงานของหัวหน้า หรือลบบรรทัดนี้ออก",
        ),
        (
            "{at_en}: the head “{found}” is not on the roster.",
            "Set head to the employee id of the head, or delete the line.",
        ),
    ),
    "PE446": warning(
        (
            "{at_th}: วันประกาศ {found} อยู่ก่อนวันสิ้นรอบการประเมิน ({ends})",
            "ตรวจวันและปี ค.ศ. ของ announce_on",
        ),
        (
            "{at_en}: the announcement, {found}, is before the round ends ({ends}).",
            "Check the day and the Christian year of announce_on.",
        ),
    ),
    "PE447": error(
        (
            "{at_th}: หลักเกณฑ์ {regulation} ไม่มีรอบที่ {found}",
            "แก้ round เป็นรอบที่หลักเกณฑ์มี: {known}",
        ),
        (
            "{at_en}: the regulation {regulation} has no round {found}.",
            "Change round to one that it has: {known}.",
        ),
    ),
    "PE448": error(
        (
            "{at_th}: ไม่มีสำนัก/กองชื่อ “{found}” ในรอบนี้",
            "แก้เป็น {near} ให้ตรงกับชื่อใน [[divisions]]",
        ),
        (
            "{at_en}: the round has no division “{found}”.",
            "Change it to {near}, as [[divisions]] spells it.",
        ),
    ),
    "PE451": error(
        (
            "{at_th}: ไม่มีกลุ่มพนักงาน “{found}” ใน [regulations]",
            "แก้ชื่อให้ตรงกับกลุ่มใน [regulations] ({known}) หรือเพิ่มกลุ่มนี้ที่นั่น",
        ),
        (
            "{at_en}: [regulations] has no staff group “{found}”.",
            "Spell it as one of [regulations] ({known}), or add it there.",
        ),
    ),
    "PE452": error(
        (
            "{at_th}: กลุ่มพนักงาน “{found}” ซ้อนกับ “{other}” "
            "ที่หลักเกณฑ์เดียวกันเรียกว่า {called}",
            "กลุ่มหนึ่งของหลักเกณฑ์ใช้ได้ชื่อเดียวในรอบ แก้ group หรือตั้งชื่ออื่น",
        ),
        (
            "{at_en}: the staff group “{found}” and “{other}” are both {called} of one "
            "regulation, or have one key.",
            "A group of a regulation has one key in a round: change group or the key.",
        ),
    ),
    "PE453": error(
        (
            "{at_th}: กลุ่มพนักงาน {group} และ {other} ชื่อ “{found}” เหมือนกัน "
            "บัญชีรายชื่อจะแยกไม่ได้",
            "ตั้งชื่ออื่นด้วย label ใน [staff_groups.{group}]",
        ),
        (
            "{at_en}: the staff groups {group} and {other} are both called “{found}”, "
            "which the roster cannot tell apart.",
            "Give one another name by label under [staff_groups.{group}].",
        ),
    ),
    "PE455": warning(
        (
            "{at_th}: ใช้ภาพตราครุฑ “{found}” ไม่ได้: {reason}",
            "วางไฟล์ภาพ .png หรือ .jpg ไว้ในโฟลเดอร์ของรอบแล้วพิมพ์ชื่อให้ตรง หรือลบบรรทัดนี้",
        ),
        (
            "{at_en}: the picture of the garuda, “{found}”, cannot be used: {reason}.",
            "Put a .png or .jpg into the folder of the round and type its name, or "
            "delete the line.",
        ),
    ),
    "PE450": warning(
        (
            "{at_th}: วันประกาศหลักเกณฑ์ {found} อยู่หลังวันที่ปฏิทินของ {regulation} "
            "กำหนด ({until})",
            "ตรวจวันและปี ค.ศ. ของ criteria_on หากประกาศช้าจริง ใช้ได้ตามเดิม",
        ),
        (
            "{at_en}: the criteria are announced on {found}, later than the calendar "
            "of {regulation} has it ({until}).",
            "Check the day and the Christian year of criteria_on; if it is right, "
            "leave it.",
        ),
    ),
}
