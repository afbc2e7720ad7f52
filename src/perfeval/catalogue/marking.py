"""PE433-437: a regulation file whose items are marked."""

from perfeval.catalogue.entry import error

ENTRIES = {
    "PE433": error(
        (
            "{at_th}: แบบประเมิน “{found}” ไม่มีตารางสำหรับ method “{method}”"
            " ขององค์ประกอบ “{label}”",
            "ใช้แบบประเมินที่มีตารางนั้น หรือแก้ method",
        ),
        (
            "{at_en}: the form “{found}” has no table for the method “{method}” "
            "of “{label}”.",
            "Name a form that has one, or change the method.",
        ),
    ),
    "PE434": error(
        ("{at_th}: method “{found}” ต้องมี {missing}", "เพิ่มบล็อก {missing} ในไฟล์นี้"),
        (
            "{at_en}: the method “{found}” needs {missing}.",
            "Add a {missing} block to this file.",
        ),
    ),
    "PE435": error(
        (
            "{at_th}: มี [[items]] ทั้งที่ไม่มีองค์ประกอบใดใช้ method “{method}”",
            'ลบ [[items]] ออก หรือใช้ method = "{method}"',
        ),
        (
            "{at_en}: there are [[items]], but no component has the method “{method}”.",
            'Delete the [[items]], or use method = "{method}".',
        ),
    ),
    "PE436": error(
        ("{at_th}: องค์ประกอบ “{label}” ยังไม่มี weight", "เพิ่มบรรทัด weight = … เป็นร้อยละ"),
        (
            "{at_en}: the component “{label}” has no weight.",
            "Add a line weight = …, in percent.",
        ),
    ),
    "PE437": error(
        (
            "{at_th}: องค์ประกอบ “{label}” ให้คะแนนเป็นรายการ สัดส่วนคือคะแนนเต็มในแบบ"
            " จึงใช้ weight {found} ไม่ได้",
            "ลบบรรทัด weight และ probation_weight ขององค์ประกอบนี้",
        ),
        (
            "{at_en}: “{label}” is marked: full marks make its share, not {found}.",
            "Delete the lines weight and probation_weight of this component.",
        ),
    ),
}
