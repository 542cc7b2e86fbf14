"""SGD with momentum in Keras: the rate goes into the velocity."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A parabola to roll down
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import ops


def path(learning_rate):
    w = keras.Variable(1.0)
    optimizer = keras.optimizers.SGD(learning_rate, momentum=0.9)
    positions = [w.numpy().item()]
    for _ in range(20):
        gradient = ops.copy(w)  # the slope of w**2 / 2
        optimizer.apply([gradient], [w])
        positions.append(w.numpy().item())
    return np.array(positions)


# %% The default rate
naive = path(float(keras.optimizers.SGD().learning_rate))
print(f"position after 20 steps {naive[-1]:.4f}")

# %% The same constant rate
constant_rate = path(0.1)
print(f"position after 20 steps {constant_rate[-1]:.4f}")

# %% A rate ten times smaller from the sixth step on
PiecewiseConstant = (
    keras.optimizers.schedules.PiecewiseConstantDecay
)
dropped_rate = path(PiecewiseConstant([4], [0.1, 0.01]))
before, after = np.diff(dropped_rate)[4:6]
velocity = before  # the old rate is in it
assert np.isclose(after, 0.9 * velocity - 0.01 * dropped_rate[5])
print(f"position after 20 steps {dropped_rate[-1]:.4f}")

fig, ax = plt.subplots()
ax.plot(constant_rate, label="constant rate")
ax.plot(dropped_rate, label="rate drops after 5 steps")
ax.set(title="SGD in Keras", xlabel="step", ylabel="position")
ax.legend()
