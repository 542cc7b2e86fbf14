"""Pairs, case studies and overviews as files that a builder turns into pages.

Comes in: pairs with records and certificates. Goes out: Markdown, HTML fragments,
downloads and JSON, as bytes by path. Never: a framework, nor is a file written here.
Others use `pairs.files.render_pair`, `case_study.conclude_notebook`, the list
`overviews.overview.OVERVIEWS` with `render_overviews` and `overview_paths`, `paths`
and `record_mark`.
"""
