# %% [markdown]
# # Carry a trained CNN from Keras to PyTorch and back
#
# A small convolutional network is trained in Keras on scikit-learn's
# digits. It is copied layer by layer into a PyTorch module, and then
# back into a fresh Keras model. All three give the same predicted class
# for every test image, and their outputs differ by less than 0.0001.

# %%
import os

os.environ.setdefault("KERAS_BACKEND", "torch")

import keras
import matplotlib.pyplot as plt
import numpy as np
import torch
from keras import layers
from sklearn.datasets import load_digits
from sklearn.metrics import confusion_matrix
from sklearn.model_selection import train_test_split
from torch import nn

torch.set_num_threads(1)
keras.utils.set_random_seed(0)

# %% [markdown]
# ## Data
#
# 1797 grey images of 8 by 8 pixels, of which 360 are kept for the test.
# Keras puts the channel axis last, PyTorch puts it after the batch axis.

# %%
digits = load_digits()
images = (digits.images / 16).astype("float32")[..., None]
x_train, x_test, y_train, y_test = train_test_split(
    images,
    digits.target,
    test_size=360,
    random_state=0,
    stratify=digits.target,
)
assert images.shape == (1797, 8, 8, 1) and len(x_test) == 360

# %% [markdown]
# ## Train in Keras
#
# Batch normalisation keeps a running mean and variance of each channel:
# state that training updates without gradients.
# The last layer gives logits (scores before softmax).


# %%
def make_keras():
    return keras.Sequential(
        [
            keras.Input((8, 8, 1)),
            layers.Conv2D(16, 3, padding="same", name="conv1"),
            layers.BatchNormalization(name="norm"),
            layers.ReLU(),
            layers.MaxPooling2D(2),
            layers.Conv2D(
                32, 3, padding="same", activation="relu", name="conv2"
            ),
            layers.Flatten(),
            layers.Dense(10, name="head"),
        ]
    )


source = make_keras()
source.compile(
    optimizer=keras.optimizers.Adam(0.003),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
source.fit(x_train, y_train, batch_size=64, epochs=12, verbose=0)
out_source = source.predict(x_test, verbose=0)
accuracy = (out_source.argmax(1) == y_test).mean()
assert accuracy > 0.93

# %% [markdown]
# The accuracy on the 360 test images is above 0.93.
#
# ## The same network in PyTorch
#
# Three things differ. Keras adds `epsilon=0.001` to the variance,
# PyTorch `eps=0.00001`: the module takes the value of the Keras layer.
# `momentum` means the opposite: Keras keeps 0.99 of the old statistics,
# and PyTorch wants the share of the new ones, 0.01. The outputs here do
# not show it; training would. Keras flattens rows, then columns, then
# channels; PyTorch flattens channels first. The module moves the
# channel axis to the end before it flattens, so that the dense kernel
# only has to be transposed.

# %%
assert source.get_layer("norm").epsilon == 0.001
assert source.get_layer("norm").momentum == 0.99
assert nn.BatchNorm2d(16).eps == 0.00001
assert nn.BatchNorm2d(16).momentum == 0.1


class Net(nn.Module):
    def __init__(self, eps=0.001):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 16, 3, padding="same")
        self.norm = nn.BatchNorm2d(16, eps=eps, momentum=1 - 0.99)
        self.pool = nn.MaxPool2d(2)
        self.conv2 = nn.Conv2d(16, 32, 3, padding="same")
        self.head = nn.Linear(4 * 4 * 32, 10)

    def forward(self, x):
        x = self.pool(torch.relu(self.norm(self.conv1(x))))
        x = torch.relu(self.conv2(x))
        return self.head(x.permute(0, 2, 3, 1).flatten(1))


# %% [markdown]
# ## Carry the weights over
#
# - Convolution: Keras stores height, width, in, out; PyTorch out, in,
#   height, width.
# - Dense: Keras stores in, out; PyTorch out, in.
# - Batch normalisation: Keras lists gamma, beta, moving mean, moving
#   variance; PyTorch calls them `weight`, `bias`, `running_mean` and
#   `running_var`. The last two are buffers, not parameters.

