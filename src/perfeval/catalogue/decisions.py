"""PE601-605, PE617: the committee, and whether its decision still holds."""

from perfeval.catalogue.entry import warning

ENTRIES = {
    "PE601": warning(
        (
            "ยังไม่ได้ระบุคณะกรรมการกลั่นกรอง",
            "เพิ่ม [[committee]] ใน round.toml คนละหนึ่งรายการ (name, position, role)",
        ),
        (
            "No screening committee is named.",
            "Add a [[committee]] with name, position and role for each to round.toml.",
        ),
    ),
    "PE602": warning(
        (
            "คณะกรรมการกลั่นกรองมีประธาน {found} คน ต้องมี 1 คน",
            'ใน round.toml ให้มีกรรมการที่ role = "chair" เพียงคนเดียว',
        ),
        (
            "The screening committee has {found} chairs; it needs exactly one.",
            'Give role = "chair" to one person only in round.toml.',
        ),
    ),
    "PE603": warning(
        (
            "คณะกรรมการกลั่นกรองไม่มีกรรมการนอกจากประธาน",
            'เพิ่มผู้ที่ role = "member" อย่างน้อยหนึ่งคนใน round.toml',
        ),
        (
            "The screening committee has no member beside its chair.",
            'Add at least one person with role = "member" to round.toml.',
        ),
    ),
    "PE604": warning(
        (
            "คณะกรรมการกลั่นกรองไม่มีเลขานุการ",
            'ให้หนึ่งคนมี role = "member_secretary" หรือ "secretary" ใน round.toml',
        ),
        (
            "The screening committee has no secretary.",
            'Give one person role = "member_secretary" or "secretary" in round.toml.',
        ),
    ),
    "PE605": warning(
        (
            "“{found}” อยู่ในคณะกรรมการกลั่นกรองมากกว่าหนึ่งครั้ง",
            "เหลือไว้เพียงรายการเดียวใน round.toml",
        ),
        (
            "“{found}” is on the screening committee more than once.",
            "Keep one entry in round.toml.",
        ),
    ),
    "PE617": warning(
        (
            "ผลการประเมินเปลี่ยนหลังการพิจารณาครั้งที่ {number} รอบนี้จึงถือว่ายังไม่ได้พิจารณา: {who}",
            "สั่ง perfeval summary ให้คณะกรรมการพิจารณาอีกครั้ง แล้วสั่ง perfeval decide",
        ),
        (
            "Results changed after decision {number}, so that the round counts as "
            "undecided: {who}.",
            "Run `perfeval summary`, have it decided again, then `perfeval decide`.",
        ),
    ),
}
