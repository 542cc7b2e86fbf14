"""Names of both frameworks: their documentation, their arguments, words that find them.

Comes in: pairs with their records. Goes out: tables of names as plain data.
Never: HTML. Others use all three modules.
"""
