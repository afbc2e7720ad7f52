"""
The round.toml of a new round: every key explained, what is not known yet dotted.

A dotted name can be used at once: papers then leave the line open for a hand, as
official forms do, and every command says what is still to be filled in.
"""

from collections.abc import Sequence
from typing import NamedTuple

from perfeval.regulations.load import Loaded
from perfeval.rounds.schema import TO_FILL, StaffGroupOfRound

DIVISIONS = ("สำนักปลัด", "กองคลัง", "กองช่าง")  # what most small offices have
CHIEF_ID = "CHIEF"

_HEAD = """\
# รอบการประเมินผลการปฏิบัติงาน
#
# ไฟล์นี้บอก perfeval ว่าเป็นรอบใด ของหน่วยงานใด ใช้หลักเกณฑ์ใด และใครลงนาม
# เปิดแก้ด้วย Notepad ได้ แล้วบันทึกเป็น UTF-8
#   - ข้อความเขียนในเครื่องหมาย "…" ตัวเลขไม่ต้องมีเครื่องหมาย
#   - บรรทัดที่ขึ้นต้นด้วย # เป็นคำอธิบาย ไม่มีผล
#   - ชื่อที่เป็นจุดไข่ปลา ("{dots}") คือที่ยังไม่ได้กรอก เอกสารจะเว้นเส้นไว้ให้เขียน
# ตรวจไฟล์นี้และบัญชีรายชื่อได้ทุกเมื่อด้วยคำสั่ง  perfeval status

organisation = {organisation}
year = {year}                        # ปีงบประมาณ พ.ศ.
round = {number}                           # รอบที่ 1 หรือ 2
# announce_on = 2025-04-30           # วันที่ประกาศรายชื่อ เป็นปี ค.ศ.-เดือน-วัน ไม่ใส่คือเว้นวันที่ไว้
# criteria_on = 2024-09-30           # วันที่ประกาศหลักเกณฑ์ ต้นรอบ ไม่ใส่คือเว้นวันที่ไว้
# garuda_image = "garuda.png"        # รูปครุฑในโฟลเดอร์นี้ พิมพ์เหนือประกาศ ไม่ใส่คือเว้นที่ไว้

# หลักเกณฑ์ของพนักงานแต่ละกลุ่ม เขียนเป็น  กลุ่มพนักงาน = "รหัสหลักเกณฑ์"
# หรือชื่อไฟล์หลักเกณฑ์ของหน่วยงานเองในโฟลเดอร์นี้ เช่น "หลักเกณฑ์ของเรา.toml"
[regulations]
"""
_STAFF_GROUPS = """
# ถ้าสองหลักเกณฑ์เรียกกลุ่มพนักงานเหมือนกัน ให้ตั้งชื่ออื่นแก่กลุ่มหนึ่งใน [regulations]
# แล้วบอกที่นี่ว่าคือกลุ่มใดของหลักเกณฑ์ และในบัญชีรายชื่อเรียกว่าอะไร
"""
_STAFF_GROUP_EXAMPLE = """\
# [staff_groups.official_2545]
# group = "official"
# label = "พนักงานเทศบาล (เกณฑ์ปี 2545)"
"""
_STAFF_GROUP = """\
[staff_groups.{key}]
group = {group}
label = {label}
"""
_DIVISIONS = """
# สำนักและกอง เรียงตามลำดับอย่างเป็นทางการ เอกสารทุกฉบับเรียงตามนี้
{example}แก้ เพิ่ม หรือลบให้ตรงกับหน่วยงาน และให้ตรงกับในบัญชีรายชื่อ
# head คือรหัสพนักงานของหัวหน้า ใส่หรือไม่ใส่ก็ได้
"""
_EXAMPLE = "# ชื่อต่อไปนี้เป็นตัวอย่าง "
_CHIEF = """
# ผู้พิจารณาและประกาศผล ในบัญชีรายชื่อใช้รหัสนี้เป็นผู้ประเมินหรือผู้บังคับบัญชาเหนือขึ้นไปได้
[chief]
id = "{id}"
name = "{dots}"
position = {position}
"""
_COMMITTEE = """
# คณะกรรมการกลั่นกรอง หนึ่งบล็อกต่อหนึ่งคน เพิ่มหรือลบได้
#   role  "chair" ประธาน  "member" กรรมการ
#         "member_secretary" กรรมการและเลขานุการ  "secretary" เลขานุการ
{ruled}"""
_RULED = "# ตำแหน่งต่อไปนี้มาจากหลักเกณฑ์ {id} แก้ให้ตรงกับคำสั่งแต่งตั้งของหน่วยงาน\n"
_MEMBER = """\
[[committee]]
name = "{dots}"
position = {position}
role = "{role}"

"""
_MEMORANDUM = """
# บันทึกขอความเห็นชอบหลักเกณฑ์ต้นรอบ (ถ้าใช้ perfeval criteria) ไม่ใส่คือเว้นเส้นไว้ให้เขียน
# [memorandum]
# office = "งานการเจ้าหน้าที่ สำนักปลัด โทร. …"
# number = "…"
# dated = 2024-09-02                 # วันที่ของบันทึก เป็นปี ค.ศ.-เดือน-วัน
# proposed_by = { name = "…", position = "นักทรัพยากรบุคคล" }
# opinions = [
#     { name = "…", position = "หัวหน้าสำนักปลัด" },
#     { name = "…", position = "ปลัด…" },
# ]
"""
_EVALUATORS = """
# ผู้ที่ได้รับมอบหมายให้เป็นผู้ประเมินแต่ไม่อยู่ในบัญชีรายชื่อ (ถ้ามี) ให้ลบ # ข้างหน้าแล้วกรอก
# [[evaluators]]
# id = "DEPUTY1"
# name = "…"
# position = "…"
"""
_PAY = """
# การเลื่อนเงินเดือนตามผลการประเมิน (ถ้ามี) ให้ลบ # ข้างหน้าแล้วกรอก
# [pay]
# base_table = "ฐานในการคำนวณ.toml"     # ตารางฐานของหน่วยงาน หรือรหัสตารางที่มากับโปรแกรม
# regional = ["…"]                    # สำนัก/กองที่มีตำแหน่งใช้วงเงินของผู้ว่าราชการจังหวัด
# rates = "อัตราพนักงานจ้าง.toml"        # ตารางอัตราเลื่อนค่าตอบแทนพนักงานจ้างของหน่วยงาน
# round_before = "../2568-1"           # โฟลเดอร์รอบที่ 1 ที่ผนึกแล้ว สำหรับข้อเสนอ 1.5 ขั้น
# quota = { one = 10 }                 # โควตาเลื่อนขั้น (คน) ตามชื่อข้อเสนอในหลักเกณฑ์
"""
ROLES = ("chair", "member", "member", "member_secretary")


