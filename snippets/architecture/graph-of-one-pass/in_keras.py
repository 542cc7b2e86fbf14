"""Look at the graph recorded while Keras operations run."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("KERAS_TORCH_DEVICE", "cpu")

# %% A function with two paths
import torch
from keras import ops


def loss_of(x):
    wave = ops.sin(x) if ops.sum(x) > 0 else ops.exp(ops.cos(x))
    return ops.sum(wave)


# %% The operations recorded for each input
def recorded(node):
    if node is None:
        return []
    names = [node.name()]
    for parent, _ in node.next_functions:
        names += recorded(parent)
    return names


x = torch.tensor([0.5, 1.0], requires_grad=True)
positive = recorded(loss_of(x).grad_fn)
negative = recorded(loss_of(-x).grad_fn)
assert "SinBackward0" in positive and "CosBackward0" in negative
assert "CosBackward0" not in positive
graph_sizes = [len(positive), len(negative)]
print("operations recorded:", graph_sizes)

# %% One graph, one backward pass
loss = loss_of(x)
loss.backward()
gradient = x.grad
try:
    loss.backward()
    usable_twice = True
except RuntimeError:
    usable_twice = False
assert not usable_twice
print("usable twice:", usable_twice)
