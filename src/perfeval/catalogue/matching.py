"""PE280-283, PE438-439, PE480-485: methods that an office can switch on."""

from perfeval.catalogue.entry import error

ENTRIES = {
    "PE280": error(
        (
            "ยังไม่กรอกระดับที่คาดหวังของ “{title}” ซึ่งต้องใช้คิดคะแนน",
            "พิมพ์ระดับ {lowest} ถึง {highest} ในช่องนี้ตามที่ตกลงกันไว้",
        ),
        (
            "The expected level of “{title}” is blank, and the score needs it.",
            "Type the level agreed on, from {lowest} to {highest}, in this cell.",
        ),
    ),
    "PE281": error(
        (
            "ตารางคะแนนไม่มีคู่ระดับที่คาดหวัง {expected} กับระดับที่ได้ {shown}",
            "พิมพ์ระดับที่มีในตาราง: ที่คาดหวัง {rows} ที่ได้ {columns}",
        ),
        (
            "The table of points has no pair of expected {expected} and shown {shown}.",
            "Type levels of the table: expected {rows}, shown {columns}.",
        ),
    ),
    "PE282": error(
        (
            "ยังไม่กรอกคะแนน{label}ของ “{title}” ช่องว่างไม่นับเป็นศูนย์",
            "พิมพ์คะแนน 0 ถึง {most} ในช่องนี้",
        ),
        (
            "The points of “{title}” (“{label}”) are blank; blank is not zero.",
            "Type 0 to {most} in this cell.",
        ),
    ),
    "PE283": error(
        ("คะแนน{label} {found} ใช้ไม่ได้", "พิมพ์คะแนน 0 ถึง {most} ในช่องนี้"),
        (
            "{found} points cannot be (“{label}”).",
            "Type 0 to {most} in this cell.",
        ),
    ),
}
OF_FILES = {
    "PE484": error(
        (
            "{at_th}: มี [{method}] แต่ไม่มีองค์ประกอบใดใช้ method “{method}”",
            'เปลี่ยน method ขององค์ประกอบ results เป็น "{method}" หรือลบบล็อกนี้ออก',
        ),
        (
            "{at_en}: [{method}] is here, but no component has that method.",
            'Write method = "{method}" at the component results, or delete the block.',
        ),
    ),
    "PE485": error(
        (
            "{at_th}: คะแนนของมิติ {found} ไม่ครบทุกมิติหรือรวมไม่ได้ {full}",
            "เขียน {wanted} มิติละครั้ง ให้ at_most รวมได้ {full} หรือแก้ full",
        ),
        (
            "{at_en}: the dimensions {found} are not each there once, or do not total "
            "{full}.",
            "Write {wanted} once each, their at_most totalling {full}, or change full.",
        ),
    ),
    "PE438": error(
        (
            "{at_th}: ตารางคะแนนขาดระดับ {missing}",
            "เพิ่มระดับ {missing} พร้อมคะแนนของทุกคู่ ให้ครบทุกระดับของมาตรวัดและทุกระดับที่คาดหวัง",
        ),
        (
            "{at_en}: the table of points lacks the levels {missing}.",
            "Add them with the points of every pair: all levels of the scale, and "
            "all that are expected.",
        ),
    ),
    "PE439": error(
        (
            "{at_th}: คะแนน {found} เกินคะแนนเต็ม {full}",
            "พิมพ์คะแนน 0 ถึง {full} หรือแก้ full",
        ),
        (
            "{at_en}: {found} points are more than the full {full}.",
            "Type 0 to {full}, or change full.",
        ),
    ),
    "PE480": error(
        (
            "{at_th}: ระดับต่ำสุด {found} ใช้กับ hybrid ไม่ได้ เพราะต้องหารด้วยระดับที่คาดหวัง",
            "กำหนด lowest ให้มากกว่า 0",
        ),
        (
            "{at_en}: a lowest level of {found} cannot go with hybrid, which divides "
            "by expected levels.",
            "Make lowest greater than 0.",
        ),
    ),
    "PE481": error(
        (
            "{at_th}: มี [matching.{method}] แต่ไม่มีองค์ประกอบใดใช้ method “{method}”",
            'เปลี่ยน method ขององค์ประกอบ behaviour เป็น "{method}" หรือลบบล็อกนี้ออก',
        ),
        (
            "{at_en}: [matching.{method}] is here, but no component has that method.",
            'Write method = "{method}" at the component behaviour, '
            "or delete the block.",
        ),
    ),
    "PE482": error(
        (
            "{at_th}: แถวนี้มีคะแนน {found} ค่า แต่ shown มี {wanted} ระดับ",
            "พิมพ์คะแนนให้ครบ {wanted} ค่า ตามลำดับของ shown",
        ),
        (
            "{at_en}: {found} points in this row, but shown has {wanted} levels.",
            "Type {wanted} points, in the order of shown.",
        ),
    ),
    "PE483": error(
        (
            "{at_th}: at_most = {found} ไม่มากกว่าแถวก่อนหน้า",
            "เรียง gaps จากห่างน้อยไปหาห่างมาก",
        ),
        (
            "{at_en}: at_most = {found} is not above the one before.",
            "Put the gaps in order, the nearest first.",
        ),
    ),
}
