"""Which committed records stay as they are, and which a fresh run replaces."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scripts.core.problems import Problems
from scripts.core.project import Project, read_bytes
from scripts.corpus.pairs import Pair
from scripts.results.certify import (
    REFERENCE,
    Certificate,
    broken_promises,
    certificate_path,
    certify,
)
from scripts.results.declared_warnings import idle_warnings, undeclared_warnings
from scripts.results.records import Record, decode, encode, record_path
from scripts.results.reproduced import disagreement

Records = dict[str, Record]


@dataclass(frozen=True)
class Kept:
    """What is committed for a pair: its records by runtime and its certificate.

    `reasons` says, for each file that has to be written, why.
    """

    records: Records
    certificate: Certificate
    reasons: dict[Path, str]
    files: dict[Path, bytes]


def keep(project: Project, pair: Pair, fresh: Records, order: list[str]) -> Kept:
    """Keep every committed record that `fresh` agrees with; take the others fresh.

    `order` names the runtimes of the pair; of those that cannot be run here the
    records stay as they are committed. Raises `Problems` when the fresh records
    do not come out as declared.
    """
    # Where none of the pair's backends is installed nothing can be promised here.
    testable = bool(fresh.keys() - {REFERENCE})
    broken = broken_promises(project, pair, certify(project, pair, fresh))
    broken = (broken if testable else []) + undeclared_warnings(project, pair, fresh)
    if broken:
        raise Problems(broken)
    records, reasons = merge(project, pair, fresh)
    records |= _left(project, pair, [name for name in order if name not in fresh])
    records = {name: records[name] for name in order if name in records}
    certificate = certify(project, pair, records)
    if broken_promises(project, pair, certificate):
        records |= fresh
        certificate = certify(project, pair, records)
    if idle := idle_warnings(project, pair, records):
        raise Problems(idle)
    files = {record_path(project, pair.name, n): encode(r) for n, r in records.items()}
    files[certificate_path(project, pair.name)] = encode(certificate)
    for path, content in files.items():
        if read_bytes(path) != content:
            reasons.setdefault(path, "does not follow from the records")
    return Kept(records, certificate, reasons, files)


def merge(
    project: Project, pair: Pair, fresh: Records
) -> tuple[Records, dict[Path, str]]:
    """The committed record where the fresh one agrees, and why where it does not."""
    records, reasons = {}, {}
    for name, record in fresh.items():
        path = record_path(project, pair.name, name)
        committed = _committed(path)
        if isinstance(committed, Record):
            why = disagreement(committed, record, drawn=not pair.is_notebook)
            records[name] = record if why else committed
        else:
            why, records[name] = committed, record
        if why:
            reasons[path] = why
    return records, reasons


def _left(project: Project, pair: Pair, absent: list[str]) -> Records:
    """The committed records of runtimes that cannot be run here."""
    paths = {name: record_path(project, pair.name, name) for name in absent}
    found = {name: _committed(path) for name, path in paths.items()}
    names = set(pair.declaration.compare)
    return {
        name: record
        for name, record in found.items()
        if isinstance(record, Record) and record.values.keys() == names
    }


def _committed(path: Path) -> Record | str:
    """The committed record, or in words why there is none that can be read."""
    data = read_bytes(path)
    if data is None:
        return "is missing"
    try:
        return decode(data)
    except ValueError as error:
        return f"is no record: {error}"
