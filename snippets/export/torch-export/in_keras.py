"""Export a Keras model with torch.export (torch backend)."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("KERAS_TORCH_DEVICE", "cpu")

# %% A model
import keras
import numpy as np
import torch
from keras import layers

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(6, 4)).astype("float32"))
w1 = rng.normal(size=(4, 8)).astype("float32")
w2 = rng.normal(size=(8, 2)).astype("float32")
model = keras.Sequential(
    [
        keras.Input((4,)),
        layers.Dense(8, activation="relu", use_bias=False),
        layers.Dropout(0.5),
        layers.Dense(2, use_bias=False),
    ]
)
model.set_weights([w1, w2])


def active_dropouts(program):
    nodes = [n for n in program.graph.nodes if "dropout" in n.name]
    return sum(node.args[-1] is True for node in nodes)


# %% Export in the mode of training
model.train()  # sets a flag that Keras layers do not read
model.export("naive.pt2", format="torch", verbose=False)
program = torch.export.load("naive.pt2")
naive_dropouts = active_dropouts(program)
print("active dropouts in the program:", naive_dropouts)

# %% Another batch size
try:
    program.module()(x)
except AssertionError as error:
    print(error)

# %% Ready for use: evaluation mode, free batch size
batch = {0: torch.export.Dim("batch")}
model.export(
    "model.pt2",
    format="torch",
    dynamic_shapes=batch,
    verbose=False,
)
program = torch.export.load("model.pt2")
matched_dropouts = active_dropouts(program)
matched = program.module()(x)
of_one = program.module()(x[:1])
assert torch.allclose(matched, model(x))
