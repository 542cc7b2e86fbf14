"""The committed results against the snippets."""
