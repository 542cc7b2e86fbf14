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
assert not required & {"pydot", "tensorflow"}


def works(use):
    try:
        use()
        return True
    except Exception as error:
        print(type(error).__name__)
        return False


# %% A table and a drawing
import keras
import numpy as np

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

# %% What works with nothing added
one = np.ones((1, 1))
dense = keras.layers.Dense(1)
model = keras.Sequential([keras.Input((1,)), dense])
model.compile("sgd", "mse")
writer = keras.callbacks.TensorBoard("logs")
works_alone = [
    works(lambda: model.summary(print_fn=str)),
    works(lambda: keras.utils.plot_model(model, "model.png")),
    works(lambda: model.fit(one, one, 1, callbacks=[writer])),
]
print("table, drawing, writer:", works_alone)
