"""Find where a NaN is born in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A layer that applies a function
import warnings

import keras
import torch
from keras import layers, ops


class Apply(layers.Layer):
    def __init__(self, function):
        super().__init__()
        self.function = function

    def call(self, x):
        return self.function(x)


x = ops.convert_to_tensor([[1.0, -1.0], [2.0, 0.5]])

# %% Values that are not finite, layer by layer
tanh, sigmoid = map(layers.Activation, ("tanh", "sigmoid"))
model = keras.Sequential([tanh, Apply(ops.log), sigmoid])
bad_values = []
output = x
for layer in model.layers:
    output = layer(output)
    bad_values.append(int(ops.sum(~ops.isfinite(output))))
print(bad_values)


# %% A step with a finite loss and weights that are not
def train():
    dense = layers.Dense(
        1, use_bias=False, kernel_initializer="zeros"
    )
    model = keras.Sequential([dense, Apply(ops.sqrt)])
    model.compile(keras.optimizers.SGD(0.1), "mse")
    loss = model.train_on_batch(x, ops.zeros((2, 1)))
    return float(loss), bool(ops.all(ops.isfinite(dense.kernel)))


loss, weights_finite = train()
print(f"loss {loss}, weights finite: {weights_finite}")

# %% The operation that made the NaN
warnings.simplefilter("ignore")  # they add the line, with its path
with torch.autograd.detect_anomaly():
    try:
        train()
    except RuntimeError as error:
        assert "SqrtBackward0" in str(error)
        print(error)
