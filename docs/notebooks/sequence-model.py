# %% [markdown]
# # Predict the next character with an LSTM
#
# An LSTM (a recurrent layer with a cell state) learns to predict the next
# character of the Python manual, in Keras and in PyTorch. From the same
# initial weights both end with a lower validation loss than a guess by
# the frequencies of the characters.

# %%
import os

os.environ.setdefault("KERAS_BACKEND", "torch")

from pydoc_data.topics import topics

import keras
import matplotlib.pyplot as plt
import numpy as np
import torch
from keras import layers
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset

torch.set_num_threads(1)
keras.utils.set_random_seed(2)
STEPS, UNITS, EPOCHS, BATCH, RATE = 24, 64, 6, 64, 0.01

# %% [markdown]
# ## Data
#
# The first 24000 characters of the help topics that ship with Python, in
# lower case and with single spaces. They are cut into 1000 windows of 24
# characters; the target of each character is the one that follows it.
# The first 800 windows train, the last 200 validate.

# %%
text = " ".join(" ".join(topics[k] for k in sorted(topics)).split())
text = text.lower()[: 1000 * STEPS + 1]
alphabet = sorted(set(text))
codes = np.array([alphabet.index(c) for c in text])
inputs, targets = (a.reshape(1000, STEPS) for a in (codes[:-1], codes[1:]))
x_train, x_val = inputs[:800], inputs[800:]
y_train, y_val = targets[:800], targets[800:]

# %% [markdown]
# The baseline ignores the context: it gives each character its frequency
# in the training part (plus one, so that no probability is zero).

# %%
counts = np.bincount(y_train.ravel(), minlength=len(alphabet)) + 1
baseline = -np.log(counts / counts.sum())[y_val].mean()

# %% [markdown]
# ## The same model

# %%
model = keras.Sequential(
    [
        keras.Input((STEPS,), dtype="int32"),
        layers.Embedding(len(alphabet), 16, name="embed"),
        layers.LSTM(UNITS, return_sequences=True, name="lstm"),
        layers.Dense(len(alphabet), name="head"),
    ]
)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = nn.Embedding(len(alphabet), 16)
        self.lstm = nn.LSTM(16, UNITS, batch_first=True)
        self.head = nn.Linear(UNITS, len(alphabet))

    def forward(self, x):
        return self.head(self.lstm(self.embed(x))[0])


net = Net()

# %% [markdown]
# ## First the same weights
#
# Both order the gates as input, forget, cell, output; the kernels are
# transposed. PyTorch adds two bias vectors where Keras has one. The
# second is set to zero and frozen here. Otherwise both would follow the
# same gradient, and their sum would move twice as far with SGD. Keras
# starts the forget bias at one.

# %%
(table,) = model.get_layer("embed").get_weights()
kernel, recurrent, bias = model.get_layer("lstm").get_weights()
head_kernel, head_bias = model.get_layer("head").get_weights()
assert (bias[UNITS : 2 * UNITS] == 1).all() and bias.sum() == UNITS
net.load_state_dict(
    {
        name: torch.tensor(value)
        for name, value in {
            "embed.weight": table,
            "lstm.weight_ih_l0": kernel.T,
            "lstm.weight_hh_l0": recurrent.T,
            "lstm.bias_ih_l0": bias,
            "lstm.bias_hh_l0": np.zeros_like(bias),
            "head.weight": head_kernel.T,
            "head.bias": head_bias,
        }.items()
    }
)
net.lstm.bias_hh_l0.requires_grad_(False)
with torch.inference_mode():
    first = net(torch.from_numpy(x_val)).numpy()
assert np.abs(first - model.predict(x_val, verbose=0)).max() < 1e-5

# %% [markdown]
# The outputs for all validation windows differ by less than 0.00001.
# The Keras model has fewer parameters: 256 biases fewer, four gates of 64.
# Both train the same number, since the second bias is frozen.

# %%
size = sum(p.numel() for p in net.parameters())
assert size - model.count_params() == 4 * UNITS == 256
trained = [p for p in net.parameters() if p.requires_grad]
assert sum(p.numel() for p in trained) == model.count_params()

# %% [markdown]
# ## Train in Keras

# %%
model.compile(
    optimizer=keras.optimizers.Adam(RATE, epsilon=1e-8),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
)
history = model.fit(
    x_train,
    y_train,
    validation_data=(x_val, y_val),
    batch_size=BATCH,
    epochs=EPOCHS,
    verbose=0,
).history
keras_curves = history["loss"], history["val_loss"]

# %% [markdown]
# ## Train in PyTorch
#
# `cross_entropy` wants the classes on axis 1: batch and time are joined.

# %%
loader = DataLoader(
    TensorDataset(torch.from_numpy(x_train), torch.from_numpy(y_train)),
    batch_size=BATCH,
    shuffle=True,
)
optimizer = torch.optim.Adam(trained, lr=RATE)
torch_curves = [], []
for epoch in range(EPOCHS):
    net.train()
    total = 0.0
    for x, y in loader:
        optimizer.zero_grad()
        loss = F.cross_entropy(net(x).flatten(0, 1), y.flatten())
        loss.backward()
        optimizer.step()
        total += loss.item() * len(x)
    net.eval()
    with torch.inference_mode():
        outputs = net(torch.from_numpy(x_val)).flatten(0, 1)
        val = F.cross_entropy(outputs, torch.from_numpy(y_val).flatten())
    torch_curves[0].append(total / len(x_train))
    torch_curves[1].append(val.item())

# %% [markdown]
# ## Compare
#
# The order of the batches differs. Adam also adds its epsilon in
# another place. The validation part has 4800 characters and there is
# one seed: a small difference between the curves is no result. No
# sampled text is shown: one rounding difference can change a character,
# and then all later characters.

# %%
assert y_val.size == 4800
fig, axes = plt.subplots(1, 2, figsize=(8, 3), sharey=True)
for ax, name, curves in zip(
    axes, ("Keras", "PyTorch"), (keras_curves, torch_curves)
):
    assert curves[1][-1] < baseline - 0.2
    assert curves[0][-1] < curves[0][0]
    ax.plot(curves[0], label="training")
    ax.plot(curves[1], label="validation")
    ax.axhline(baseline, color="grey", linestyle=":", label="frequencies")
    ax.set(
        title=f"{name}: loss per epoch",
        xlabel="epoch",
        ylabel="loss per character",
    )
    ax.legend()
fig.tight_layout()
plt.show()
