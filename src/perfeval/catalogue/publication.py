"""PE62x to PE65x: publication of papers, sealing and verification."""

from perfeval.catalogue.entry import note, warning

ENTRIES = {
    "PE620": note(
        (
            "นำเอกสารนี้ออกแล้ว เพราะผลการประเมินเปลี่ยนไปจากที่เอกสารใช้",
            "หากยังต้องใช้ ให้สั่งออกเอกสารนี้ใหม่จากผลปัจจุบัน",
        ),
        (
            "This paper was taken away: the results that it rests on have changed.",
            "If it is still needed, make it again from the present results.",
        ),
    ),
    "PE621": warning(
        (
            "มีผู้แก้ไขเอกสารนี้หลังจากออกเอกสาร จึงเก็บฉบับที่แก้ไขไว้ที่ {found}",
            "เปิดฉบับที่เก็บไว้ หากเป็นสมุดสรุปของคณะกรรมการ ให้สั่ง perfeval decide {found}",
        ),
        (
            "Somebody changed this paper after it was made; that copy is now {found}.",
            "Look at the copy. If it is the committee's workbook, run "
            "perfeval decide {found}.",
        ),
    ),
    "PE622": note(
        (
            "การออกเอกสารครั้งก่อนหยุดกลางคัน จึงทำต่อจนครบชุดแล้ว",
            "ไม่ต้องทำอะไร เอกสารในโฟลเดอร์นี้ครบทั้งชุด",
        ),
        (
            "An earlier run was stopped while it published; it was finished now.",
            "Nothing has to be done: the set of papers is complete.",
        ),
    ),
    "PE623": note(
        (
            "การออกเอกสารครั้งก่อนหยุดกลางคันและทำต่อไม่ได้ จึงคงชุดเดิมไว้ครบ",
            "สั่งออกเอกสารอีกครั้ง",
        ),
        (
            "An earlier run was stopped while it published and could not be finished; "
            "the set of papers from before is complete.",
            "Make the papers again.",
        ),
    ),
}
