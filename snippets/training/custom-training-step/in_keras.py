"""Clip the gradient and record its norm in Keras on PyTorch."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Data and initial weights, made with NumPy
import keras
import numpy as np
import torch
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 4)).astype("float32")
y = 3 * x.sum(1, keepdims=True)
kernel = rng.normal(size=(4, 1)).astype("float32")


# %% A step that clips and reports the norm
class ClippedModel(keras.Model):
    tracked = True

    def train_step(self, data):
        x, y = data
        self.zero_grad()
        loss = self.compute_loss(y=y, y_pred=self(x, training=True))
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(
            self.parameters(), 1.0
        )
        gradients = [w.value.grad for w in self.trainable_weights]
        with torch.no_grad():
            self.optimizer.apply(gradients, self.trainable_weights)
        if not self.tracked:  # see the last cell
            return {"loss": loss}
        for metric, value in zip(
            self.metrics, (loss, norm), strict=True
        ):
            metric.update_state(value)  # fit resets it each epoch
        return {m.name: m.result() for m in self.metrics}


def new_model():
    inputs = keras.Input((4,))
    model = ClippedModel(inputs, layers.Dense(1)(inputs))
    model.set_weights([kernel, np.zeros(1)])
    model.compile(keras.optimizers.SGD(0.05), "mse")
    return model


options = {"batch_size": 32, "shuffle": False, "verbose": 0}

# %% Ten steps
model = new_model()
model.norm = keras.metrics.Mean("norm")  # after the loss
history = model.fit(x, y, epochs=5, **options).history

# %% What was recorded
losses, gradient_norms = history["loss"], history["norm"]
weight_after = model.get_weights()[0]
assert gradient_norms[0] > 1  # clipped
print(f"loss {losses[0]:.3f} -> {losses[-1]:.3f}")
print(f"norm {gradient_norms[0]:.3f} -> {gradient_norms[-1]:.3f}")

# %% A bare number
model = new_model()
model.tracked = False
[naive_loss] = model.fit(x, y, **options).history["loss"]
assert naive_loss == 0
print(f"loss of the first epoch {naive_loss:.3f}")
