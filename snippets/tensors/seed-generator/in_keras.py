"""Seeds and generators in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% One seed, two calls
import keras
import numpy as np
from keras import ops


def normal(seed=None):
    numbers = keras.random.normal((5,), seed=seed)
    return ops.convert_to_numpy(numbers)


naive_repeats = np.array_equal(normal(seed=7), normal(seed=7))
print("the second call repeats the first:", naive_repeats)


# %% A generator moves on
def two_draws(seed):
    generator = keras.random.SeedGenerator(seed)
    return normal(generator), normal(generator)


one, two = two_draws(7)
generator_repeats = np.array_equal(one, two)
assert not generator_repeats

# %% The same sequence again
restart_repeats = np.array_equal(two_draws(7), two_draws(7))
assert restart_repeats

# %% Calls without a generator
keras.utils.set_random_seed(1)
alone = normal()
keras.utils.set_random_seed(1)
two_draws(7)
others_undisturbed = np.array_equal(normal(), alone)
assert others_undisturbed
