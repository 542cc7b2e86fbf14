"""A mistake to try the program on: a width that does not fit, plain Python."""

PROGRAM = """
# %% Build
width = 5

# %% Run
if width != 4:
    raise ValueError("layer hidden: 2x5 is not 4 | <b>")
print("width", width)
"""
SLIP = """
wrong = "width = 5"
right = "width = 4"
layer = "hidden"
at_fault = ["4", "5"]
remedy = ["width"]
"""
MISTAKE = f"""
title = "A `wrong` width"
mistake = "The width is 5."

[pytorch]{SLIP}
[keras]{SLIP}
[caught]
pytorch = "run"
keras-torch = "run"
"""
