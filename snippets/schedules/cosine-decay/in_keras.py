"""Cosine decay in Keras: the rate stays at the floor."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Read the rates off a weight
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import ops
from keras.optimizers.schedules import CosineDecay


def used_rates(alpha):
    w = keras.Variable(0.0)
    schedule = CosineDecay(0.1, decay_steps=8, alpha=alpha)
    optimizer = keras.optimizers.SGD(schedule)
    rates = []
    for _ in range(17):
        w.assign(0.0)
        optimizer.apply([ops.ones(())], [w])  # by -rate
        rates.append(-w.numpy().item())
    return np.array(rates)


# %% The same number as the floor
naive_floor = used_rates(alpha=0.02)[8]
print(f"lowest rate {naive_floor:.4f}")

# %% The same floor
decayed = used_rates(alpha=0.02 / 0.1)
rates, naive_after_the_end = decayed[:9], decayed[9:]
print(rates[::2].round(4))

# %% After the end
held_after_the_end = naive_after_the_end
assert np.allclose(held_after_the_end, 0.02)
print(held_after_the_end[1::2].round(4))

fig, ax = plt.subplots()
ax.plot(decayed, label="CosineDecay")
ax.set(title="Cosine decay over 8 steps", xlabel="step")
ax.set(ylabel="learning rate", ylim=(0, 0.105))
ax.legend()
