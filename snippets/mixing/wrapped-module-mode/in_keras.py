"""The mode of a wrapped module, and its buffers (torch backend)."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("KERAS_TORCH_DEVICE", "cpu")

# %% A module with dropout and running statistics
import keras
import numpy as np
import torch
from keras import layers
from torch import nn

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(3, 1, (64, 4)).astype("float32"))
norm = nn.BatchNorm1d(4)
module = nn.Sequential(norm, nn.Dropout(0.5))
wrapped = layers.TorchModuleWrapper(module, output_shape=(None, 4))
model = keras.Sequential([keras.Input((4,)), wrapped])


def moves(call):
    """Does `call` drop values, and does it move the statistics?"""
    before = norm.running_mean.clone()
    dropped = bool((call() == 0).any())
    return [dropped, not torch.equal(norm.running_mean, before)]


# %% Call it after eval()
model.eval()
output = model.predict(x, verbose=0)
model.save_weights("model.weights.h5")
naive_call = moves(lambda: model(x))
print("drops, moves:", naive_call)

# %% Call it for inference
inference = moves(lambda: model(x, training=False))
assert inference == [False, False]
assert not any(moves(lambda: model.predict(x, verbose=0)))

# %% Put the weights back
model.load_weights("model.weights.h5")
stored = model.get_weights()
assert len(stored) == 2  # no running statistics
model(x)  # moves them
model.set_weights(stored)
restored = model.predict(x, verbose=0)
naive_restored = np.array_equal(restored, output)
print("as before:", naive_restored)

# %% From a file
model.load_weights("model.weights.h5")
restored = model.predict(x, verbose=0)
restored_from_file = np.array_equal(restored, output)
model.save("model.keras")
try:
    keras.models.load_model("model.keras")
except ValueError as error:
    print(str(error)[:32], "...")
loaded = keras.models.load_model("model.keras", safe_mode=False)
assert np.array_equal(loaded.predict(x, verbose=0), output)
