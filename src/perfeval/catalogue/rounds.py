"""PE440-459: round.toml, beside what any TOML file may get wrong."""

from perfeval.catalogue.entry import error

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
            "ใช้กลุ่มที่หลักเกณฑ์นี้มี: {known}",
        ),
        (
            "{at_en}: the regulation {regulation} has no staff group “{found}”.",
            "Use one that it has: {known}.",
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
}
