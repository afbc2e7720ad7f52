"""PE330-339: forms that were handed out, and whether they are still those forms."""

from perfeval.catalogue.entry import error, note, warning

ENTRIES = {
    "PE330": error(
        (
            "แบบนี้ออกให้รหัส {owner} แต่ถูกพิมพ์รหัสเป็น {found}",
            "ให้รหัส {found} กรอกในแบบที่ออกให้ตนเอง (สร้างใหม่ได้ด้วย perfeval forms)",
        ),
        (
            "This form was issued to {owner}, but the id on it is now {found}.",
            "Have {found} use the form issued to that person (`perfeval forms`).",
        ),
    ),
    "PE331": warning(
        (
            "แบบของรหัส {found} ไม่ใช่ฉบับที่ออกในรอบนี้",
            "ตรวจว่าเป็นแบบของรอบนี้ หรือให้กรอกในแบบที่ perfeval forms สร้าง",
        ),
        (
            "The form of {found} is none that was issued in this round.",
            "Check that it is of this round, or use the form of `perfeval forms`.",
        ),
    ),
    "PE332": warning(
        (
            "ชื่อ{kind}เป็น “{found}” แต่ในแบบที่ออกให้คือ “{issued}”",
            "แก้กลับเป็น “{issued}” หรือตรวจว่าการเปลี่ยนถูกต้อง",
        ),
        (
            "The {kind} read “{found}”; the form was issued with “{issued}”.",
            "Restore “{issued}”, or check that the change is right.",
        ),
    ),
    "PE333": warning(
        (
            "ระดับที่คาดหวังของ “{title}” {now} แต่ในแบบที่ออกให้คือ {issued}",
            "แก้กลับเป็น {issued} หรือตรวจว่าการเปลี่ยนถูกต้อง",
        ),
        (
            "The expected level of “{title}” {now}; the form was issued with {issued}.",
            "Restore {issued}, or check that the change is right.",
        ),
    ),
    "PE334": warning(
        (
            "แบบนี้สร้างก่อนที่บัญชีรายชื่อ หลักเกณฑ์ หรือข้อตกลงจะเปลี่ยน",
            "สั่ง perfeval forms --force เพื่อสร้างใหม่ แล้วส่งฉบับใหม่ให้ผู้เกี่ยวข้อง",
        ),
        (
            "The form was made before the roster, the rules or the agreement changed.",
            "Make it again with `perfeval forms --force` and hand out the new one.",
        ),
    ),
    "PE335": error(
        (
            "ไฟล์นี้ไม่เหมือนที่ perfeval สร้างไว้ อาจมีผู้เริ่มกรอกแล้ว จึงไม่เขียนทับ",
            "ย้ายไฟล์ไปไว้ใน inbox/ หรือเปลี่ยนชื่อ แล้วสั่ง perfeval forms อีกครั้ง",
        ),
        (
            "The file is not as perfeval made it; somebody may have begun to fill it "
            "in, so it is not overwritten.",
            "Move it to inbox/ or rename it, then run `perfeval forms` again.",
        ),
    ),
    "PE336": note(
        (
            "แบบนี้สร้างไว้ก่อน แต่ไม่ตรงกับผู้ใดหรือชื่อใดในบัญชีรายชื่อปัจจุบัน",
            "หากไม่ใช้แล้วให้ลบไฟล์นี้",
        ),
        (
            "The form was made before; it fits nobody, or no name, of the roster now.",
            "Delete the file if it is not used.",
        ),
    ),
    "PE337": warning(
        (
            "ผู้รับการประเมินในรอบนี้จะมีแบบสองฉบับ เพราะยังมีแบบที่สร้างไว้อีกวิธีหนึ่ง {found} ไฟล์"
            " เช่น {first}",
            "แจกเพียงชุดเดียว แล้วลบอีกชุดออกจาก forms/"
            " หากส่งกลับทั้งสองฉบับและกรอกต่างกัน จะยังไม่คิดคะแนนจนกว่าจะเลือก",
        ),
        (
            "People would get two forms: {found} workbooks made the other way (one a "
            "person, or one an evaluator) are still there, such as {first}.",
            "Hand out one set and delete the other from forms/. Where both come back "
            "and differ, nobody is scored until one is chosen.",
        ),
    ),
}
