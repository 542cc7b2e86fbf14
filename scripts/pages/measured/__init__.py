"""Pages about what was measured: tables, figures and sentences with their numbers.

Comes in: cells and summaries. Goes out: fragments and JSON. Never: a measurement.
Others use them through `overviews.overview`, and `version_history`.
"""
