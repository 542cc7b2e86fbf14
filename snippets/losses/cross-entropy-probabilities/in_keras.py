"""Binary cross-entropy of probabilities in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The loss and its slope at one logit
import math

import keras
import numpy as np
from keras import layers, losses

one = np.ones((1, 1), "float32")  # the input, and the truth


def loss_and_slope(loss_fn, logit, activation):
    dense = layers.Dense(1, activation=activation, use_bias=False)
    model = keras.Sequential([keras.Input((1,)), dense])
    dense.set_weights([logit * one])
    model.compile(keras.optimizers.SGD(1.0), loss_fn)
    loss = float(model.train_on_batch(one, one))
    # A step at rate 1 subtracts the gradient.
    return loss, float(logit - dense.get_weights()[0][0, 0])


# %% An ordinary prediction, as a probability
of_probabilities = losses.BinaryCrossentropy()
ordinary_loss, _ = loss_and_slope(of_probabilities, -2.0, "sigmoid")
by_hand = -math.log(1 / (1 + math.exp(2.0)))
assert math.isclose(ordinary_loss, by_hand, rel_tol=1e-6)

# %% Sure and wrong, as a probability
extreme_loss, extreme_gradient = loss_and_slope(
    of_probabilities, -20.0, "sigmoid"
)
print(f"loss {extreme_loss:.3f}, gradient {extreme_gradient:.3f}")
sigmoid_of_minus_20 = 1 / (1 + math.exp(20))
ceiling = -math.log(keras.config.epsilon())
assert math.isclose(extreme_loss, ceiling, rel_tol=1e-6)

handed_over = of_probabilities(one, sigmoid_of_minus_20 * one)
assert math.isclose(handed_over, ceiling, rel_tol=1e-6)
half = losses.BinaryCrossentropy(dtype="float16")
in_half_precision = half(0 * one, one)
on_torch = keras.backend.backend() == "torch"
assert in_half_precision == (100 if on_torch else math.inf)
print(f"in float16 {float(in_half_precision)}")

# %% Sure and wrong, as a logit
extreme_loss_of_logits, extreme_gradient_of_logits = loss_and_slope(
    losses.BinaryCrossentropy(from_logits=True), -20.0, "linear"
)
print(
    f"loss {extreme_loss_of_logits:.3f},"
    f" gradient {extreme_gradient_of_logits:.3f}"
)
