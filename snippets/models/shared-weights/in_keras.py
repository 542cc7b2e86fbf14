"""A siamese model in Keras: one layer, called twice."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Pairs of samples and one weight matrix
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
left, right = rng.normal(size=(2, 16, 5)).astype("float32")
target = rng.uniform(size=(16, 1)).astype("float32")
weight = rng.normal(size=(5, 4)).astype("float32") / 2


# %% One encoder or two
def siamese(left_encoder, right_encoder):
    inputs = [keras.Input((5,)), keras.Input((5,))]
    gap = left_encoder(inputs[0]) - right_encoder(inputs[1])
    outputs = ops.mean(ops.square(gap), axis=-1, keepdims=True)
    model = keras.Model(inputs, outputs)
    model.set_weights([weight] * len(model.weights))
    return model


def encoder():
    return layers.Dense(4, activation="tanh", use_bias=False)


one = encoder()
shared, separate = siamese(one, one), siamese(encoder(), encoder())
assert len(shared.weights) == 1
assert len(separate.weights) == 2

# %% The gradient is the sum over both calls
losses, gradients = [], []
for model in (shared, separate):
    distance = model.predict([left, right], verbose=0)
    # with SGD(1.0) one step subtracts the gradient
    model.compile(keras.optimizers.SGD(1.0), loss="mse")
    losses.append(model.train_on_batch([left, right], target))
    gradients += [weight - w for w in model.get_weights()]
shared_gradient, left_gradient, right_gradient = gradients
total = left_gradient + right_gradient
np.testing.assert_allclose(shared_gradient, total, 1e-4, 1e-6)
print(
    f"loss {losses[0]:.4g}, with separate encoders {losses[1]:.4g}"
)
