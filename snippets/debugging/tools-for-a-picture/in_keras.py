"""Look for Keras's tools that show a model."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% What the package requires
import re
from importlib import metadata

required = {
    re.split(r"[^\w-]", line)[0]
    for line in metadata.requires("keras")
    if "extra ==" not in line
}
requires_tensorboard = "tensorboard" in required
assert not requires_tensorboard

# %% A table and a drawing
import keras

has_table_and_drawing = [
    hasattr(keras.Model, "summary"),
    hasattr(keras.utils, "plot_model"),
]
assert has_table_and_drawing == [True, True]
print("table, drawing:", has_table_and_drawing)

# %% A writer for TensorBoard
has_writer = hasattr(keras.callbacks, "TensorBoard")
assert has_writer
print("writer:", has_writer, "- required:", requires_tensorboard)
