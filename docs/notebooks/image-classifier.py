# %% [markdown]
# # Classify images with augmentation and early stopping
#
# The same small convolutional network is trained on scikit-learn's digits
# in Keras and in PyTorch, with random translations and early stopping.
# From the same initial weights both classify more than 90 % of the 360
# test images correctly.

# %%
import os

os.environ.setdefault("KERAS_BACKEND", "torch")

import copy

import keras
import matplotlib.pyplot as plt
import numpy as np
import torch
from keras import layers
from sklearn.datasets import load_digits
from sklearn.metrics import confusion_matrix
from sklearn.model_selection import train_test_split
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset

torch.set_num_threads(1)
keras.utils.set_random_seed(1)
EPOCHS, PATIENCE, BATCH, RATE, SHIFT = 20, 2, 64, 0.006, 1 / 8

# %% [markdown]
# ## Data: one split for both

# %%
digits = load_digits()
images = (digits.images / 16).astype("float32")[..., None]
x_rest, x_test, y_rest, y_test = train_test_split(
    images,
    digits.target,
    test_size=360,
    random_state=0,
    stratify=digits.target,
)
x_train, x_val, y_train, y_val = train_test_split(
    x_rest,
    y_rest,
    test_size=300,
    random_state=0,
    stratify=y_rest,
)
assert (len(x_train), len(x_val), len(x_test)) == (1137, 300, 360)


def channels_first(x):
    return torch.from_numpy(x).permute(0, 3, 1, 2).contiguous()


# %% [markdown]
# ## The same augmentation
#
# Each training image is moved by up to an eighth of its side (one pixel),
# filled with zeros. Keras has a layer for it. `fit` and a plain call move
# the images; `predict`, `evaluate` and `training=False` do not. In PyTorch
# a function is called in the training loop. A fixed translation of one
# pixel down gives the same images in both.


# %%
def translate(x, down, right):
    """Move each image by fractions of its height and width."""
    theta = torch.eye(2, 3).repeat(len(x), 1, 1)
    theta[:, 0, 2], theta[:, 1, 2] = -2 * right, -2 * down
    grid = F.affine_grid(theta, x.shape, align_corners=False)
    return F.grid_sample(x, grid, align_corners=False)


def augment(x):
    shift = torch.empty(2, len(x)).uniform_(-SHIFT, SHIFT)
    return translate(x, *shift)


fixed = layers.RandomTranslation((SHIFT, SHIFT), 0.0, fill_mode="constant")
moved_keras = keras.ops.convert_to_numpy(fixed(x_test, training=True))
one, zero = torch.full((360,), SHIFT), torch.zeros(360)
moved_torch = translate(channels_first(x_test), one, zero)
assert np.allclose(moved_keras[:, 1:], x_test[:, :-1], atol=1e-5)
assert np.allclose(moved_keras[..., 0], moved_torch[:, 0], atol=1e-5)

some = layers.RandomTranslation(SHIFT, SHIFT, fill_mode="constant")
plain = keras.ops.convert_to_numpy(some(x_test))
inferred = keras.ops.convert_to_numpy(some(x_test, training=False))
assert not np.allclose(plain, x_test)  # a plain call moves them, too
assert np.array_equal(inferred, x_test)

# %% [markdown]
# ## The same model
#
# The PyTorch module gets the initial weights of the Keras model. It
# flattens with the channels last, as Keras does.

# %%
model = keras.Sequential(
    [
        keras.Input((8, 8, 1)),
        layers.RandomTranslation(SHIFT, SHIFT, fill_mode="constant"),
        layers.Conv2D(16, 3, padding="same", activation="relu", name="conv1"),
        layers.MaxPooling2D(2),
        layers.Conv2D(32, 3, padding="same", activation="relu", name="conv2"),
        layers.Flatten(),
        layers.Dense(10, name="head"),
    ]
)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 16, 3, padding="same")
        self.conv2 = nn.Conv2d(16, 32, 3, padding="same")
        self.head = nn.Linear(4 * 4 * 32, 10)

    def forward(self, x):
        x = F.max_pool2d(torch.relu(self.conv1(x)), 2)
        x = torch.relu(self.conv2(x))
        return self.head(x.permute(0, 2, 3, 1).flatten(1))


