"""The one-cycle rate in Keras: a schedule you write."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The schedule
import math

import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable()
class OneCycle(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, max_rate, total_steps):
        self.max_rate, self.total_steps = max_rate, total_steps

    def __call__(self, step):
        step = ops.cast(step, "float32")
        up = 0.3 * self.total_steps - 1
        down = self.total_steps - 1 - up
        low, high = self.max_rate / 25, self.max_rate
        return ops.where(
            step <= up,
            cosine(low, high, step / up),
            cosine(high, low / 1e4, (step - up) / down),
        )

    def get_config(self):
        return dict(vars(self))


def cosine(start, end, share):
    return end + (start - end) / 2 * (1 + ops.cos(math.pi * share))


# %% The rate of each step
schedule = OneCycle(0.5, total_steps=20)
names = dir(keras.optimizers.schedules)
assert not any("cycle" in name.lower() for name in names)


def follow(momentum):
    w = keras.Variable(0.0)
    optimizer = keras.optimizers.SGD(schedule, momentum=momentum)
    rates, path = [], []
    for _ in range(20):
        rates.append(ops.convert_to_numpy(optimizer.learning_rate))
        optimizer.apply([ops.ones(())], [w])
        path.append(w.numpy().item())
    return rates, path


rates, path_at_a_fixed_momentum = follow(0.9)
rates = np.array(rates)
peak_step = int(rates.argmax())
print("every fourth rate", rates[::4].round(4))
print("peak in step", peak_step)

# %% The momentum
naive_path = path_at_a_fixed_momentum
_, path_without_momentum = follow(0.0)
print(f"weight {naive_path[-1]:.2f}")
fig, ax = plt.subplots()
ax.plot(rates)
ax.set(title="One cycle of 20 steps", xlabel="step")
ax.set(ylabel="learning rate")
