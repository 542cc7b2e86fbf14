"""What was counted and timed: tables of cells that pages show and claims cite.

Comes in: committed records, benchmarks and counts. Goes out: cells by name.
Never: a page. Others use `cells` of each family, and what a family read or counted.
"""
