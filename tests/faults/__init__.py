"""Planted faults: each has to be caught, by a message that names it."""
