"""
What a public workbook holds, seen or not: its parts and every text of them.

Read from the very bytes that are going to be published, not from what was meant.
"""

from collections.abc import Iterator
from io import BytesIO
from xml.parsers.expat import ParserCreate
from zipfile import ZipFile

PARTS = frozenset(
    (
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/theme/theme1.xml",
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
    )
)
OF_AN_EMBLEM = frozenset(
    (
        "xl/drawings/_rels/drawing1.xml.rels",
        "xl/drawings/drawing1.xml",
        "xl/media/image1.jpeg",
        "xl/media/image1.png",
        "xl/worksheets/_rels/sheet1.xml.rels",
    )
)
OF_A_SHEET = (
    "xl/worksheets/sheet{}.xml",
    "xl/worksheets/_rels/sheet{}.xml.rels",
    "xl/drawings/drawing{}.xml",
    "xl/drawings/_rels/drawing{}.xml.rels",
)
NAMED = ("name", "descr", "title")  # attributes that hold words of somebody
PLACES = ("xdr:col", "xdr:colOff", "xdr:row", "xdr:rowOff")  # where a picture stands
STANDARD = ("xl/theme/theme1.xml", "xl/styles.xml")  # the library's own
PICTURES = (".png", ".jpeg")


def parts(content: bytes) -> frozenset[str]:
    """The names of all parts of a workbook."""
    with ZipFile(BytesIO(content)) as archive:
        return frozenset(archive.namelist())


def allowed(sheets: int, *, emblem: bool) -> frozenset[str]:
    """
    The parts that a workbook of so many papers may have.

    Args:
        emblem: a picture stands on some of them.
    """
    more = {name.format(number) for number in range(1, sheets + 1)
            for name in (OF_A_SHEET if emblem else OF_A_SHEET[:1])}  # fmt: skip
    return PARTS | more | (OF_AN_EMBLEM if emblem else frozenset())


def texts(content: bytes) -> tuple[str, ...]:
    """
    Every text of a workbook: cells, margins, properties, names.

    A cell that holds anything but a shared text is told as well; where a picture
    stands is not, for a number of points might be taken for an id.
    """
    found: dict[str, None] = {}
    with ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            if name not in STANDARD and not name.endswith(PICTURES):
                found.update(dict.fromkeys(_texts(archive.read(name))))
    return tuple(found)


def _texts(part: bytes) -> Iterator[str]:
    found: list[str] = []
    letters: list[str] = []
    is_shared = False  # a cell that only points at a text told elsewhere
    is_in_a_cell = False

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal is_shared, is_in_a_cell
        letters.clear()
        if tag == "c":
            is_shared, is_in_a_cell = attributes.get("t") == "s", True
        found.extend(attributes[key] for key in NAMED if key in attributes)

    def end(tag: str) -> None:
        nonlocal is_in_a_cell
        is_pointing = (is_in_a_cell and is_shared) or tag in PLACES
        if letters and not is_pointing:
            found.append("".join(letters))
        letters.clear()
        if tag == "c":
            is_in_a_cell = False

    parser = ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = letters.append
    parser.Parse(part, True)
    yield from (text for text in found if text.strip())