class Placed(NamedTuple):
    """
    A staff group of a new round, and the regulation that it stands under.

    named: what round.toml calls the regulation.
    own: what the regulation calls the group, where the round has a key of its own.
    """

    key: str
    named: str
    loaded: Loaded
    own: StaffGroupOfRound | None = None


def round_text(
    organisation: str,
    year: int,
    number: int,
    *,
    groups: Sequence[Placed],
    divisions: Sequence[str] = (),
) -> str:
    """
    The text of a round.toml.

    Args:
        year: fiscal year, B.E.
        groups: the staff groups, in the order of the file.
        divisions: in the official order; usual ones, marked as an example, if none.
    """
    head = _HEAD.format(
        organisation=quoted(organisation), year=year, number=number, dots=TO_FILL
    )
    listed = "".join(
        f"{key} = {quoted(named)}{' ' * 4}# {label_of(key, loaded)}\n"
        for key, named, loaded, _ in groups
    )
    own = "\n".join(_own_group(one.key, one.own) for one in groups if one.own)
    parts = "".join(
        f"[[divisions]]\nname = {quoted(one)}\n\n" for one in divisions or DIVISIONS
    )
    chief = _CHIEF.format(
        id=CHIEF_ID,
        dots=TO_FILL,
        position=quoted(chief_of(organisation, groups[0][2].regulation.chief)),
    )
    return "".join(
        (
            head,
            listed,
            _STAFF_GROUPS,
            own or _STAFF_GROUP_EXAMPLE,
            _DIVISIONS.format(example="# " if divisions else _EXAMPLE),
            parts.rstrip("\n") + "\n",
            chief,
            _committee([one.loaded for one in groups]),
            _EVALUATORS,
            _PAY,
            _MEMORANDUM,
        )
    )


def _own_group(key: str, said: StaffGroupOfRound) -> str:
    group, label = quoted(said.group or key), quoted(said.label or key)
    return _STAFF_GROUP.format(key=key, group=group, label=label)


def _committee(laws: Sequence[Loaded]) -> str:
    """The seats that the first of the regulations names, else those of most offices."""
    named = next((law for law in laws if _seats(law)), None)
    seats = _seats(named) if named else [(TO_FILL, role) for role in ROLES]
    ruled = _RULED.format(id=named.regulation.id) if named else ""
    listed = "".join(
        _MEMBER.format(dots=TO_FILL, position=quoted(position), role=role)
        for position, role in seats
    )
    return _COMMITTEE.format(ruled=ruled) + listed.rstrip("\n") + "\n"


def _seats(law: Loaded) -> list[tuple[str, str]]:
    found = law.regulation.screening
    return [(one.position, one.role) for one in found.seats] if found else []


def label_of(key: str, loaded: Loaded) -> str:
    """What a regulation calls one of its staff groups."""
    labels = {group.key: group.label for group in loaded.regulation.staff_groups}
    return labels[key]


def chief_of(organisation: str, word: str) -> str:
    """
    The position of the chief: นายก… of an office whose name the word begins.

    The word of the regulation ends as the name of such an office begins; both
    are joined there. The word alone where they have nothing in common.
    """
    for start in range(1, len(word)):
        if organisation.startswith(word[start:]) and len(word) - start > 1:
            return word[:start] + organisation
    return word


def quoted(text: str) -> str:
    """A text as TOML writes it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
