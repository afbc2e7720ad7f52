"""PE660-665: papers that name people, and marked copies."""

from perfeval.catalogue.entry import error, note, warning

ENTRIES = {
    "PE660": warning(
        (
            "ใช้ภาพตราครุฑ {found} ไม่ได้ จึงเว้นที่ว่างไว้",
            "ใช้ไฟล์ภาพ .png หรือ .jpg ที่เปิดได้ ขนาดไม่เกิน 10 MB "
            "หรือลบบรรทัด garuda_image แล้วติดตราเอง",
        ),
        (
            "The picture of the garuda, {found}, cannot be used; its room stays empty.",
            "Name a .png or .jpg that opens, at most 10 MB, or delete the line "
            "garuda_image and put it in by hand.",
        ),
    ),
    "PE661": error(
        (
            "ข้อความของ {paper} มีชื่อหรือรหัสของ {found} ซึ่งต้องไม่เปิดเผยในประกาศ "
            "จึงไม่เขียนประกาศฉบับนี้",
            "ตรวจช่องตำแหน่งและสังกัดของผู้มีชื่อในประกาศ ในบัญชีรายชื่อ "
            "ว่ามีชื่อหรือรหัสของผู้อื่นปนอยู่หรือไม่ แล้วสั่งอีกครั้ง",
        ),
        (
            "The text of {paper} gives away {found}, who must not appear in it; it is "
            "not written.",
            "See in the roster whether the position or division of somebody announced "
            "holds another person's name or an id; correct it and run again.",
        ),
    ),
    "PE662": warning(
        (
            "{found} ยังไม่มีผลการประเมิน จึงไม่อยู่ในรายชื่อที่พิจารณา",
            "หากได้รับแบบประเมินภายหลัง ต้องเสนอคณะกรรมการและบันทึกมติใหม่",
        ),
        (
            "{found} has no result and could not be considered.",
            "If the form comes later, the committee decides again; record it with "
            "perfeval decide.",
        ),
    ),
    "PE663": note(
        (
            "ไม่มีผู้มีผลการประเมินระดับ{bands} จึงไม่มีประกาศตามหลักเกณฑ์ {found}",
            "ไม่ต้องทำอะไร",
        ),
        (
            "Nobody earned {bands}; there is no announcement under {found}.",
            "Nothing to do.",
        ),
    ),
    "PE667": note(
        (
            "ยังไม่มีผลการประเมินของผู้ใดตามหลักเกณฑ์ {found} จึงยังไม่มีประกาศ",
            "วางแบบที่ส่งกลับไว้ใน inbox/ แล้วดู perfeval status ว่าใครยังไม่ส่ง",
        ),
        (
            "There is no result under {found} yet, so there is nothing to announce.",
            "Put the forms that came back into inbox/; `perfeval status` says who is "
            "missing.",
        ),
    ),
    "PE664": note(
        (
            "ทำสำเนาที่มีเครื่องหมายของสมุดงานนี้ไม่ได้",
            "ดูข้อตรวจพบในรายการ แล้วแก้ในสมุดงานเดิม",
        ),
        (
            "No marked copy of this workbook can be made.",
            "Follow the findings in the list and correct the workbook itself.",
        ),
    ),
    "PE665": note(
        (
            "สำเนาที่มีเครื่องหมายไม่มีรูปภาพหรือรูปร่างของสมุดงานเดิม",
            "ใช้สำเนาดูตำแหน่งเท่านั้น แล้วแก้ในสมุดงานเดิม",
        ),
        (
            "The marked copy lacks pictures or shapes of the workbook.",
            "Only look things up in the copy; correct the workbook itself.",
        ),
    ),
    "PE666": note(
        (
            "หลักเกณฑ์ {found} ไม่ได้เลื่อนเงินเดือนเป็นร้อยละของฐาน จึงไม่มีเอกสารนี้",
            "ดูการเลื่อนของกลุ่มนี้ในเอกสารของ perfeval pay",
        ),
        (
            "The regulation {found} raises nobody by percent of a base: it has no such "
            "paper.",
            "What is proposed for its people stands in the paper of perfeval pay.",
        ),
    ),
}
