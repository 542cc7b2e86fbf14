"""Cosine decay with restarts in Keras: ever longer cycles."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The rates of 13 steps
import numpy as np
from keras import ops
from keras.optimizers.schedules import CosineDecayRestarts


def used_rates(schedule):
    # The optimizer calls its schedule with the step.
    return ops.convert_to_numpy(schedule(ops.arange(13)))


# %% The defaults
naive = used_rates(CosineDecayRestarts(0.1, first_decay_steps=4))
restarts = np.flatnonzero(np.isclose(naive, 0.1)).tolist()
assert restarts == [0, 4, 12]
print("at the top in steps", restarts)

# %% Set the cycle length and the floor
share = 0.02 / 0.1
equal_cycles = used_rates(
    CosineDecayRestarts(0.1, 4, t_mul=1.0, alpha=share)
)
longer_cycles = used_rates(
    CosineDecayRestarts(0.1, 4, t_mul=2.0, alpha=share)
)
print("equal cycles ", equal_cycles[8:].round(4))
print("longer cycles", longer_cycles[8:].round(4))

# %% Halve the peak with every cycle
lower_peaks = used_rates(
    CosineDecayRestarts(0.1, 4, t_mul=1.0, m_mul=0.5)
)
print("peaks", lower_peaks[::4].round(4))