net = Net()
with torch.no_grad():
    for name in ("conv1", "conv2", "head"):
        kernel, bias = model.get_layer(name).get_weights()
        axes = (3, 2, 0, 1) if kernel.ndim == 4 else (1, 0)
        layer = getattr(net, name)
        layer.weight.copy_(torch.tensor(kernel.transpose(axes)))
        layer.bias.copy_(torch.tensor(bias))
    first = net(channels_first(x_test)).numpy()
assert np.abs(first - model.predict(x_test, verbose=0)).max() < 1e-4

# %% [markdown]
# ## Train in Keras
#
# Early stopping: training ends when the validation loss has not improved
# for two epochs (or after twenty epochs), and the best weights are
# restored.

# %%
model.compile(
    optimizer=keras.optimizers.Adam(RATE, epsilon=1e-8),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
)
stop = keras.callbacks.EarlyStopping(
    patience=PATIENCE, restore_best_weights=True
)
history = model.fit(
    x_train,
    y_train,
    validation_data=(x_val, y_val),
    batch_size=BATCH,
    epochs=EPOCHS,
    callbacks=[stop],
    verbose=0,
).history
keras_curves = history["loss"], history["val_loss"]
keras_classes = model.predict(x_test, verbose=0).argmax(1)

# %% [markdown]
# ## Train in PyTorch
#
# The loop is written out, early stopping included. The best weights
# must be a deep copy: `state_dict` refers to the tensors being trained.

# %%
loader = DataLoader(
    TensorDataset(channels_first(x_train), torch.from_numpy(y_train)),
    batch_size=BATCH,
    shuffle=True,
)
val_images, val_labels = channels_first(x_val), torch.from_numpy(y_val)
optimizer = torch.optim.Adam(net.parameters(), lr=RATE)
torch_curves, best, waited = ([], []), float("inf"), 0
for epoch in range(EPOCHS):
    net.train()
    total = 0.0
    for x, y in loader:
        optimizer.zero_grad()
        loss = F.cross_entropy(net(augment(x)), y)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(x)
    net.eval()
    with torch.inference_mode():
        val = F.cross_entropy(net(val_images), val_labels).item()
    torch_curves[0].append(total / len(x_train))
    torch_curves[1].append(val)
    if val < best:
        best, waited = val, 0
        best_state = copy.deepcopy(net.state_dict())
    else:
        waited += 1
        if waited == PATIENCE:
            break
net.load_state_dict(best_state)
with torch.inference_mode():
    torch_classes = net(channels_first(x_test)).argmax(1).numpy()

# %% [markdown]
# ## Compare
#
# The random numbers (order of batches, translations) differ, so the
# trained weights do too. Adam also adds its epsilon in another place. With
# 360 test images and one seed, a difference of a few images says nothing
# about the frameworks.

# %%
right = [(c == y_test).sum() for c in (keras_classes, torch_classes)]
assert min(right) > 0.9 * 360
fig, axes = plt.subplots(1, 2, figsize=(8, 3), sharey=True)
for ax, name, curves in zip(
    axes, ("Keras", "PyTorch"), (keras_curves, torch_curves)
):
    assert curves[0][-1] < curves[0][0] and len(curves[0]) <= EPOCHS
    ax.plot(curves[0], label="training (augmented)")
    ax.plot(curves[1], label="validation")
    ax.set(title=f"{name}: loss per epoch", xlabel="epoch", ylabel="loss")
    ax.legend()
fig.tight_layout()
plt.show()

# %%
fig, axes = plt.subplots(1, 2, figsize=(8, 4))
for ax, name, classes in zip(
    axes, ("Keras", "PyTorch"), (keras_classes, torch_classes)
):
    matrix = confusion_matrix(y_test, classes)
    ax.imshow(matrix, cmap="Blues")
    for (row, col), count in np.ndenumerate(matrix):
        if count:
            ax.text(
                col,
                row,
                count,
                ha="center",
                va="center",
                fontsize=7,
                color="white" if count > 18 else "black",
            )
    ax.set(
        title=f"{name}: confusion matrix",
        xlabel="predicted",
        ylabel="true",
        xticks=range(10),
        yticks=range(10),
    )
fig.tight_layout()
plt.show()