# %%
NORM = ["weight", "bias", "running_mean", "running_var"]
TO_TORCH = {"conv1": (3, 2, 0, 1), "conv2": (3, 2, 0, 1), "head": (1, 0)}
TO_KERAS = {"conv1": (2, 3, 1, 0), "conv2": (2, 3, 1, 0), "head": (1, 0)}


def keras_to_torch(model, **options):
    state = {}
    for name, axes in TO_TORCH.items():
        kernel, bias = model.get_layer(name).get_weights()
        state[f"{name}.weight"] = torch.tensor(kernel.transpose(axes))
        state[f"{name}.bias"] = torch.tensor(bias)
    for key, value in zip(NORM, model.get_layer("norm").get_weights()):
        state[f"norm.{key}"] = torch.tensor(value)
    # Only PyTorch counts the batches seen; it is not used here.
    state["norm.num_batches_tracked"] = torch.tensor(0)
    module = Net(**options)
    module.load_state_dict(state)  # strict: no name may be missing
    return module.eval()  # use the running statistics


def torch_outputs(module):
    with torch.inference_mode():
        x = torch.from_numpy(x_test).permute(0, 3, 1, 2)
        return module(x).numpy()


module = keras_to_torch(source)
out_torch = torch_outputs(module)
assert np.abs(out_torch - out_source).max() < 1e-4

# %% [markdown]
# ## And back into a fresh Keras model

# %%
state = {k: v.numpy() for k, v in module.state_dict().items()}
back = make_keras()
before = back.predict(x_test, verbose=0)
for name, axes in TO_KERAS.items():
    kernel = state[f"{name}.weight"].transpose(axes)
    back.get_layer(name).set_weights([kernel, state[f"{name}.bias"]])
back.get_layer("norm").set_weights([state[f"norm.{k}"] for k in NORM])
out_back = back.predict(x_test, verbose=0)

assert np.abs(before - out_source).max() > 0.1  # it was another model
assert np.abs(out_back - out_source).max() < 1e-4
for a, b in zip(source.get_weights(), back.get_weights()):
    assert np.array_equal(a, b)  # the round trip loses no bit
classes = out_source.argmax(1)
assert np.array_equal(classes, out_torch.argmax(1))
assert np.array_equal(classes, out_back.argmax(1))
print("three models, same 360 predicted classes")

# %% [markdown]
# The weights come back bit for bit.
#
# ## What goes wrong without care
#
# Neither mistake raises an error. With PyTorch's default `eps` the outputs
# of this model move by more than 0.0001. In training mode, the default of
# a new module, batch normalisation uses the statistics of the batch, and
# these outputs move by more than 0.01. So compare with `eval()` here and
# with `predict` in Keras.

# %%
wrong_eps = torch_outputs(keras_to_torch(source, eps=1e-5))
wrong_mode = torch_outputs(keras_to_torch(source).train())
assert np.abs(wrong_eps - out_source).max() > 1e-4
assert np.abs(wrong_mode - out_source).max() > 1e-2

# %% [markdown]
# ## Confusion matrix
#
# Row: true digit; column: predicted digit. One figure serves for all
# three models, since their matrices are equal.

# %%
matrices = [
    confusion_matrix(y_test, out.argmax(1))
    for out in (out_source, out_torch, out_back)
]
assert all(np.array_equal(matrices[0], m) for m in matrices[1:])
fig, ax = plt.subplots(figsize=(4.5, 4))
ax.imshow(matrices[0], cmap="Blues")
for (row, col), count in np.ndenumerate(matrices[0]):
    if count:
        ax.text(
            col,
            row,
            count,
            ha="center",
            va="center",
            color="white" if count > 18 else "black",
        )
ax.set(
    title="Confusion matrix of all three models",
    xlabel="predicted",
    ylabel="true",
    xticks=range(10),
    yticks=range(10),
)
fig.tight_layout()
plt.show()
