"""A DataLoader of PyTorch, read by fit, evaluate and predict."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A dataset and two loaders
import keras
import numpy as np
import torch
from keras import layers
from torch.utils import data

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(10, 3)).astype("float32"))
y = torch.from_numpy(rng.normal(size=(10, 1)).astype("float32"))
w = torch.from_numpy(rng.uniform(size=10).astype("float32"))
rows = data.TensorDataset(x, y)
train_loader = data.DataLoader(rows, batch_size=4, drop_last=True)
test_loader = data.DataLoader(rows, batch_size=4)


def new_model():
    dense = layers.Dense(1, kernel_initializer="ones")
    model = keras.Sequential([keras.Input((3,)), dense])
    model.compile(keras.optimizers.SGD(0.1), "mse")
    return model


# %% Train and validate
model = new_model()
options = {"validation_data": test_loader, "shuffle": False}
run = model.fit(train_loader, epochs=3, verbose=0, **options)
history = run.history
losses, val_losses = history["loss"], history["val_loss"]
print([f"{loss:.3f}" for loss in losses])

# %% Predict
predictions = model.predict(test_loader, verbose=0)
assert len(predictions) == 10
val_loss = model.evaluate(test_loader, verbose=0)
assert np.isclose(val_loss, val_losses[-1], rtol=1e-4)


# %% A stream without a length
class Stream(data.IterableDataset):
    def __iter__(self):
        yield from rows


stream = data.DataLoader(Stream(), batch_size=4)
run = new_model().fit(stream, shuffle=False, verbose=0)
[loss_of_stream] = run.history["loss"]
print(f"stream {loss_of_stream:.3f}")

# %% A weight for each sample
refused = []
weights = {"sample_weight": w, "class_weight": {0: 1.0, 1: 2.0}}
for name, value in {**weights, "validation_split": 0.2}.items():
    try:
        new_model().fit(test_loader, shuffle=False, **{name: value})
    except ValueError:
        refused.append(name)
assert len(refused) == 3
print("refused:", refused)
weighted = data.TensorDataset(x, y, w)
loader = data.DataLoader(weighted, batch_size=5)
run = new_model().fit(loader, shuffle=False, verbose=0)
[weighted_loss] = run.history["loss"]
print(f"weighted {weighted_loss:.3f}")
