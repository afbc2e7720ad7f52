"""
A form or list that a sealed round keeps, as it was on the day of the sealing.

It is checked in full: nobody knows what became of an archive since, and a later
program may want other keys than the one that made it.
"""

from pathlib import Path

from perfeval.blocks import Model
from perfeval.datafile import DataFileError, checked, read_bytes, text_of
from perfeval.tomltext import parsed


def read_kept(model: type[Model], folder: Path, name: str) -> Model:
    """
    What a kept file says.

    Args:
        name: its path from the folder, with `/`.

    Raises:
        DataFileError: it is not there or cannot be used; every fault is told.
    """
    text = text_of(read_bytes(folder / name, shown=name), shown=name)
    document = parsed(text, shown=name)
    if document.values is None or document.findings:
        raise DataFileError(list(document.findings))
    return checked(model, document.values, shown=name, text=text)
