"""Look for PyTorch's tools that show a model."""

# %% What the package requires
import re
from importlib import metadata, util
from pathlib import Path

required = {
    re.split(r"[^\w-]", line)[0]
    for line in metadata.requires("torch")
    if "extra ==" not in line
}
requires_tensorboard = "tensorboard" in required
assert not requires_tensorboard


def works(use):
    try:
        use()
        return True
    except Exception as error:
        print(type(error).__name__)
        return False


# %% A table and a drawing
from torch import nn

has_table_and_drawing = [
    hasattr(nn.Module, "summary"),
    hasattr(nn.Module, "plot"),
]
assert has_table_and_drawing == [False, False]
print("table, drawing:", has_table_and_drawing)

# %% A writer for TensorBoard
spec = util.find_spec("torch.utils.tensorboard")
has_writer = spec is not None
first_line, *_ = Path(spec.origin).read_text().splitlines()
assert first_line == "import tensorboard"
print("writer:", has_writer, "- required:", requires_tensorboard)

# %% What works with nothing added
works_alone = [
    *has_table_and_drawing,
    works(lambda: __import__("torch.utils.tensorboard")),
]
print("table, drawing, writer:", works_alone)
