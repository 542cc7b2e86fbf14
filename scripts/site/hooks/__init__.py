"""What MkDocs loads.

Comes in: events of MkDocs. Goes out: pages.
Never: an import of another room.
"""
