"""Files in one .zip that is the same bytes on every machine."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from scripts.core.problems import Problem
from scripts.core.project import write_if_changed

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first time that a .zip can hold
UNIX, PLAIN_FILE = 3, 0o100644


def zipped(folder: str, files: dict[str, bytes]) -> bytes:
    """The files in one folder; the same bytes on every machine, so not compressed.

    What zlib makes of them depends on its version.
    """
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_STORED) as archive:
        for name, data in files.items():
            entry = ZipInfo(f"{folder}/{name}", LONG_AGO)
            entry.create_system = UNIX
            entry.external_attr = PLAIN_FILE << 16
            archive.writestr(entry, data)
    return content.getvalue()


def pack(folder: Path) -> Path:
    """Write all files of a folder to a .zip beside it, and say where that is.

    Raises `Problem` where there is no such folder or nothing is in it.
    """
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    if not found:
        raise Problem(str(folder), "is no folder with files", "build it: make offline")
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
    target = folder.with_name(f"{folder.name}.zip")
    write_if_changed(target, zipped(folder.name, files))
    return target
