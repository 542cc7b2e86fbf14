"""Which committed records stay as they are, and which a fresh run replaces."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from scripts.core.problems import Problem, Problems
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
from scripts.results.entries import read_certificate, read_records
from scripts.results.records import Record, decode, encode, record_path
from scripts.results.reproduced import disagreement
from scripts.results.runs import Run

Records = dict[str, Record]


@dataclass(frozen=True)
class Committed:
    """What is committed: the records by runtime and, for a pair, its certificate.

    `files` holds them by path; `reasons` says why, for each that has to be written.
    """

    records: Records
    certificate: Certificate | None = None
    files: dict[Path, bytes] = field(default_factory=dict)
    reasons: dict[Path, str] = field(default_factory=dict)


def certify_fresh(
    project: Project, pair: Pair, fresh: Records, order: list[str]
) -> Committed:
    """What to commit for a pair: a record that `fresh` agrees with stays as it is.

    `order` names the runtimes of the pair; of those that cannot be run here the
    records stay as they are committed. Raises `Problems` where the fresh records
    do not come out as declared.
    """
    _check_fresh(project, pair, fresh)
    records, reasons = _merge(project, pair, fresh)
    records |= _absent(project, pair, [name for name in order if name not in fresh])
    records = {name: records[name] for name in order if name in records}
    certificate = certify(project, pair, records)
    if broken_promises(project, pair, certificate):
        records |= fresh
        certificate = certify(project, pair, records)
    if idle := idle_warnings(project, pair, records):
        raise Problems(idle)
    files = _files(project, pair, records)
    files[certificate_path(project, pair.name)] = encode(certificate)
    for path in [path for path, text in files.items() if read_bytes(path) != text]:
        reasons.setdefault(path, "does not follow from the records")
    return Committed(records, certificate, files, reasons)


def merge_fresh(project: Project, pair: Pair, fresh: Records) -> Committed:
    """The same for what has no certificate: a case study, a mistake."""
    records, reasons = _merge(project, pair, fresh)
    return Committed(records, None, _files(project, pair, records), reasons)


def read_committed(
    project: Project, pair: Pair, runs: list[Run], order: list[str]
) -> Committed:
    """What is committed, where it comes from the snippets as they are.

    Raises `Problem` where it does not, or cannot be read.
    """
    records = read_records(project, pair, order)
    for run in runs:
        record = records.get(run.runtime)
        if record is None or record.key != run.key:
            what = "has changed since it was run" if record else "has not been run yet"
            raise Problem(project.show(run.snippet.path), what, "run it: make run")
    certificate = read_certificate(project, pair) if pair.is_pair else None
    if pair.is_pair and certificate is None:
        what = "has records but no certificate"
        raise Problem(project.show(pair.folder), what, "run it: make run")
    return Committed(records, certificate)


def _check_fresh(project: Project, pair: Pair, fresh: Records) -> None:
    """Raise `Problems` where fresh records of a pair are not as it declares."""
    # Where none of the pair's backends is installed nothing can be promised here.
    testable = bool(fresh.keys() - {REFERENCE})
    broken = broken_promises(project, pair, certify(project, pair, fresh))
    broken = (broken if testable else []) + undeclared_warnings(project, pair, fresh)
    if broken:
        raise Problems(broken)


def _files(project: Project, pair: Pair, records: Records) -> dict[Path, bytes]:
    return {record_path(project, pair.name, n): encode(r) for n, r in records.items()}


def _merge(
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


def _absent(project: Project, pair: Pair, absent: list[str]) -> Records:
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
