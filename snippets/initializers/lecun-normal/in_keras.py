"""LeCun's initialization in Keras: built in."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% What is wanted: 100 inputs, 200 units
import math

import keras
import numpy as np
from keras import initializers, ops

keras.utils.set_random_seed(0)
inputs, units = 1000, 2000  # many weights, to measure them well
wanted = 1 / math.sqrt(inputs)
print(f"standard deviation {wanted:.4f}")

# %% The right standard deviation
weight = initializers.LecunNormal()((inputs, units))
weight = ops.convert_to_numpy(weight)
standard_deviation = weight.std()
naive_reach = np.quantile(abs(weight), 0.99)
print(f"99 % below {naive_reach / wanted:.2f} deviations")

# %% The cut as well
deviation_of_the_cut = standard_deviation
reach = naive_reach
print(f"99 % below {reach / wanted:.2f} deviations")
