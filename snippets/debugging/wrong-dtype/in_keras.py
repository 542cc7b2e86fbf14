"""Labels of the wrong dtype in Keras: a cast."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Logits and integer labels
import numpy as np
from keras import losses

logits = np.array([[0.5], [-1.0], [2.0]], "float32")
labels = np.array([[1], [0], [0]])
loss_function = losses.BinaryCrossentropy(from_logits=True)

# %% Pass them as they are
naive_loss = loss_function(labels, logits)
naive_accepted = True

# %% Pass floats
loss = loss_function(labels.astype("float32"), logits)
assert loss == naive_loss
print(f"loss {loss:.3f}")
