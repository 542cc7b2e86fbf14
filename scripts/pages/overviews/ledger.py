"""The ledger for people: the claims of each section, and a table of all."""

from __future__ import annotations

from scripts.claims.claims import VERDICTS, Claim, Evidence
from scripts.claims.ledger import anchor, make_ledger
from scripts.core.filter_form import filter_form
from scripts.core.markup import escape, table, unsearched
from scripts.corpus.sections import SECTIONS

MEANINGS = {
    "holds": "true as it stands",
    "partly": "true with the correction beside it",
    "outdated": "was true, is not any more",
    "wrong": "not true",
    "opinion": "cannot be decided; the nearest thing that can be measured is named",
}


SAID = {"decides": "Run:", "supports": "Run beside it:"}


def claims_by_section(claims: list[Claim], links: dict[str, str]) -> dict[str, str]:
    """The claims of each section, to be included by its page."""
    return {
        f"claims-{section}": "\n\n".join(
            _card(claim, links) for claim in claims if claim.section == section
        )
        for section in SECTIONS
    }


def _card(claim: Claim, links: dict[str, str]) -> str:
    evidence = "\n".join(f"- {line}" for line in _evidence(claim, links))
    return (
        f'<div class="claim" id="{anchor(claim)}" markdown>\n\n'
        f"{verdict_of(claim)} {escape(claim.claim)}\n{{ .claim-said }}\n\n"
        f"{_correction(claim)}\n\n{evidence}\n\n</div>"
    )


def _correction(claim: Claim) -> str:
    """The correction, with the versions it is true for and what can be measured."""
    text = escape(claim.correction)
    if claim.nearest:
        text += f" What can be measured: {escape(claim.nearest)}"
    return text


def verdict_of(claim: Claim) -> str:
    """The verdict as a badge, with the version since or until which it stands."""
    limits = [("since", claim.since), ("until", claim.until)]
    when = "".join(f" {word} {escape(what)}" for word, what in limits if what)
    badge = f'<span class="verdict verdict-{claim.verdict}">{claim.verdict}</span>'
    return badge + (f'<span class="verdict-when">{when}</span>' if when else "")


def ledger_fragment(claims: list[Claim], links: dict[str, str]) -> str:
    """The counts and a table of all claims, complete without JavaScript."""
    ledger = make_ledger(claims)
    counts = [[v, MEANINGS[v], str(ledger.counts[v])] for v in VERDICTS]
    head = ["Verdict", "Section", "Claim", "What is true", "Evidence"]
    rows = table(head, [_row(claim, links) for claim in claims])
    sections = [claim.section for claim in claims]
    verdicts = [claim.verdict for claim in claims]
    parts = [
        f"{ledger.decided} of the {ledger.checkable} claims that can be checked "
        f"({ledger.share:.0%}) are decided by a run; the others by a "
        "measurement or a primary source.\n{ .ledger-share }",
        table(["Verdict", "Meaning", "Claims"], counts),
        str(filter_form({"section": sections, "verdict": list(verdicts)})),
        f"{len(claims)} claims.\n"
        '{ .filter-count data-noun="claims" data-choices="section verdict" }',
        unsearched(rows, "rows rows-ledger"),
    ]
    return "\n\n".join(parts)


def _row(claim: Claim, links: dict[str, str]) -> list[str]:
    place = f"/{SECTIONS[claim.section]}#{anchor(claim)}"
    own = f'<a class="row-address" id="{anchor(claim)}" href="#{anchor(claim)}"'
    own += f' aria-label="Address of the claim {claim.id}">#</a>'
    return [
        verdict_of(claim),
        f"[{claim.section}]({place})",
        f"{own} {escape(claim.claim)}",
        _correction(claim),
        "<br>".join(_evidence(claim, links)),
    ]


def _evidence(claim: Claim, links: dict[str, str]) -> list[str]:
    """A line for each pair, each cell and each source; how it is checked is data."""
    lines = [f"{SAID[role]} {links[name]}" for name, role in _pairs(claim).items()]
    lines += [_measured(e, links) for e in claim.evidence if e.cell]
    sources = [item for item in claim.evidence if item.source]
    return lines + [f"[{escape(e.title)}]({e.source}), {e.date}" for e in sources]


def _pairs(claim: Claim) -> dict[str, str]:
    """The pairs that are cited, each with the strongest role that it has."""
    cited = [(item.pair, item.role) for item in claim.evidence if item.pair]
    decide = {name for name, role in cited if role == "decides"}
    return {n: "decides" if n in decide else "supports" for n, _ in cited}


def _measured(item: Evidence, links: dict[str, str]) -> str:
    """What a cell measures and how it came out."""
    name = ", ".join(part.replace("-", " ") for part in item.cell.split("/"))
    return f"Measured: {name}: {links[item.cell]}"
