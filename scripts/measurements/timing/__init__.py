"""`make bench`: both frameworks timed on this machine, in interleaved rounds.

Comes in: workloads and ways to compute them. Goes out: `results/benchmarks/`.
Never: part of a build of the site.
"""
