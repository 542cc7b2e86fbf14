"""What there is: pairs, case studies, mistakes and runtimes, read and validated.

Comes in: what people write in `snippets/` and `docs/`. Goes out: structures that can be
trusted, or every problem at once. Never: a run, and nothing is written. Others start
from `find`, `pairs` and `runtimes`.
"""
