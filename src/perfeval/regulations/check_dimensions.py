"""What a regulation must not say of results that are judged in dimensions."""

from collections.abc import Callable, Iterator

from perfeval.findings import Finding
from perfeval.regulations.dimensions import DIMENSIONS
from perfeval.regulations.schema import Regulation
from perfeval.tomllines import KeyPath, Places

Findings = Iterator[Finding]
Check = Callable[[Regulation, Places], Findings]
METHOD = "dimensions"


def the_method_has_its_figures(regulation: Regulation, at: Places) -> Findings:
    """The method has its block, and the block is used."""
    used = [i for i, one in enumerate(regulation.components) if one.method == METHOD]
    if used and regulation.dimensions is None:
        path: KeyPath = ("components", used[0], "method")
        yield at.finding("PE434", path, found=METHOD, missing=f"[{METHOD}]")
    if regulation.dimensions is not None and not used:
        yield at.finding("PE484", (METHOD,), method=METHOD)


def dimensions_make_the_whole(regulation: Regulation, at: Places) -> Findings:
    """Each dimension stands once, and together they come to the full points."""
    said = regulation.dimensions
    if said is None:
        return
    keys = [one.key for one in said.parts]
    total = sum(one.at_most for one in said.parts)
    if sorted(keys) != sorted(DIMENSIONS) or total != said.full:
        yield at.finding(
            "PE485",
            (METHOD, "parts"),
            found=" + ".join(f"{one.key} {one.at_most}" for one in said.parts),
            wanted=", ".join(DIMENSIONS),
            full=said.full,
        )


CHECKS: tuple[tuple[tuple[str, ...], Check], ...] = (
    (("components", METHOD), the_method_has_its_figures),
    ((METHOD,), dimensions_make_the_whole),
)
