"""The focal loss as a function in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Labels of which few are positive
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
x = rng.normal(size=(200, 2)).astype("float32")
y = (x.sum(1, keepdims=True) > 2).astype("float32")
kernel = rng.normal(size=(2, 1)).astype("float32")


# %% The loss is a function
def focal_loss(y_true, y_pred, gamma=2.0):
    cross_entropy = ops.binary_crossentropy(
        y_true, y_pred, from_logits=True
    )
    wrongness = 1 - ops.exp(-cross_entropy)
    return wrongness**gamma * cross_entropy


# %% Its value for an untrained model
model = keras.Sequential([keras.Input((2,)), layers.Dense(1)])
model.set_weights([kernel, np.zeros(1)])
logits = model.predict(x, verbose=0)
initial_loss = float(ops.mean(focal_loss(y, logits)))
ready_made = keras.losses.BinaryFocalCrossentropy(from_logits=True)
assert abs(initial_loss - float(ready_made(y, logits))) < 1e-6
print(f"focal loss {initial_loss:.4f}")

# %% Weighted by class
Focal = keras.losses.BinaryFocalCrossentropy
alone = Focal(from_logits=True, alpha=0.25)
naive_with_alpha = float(alone(y, logits))
assert abs(naive_with_alpha - initial_loss) < 1e-6
weighted = Focal(True, alpha=0.25, from_logits=True)
with_alpha = float(weighted(y, logits))
print(f"with alpha {with_alpha:.4f}")

# %% Train with it
model.compile(keras.optimizers.SGD(learning_rate=1.0), focal_loss)
options = dict(batch_size=200, shuffle=False, verbose=0)
history = model.fit(x, y, epochs=20, **options)
losses = history.history["loss"]
weight_after = model.get_weights()[0]
print(f"after {len(losses)} steps {losses[-1]:.4f}")
