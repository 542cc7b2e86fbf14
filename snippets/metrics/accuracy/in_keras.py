"""Accuracy in Keras: the threshold is 0.5."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Logits and labels
import keras
import numpy as np
from keras import layers, losses, metrics, ops

rng = np.random.default_rng(0)
logits = rng.normal(size=(200, 1)).astype("float32")
labels = logits + 0.2 * rng.normal(size=(200, 1)) > 0
labels = labels.astype("float32")

# %% The line a reader copies first
model = keras.Sequential([keras.Input((1,)), layers.Identity()])
loss = losses.BinaryCrossentropy(from_logits=True)
model.compile(loss=loss, metrics=["accuracy"])
_, naive = model.evaluate(logits, labels, verbose=0)
print(f"accuracy {naive:.3f}")

# %% The same from logits and from probabilities
matched = metrics.BinaryAccuracy(threshold=0.0)(labels, logits)
probabilities = ops.sigmoid(logits)
assert metrics.BinaryAccuracy()(labels, probabilities) == matched
print(f"accuracy {matched:.3f}")

# %% A batch of logits that look like probabilities
part = (logits > 0) & (logits < 1)
of_logits = metrics.BinaryAccuracy(threshold=0.0)
naive_small_logits = of_logits(labels[part], logits[part])
small_logits = naive_small_logits
print(f"{small_logits:.3f}")

# %% Several classes
scores = rng.normal(size=(100, 4)).astype("float32")
classes = rng.integers(4, size=100)
accuracy = metrics.SparseCategoricalAccuracy()
naive_several_classes = several_classes = accuracy(classes, scores)
accuracy.reset_state()
assert accuracy(classes, ops.softmax(scores)) == several_classes
print(f"four classes {several_classes:.3f}")
