"""The claims of the article and the decision guide, held against pairs and cells.

Comes in: `docs/claims.yaml`, `docs/guide.yaml`, pairs and cells. Goes out: claims and
answers whose evidence stands, or every problem. Never: a run, a page.
Others use `article.read_article`, and the structures of `claims`, `guide` and `ledger`.
"""
