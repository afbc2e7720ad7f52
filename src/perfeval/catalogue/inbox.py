"""PE3xx: several files together, and what a folder holds."""

from perfeval.catalogue.entry import error, note

ENTRIES = {
    "PE301": error(
        (
            "พบแบบของรหัส {found} มากกว่าหนึ่งฉบับและเนื้อหาต่างกัน: {others}"
            " จึงยังไม่คิดคะแนนทุกฉบับ",
            "ตรวจว่าฉบับใดถูกต้อง แล้วเก็บไว้เพียงฉบับเดียว"
            " หรือสั่ง perfeval status --newest เพื่อใช้ฉบับที่บันทึกล่าสุด",
        ),
        (
            "Several different forms carry the id {found}: {others}. None is scored.",
            "Find out which is right and keep that one only; or run `perfeval status"
            " --newest` to use the one saved last.",
        ),
    ),
    "PE302": note(
        ("เนื้อหาเหมือนกับ {same} ทุกช่อง จึงนับเพียงฉบับเดียว", "ไม่ต้องทำอะไร"),
        ("The content is the same as {same}; it is counted once.", "Nothing to do."),
    ),
    "PE303": note(
        (
            "ยังไม่ได้กรอกผลการประเมิน (เป็นข้อตกลงต้นรอบ) จึงไม่นำมาคิดคะแนน",
            "หากต้องการคะแนน ให้กรอกระดับที่ได้ ผลงานจริง หรือคะแนนที่ได้",
        ),
        (
            "Nothing is evaluated yet (an agreement); the form is not scored.",
            "Type levels, actuals or marks if a score is wanted.",
        ),
    ),
    "PE304": error(
        ("ไม่พบสมุดงานในที่ที่ระบุ", "วางไฟล์ .xlsx ของผู้ประเมินในโฟลเดอร์นี้"),
        ("There is no workbook in the place named.", "Put the .xlsx files there."),
    ),
    "PE305": note(
        (
            "ข้ามไฟล์นี้ เพราะไม่ใช่สมุดงาน ({reason})",
            "หากเป็นแบบประเมินของผู้ใด ขอไฟล์ .xlsx จากผู้ประเมิน มิฉะนั้นไม่ต้องทำอะไร",
        ),
        (
            "The file is skipped: it is not a workbook ({reason}).",
            "If it is somebody's form, ask the evaluator for the .xlsx file; if not, "
            "nothing.",
        ),
    ),
    "PE306": note(
        (
            "ข้ามไฟล์นี้ เพราะเป็นบัญชีคะแนนที่ perfeval เขียนไว้ก่อนหน้า ไม่ใช่แบบประเมิน",
            "ไม่ต้องทำอะไร หากไม่ใช้แล้วให้ลบหรือย้ายออกจากโฟลเดอร์นี้",
        ),
        (
            "The file is skipped: it is a list of scores that perfeval wrote before, "
            "not a form.",
            "Nothing to do; delete it or move it away when it is no longer needed.",
        ),
    ),
    "PE307": error(
        (
            "สมุดงานนี้เป็นบัญชีของรอบการประเมิน ต้องตรวจพร้อมกับ round.toml ของรอบ",
            "สั่งในโฟลเดอร์ของรอบ หรือเพิ่ม --round DIR",
        ),
        (
            "This workbook is a list of a round; it is checked against its round.toml.",
            "Run it in the folder of the round, or add --round DIR.",
        ),
    ),
}
