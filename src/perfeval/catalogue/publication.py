"""PE62x to PE65x: publication of papers, sealing and verification."""

from perfeval.catalogue.entry import error, note, warning

ENTRIES = {
    "PE620": note(
        (
            "นำเอกสารนี้ออกแล้ว เพราะผลการประเมินเปลี่ยนไปจากที่เอกสารใช้",
            "หากยังต้องใช้ ให้สั่ง {command} เพื่อออกใหม่จากผลปัจจุบัน",
        ),
        (
            "This paper was taken away: the results that it rests on have changed.",
            "If it is still needed, run `{command}`: it makes it anew from the present "
            "results.",
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
    "PE624": note(
        (
            "นำเอกสารนี้ออกแล้ว เพราะไม่ใช้อีกต่อไป เช่น มีฉบับจริงแทนฉบับร่าง",
            "ไม่ต้องทำอะไร",
        ),
        (
            "This paper was taken away: it holds no longer, as a draft beside the "
            "final paper.",
            "Nothing has to be done.",
        ),
    ),
    "PE625": note(
        (
            "รอบนี้ผนึกแล้ว จึงไม่เขียนเอกสารใด ๆ และคงเอกสารชุดเดิมไว้ตามที่ผนึก",
            'ไม่ต้องทำอะไร หากต้องแก้ไขผล ให้สั่ง perfeval reopen --reason "เหตุผล" ก่อน',
        ),
        (
            "This round is sealed: no paper was written, and those of before stay.",
            "Nothing has to be done; to correct a result, first run perfeval reopen "
            '--reason "why".',
        ),
    ),
    "PE630": error(
        (
            "ไฟล์ในชุดที่ผนึกไว้ไม่เหมือนตอนผนึก",
            "นำสำเนาสำรองของชุดที่ผนึกกลับมา แล้วตรวจอีกครั้ง และตรวจสอบว่าผู้ใดแก้ไข",
        ),
        (
            "This sealed file is not what was sealed.",
            "Restore the archive from a copy, verify it, and find out who changed it.",
        ),
    ),
    "PE631": error(
        ("ไฟล์ในชุดที่ผนึกไว้หายไป", "นำสำเนาสำรองของชุดที่ผนึกกลับมา แล้วตรวจอีกครั้ง"),
        (
            "This sealed file is missing.",
            "Restore the archive from a copy, then verify again.",
        ),
    ),
    "PE632": error(
        (
            "มีไฟล์หรือลิงก์เพิ่มเข้ามาในชุดที่ผนึกไว้",
            "ย้ายไฟล์นี้ออกจากชุดที่ผนึก แล้วตรวจอีกครั้ง",
        ),
        (
            "This file or link was added to a sealed archive.",
            "Take it out of the archive, then verify again.",
        ),
    ),
    "PE633": error(
        (
            "ผลที่คิดใหม่จากแบบประเมิน หลักเกณฑ์ และผลการพิจารณาที่ผนึกไว้ ไม่ตรงกับผลที่ผนึก",
            "นำสำเนาสำรองของชุดที่ผนึกกลับมา แล้วตรวจด้วย perfeval รุ่นที่ระบุใน bag-info.txt",
        ),
        (
            "The results worked out again from the sealed workbooks, regulations and "
            "decisions are not the sealed results.",
            "Restore the archive from a copy and verify it with the version of "
            "perfeval that bag-info.txt names.",
        ),
    ),
    "PE634": error(
        (
            "รหัสผนึกที่ระบุไม่ตรงกับผลที่ผนึกไว้ ซึ่งมีรหัส {found}",
            "ตรวจว่าพิมพ์รหัสตรงกับเอกสารที่ลงนาม หากพิมพ์ถูกต้อง แสดงว่าผลที่ผนึกถูกเปลี่ยน",
        ),
        (
            "The seal given is not that of the sealed results, which is {found}.",
            "Compare it with the signed paper. If it was typed right, the sealed "
            "results are not those that were signed.",
        ),
    ),
    "PE627": note(
        (
            "นำเอกสาร {count} ฉบับในโฟลเดอร์นี้ออกแล้ว เพราะผลการประเมินเปลี่ยนไปจากที่เอกสารใช้",
            "หากยังต้องใช้ ให้สั่ง {command} เพื่อออกใหม่จากผลปัจจุบัน",
        ),
        (
            "{count} papers of this folder were taken away: the results that they rest "
            "on have changed.",
            "If they are still needed, run `{command}`: it makes them anew from the "
            "present results.",
        ),
    ),
    "PE635": error(
        (
            "รหัสผนึกที่ระบุเป็นของ {earlier} ซึ่งแก้ไขแล้วในการผนึกครั้งหลัง รหัส {found}",
            "ใช้เอกสารที่พิมพ์รหัสของครั้งหลัง ส่วนเอกสารฉบับนี้ตรวจได้ด้วย "
            "perfeval verify {earlier} --seal พร้อมรหัสเดิม",
        ),
        (
            "The seal given is that of {earlier}, since corrected by a later revision "
            "with the seal {found}.",
            "Use the paper with the later seal; verify this one with "
            "`perfeval verify {earlier} --seal` and the same digits.",
        ),
    ),
}
