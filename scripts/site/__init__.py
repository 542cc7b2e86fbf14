"""The built site: finished, checked, put in place, and served while people write.

Comes in: what the builder wrote. Goes out: `site/`. Never: a result.
"""
