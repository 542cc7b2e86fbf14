"""What was counted and timed: tables of cells that pages show and claims cite.

Comes in: committed records, benchmarks and counts. Goes out: cells by name.
Never: a page.
"""
