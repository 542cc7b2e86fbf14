"""The Fourier transform in Keras: pairs of real tensors."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A slow wave and a fast one
import numpy as np
from keras import ops

t = np.arange(32) / 32
wave = np.sin(2 * np.pi * 2 * t) + 0.5 * np.cos(2 * np.pi * 9 * t)
x = ops.convert_to_tensor(wave.astype("float32"))

# %% Real input: half of the spectrum
real, imaginary = ops.rfft(x)
print("a pair of real tensors", ops.shape(real))
sizes = ops.sqrt(real**2 + imaginary**2)
print(f"frequency 2: {sizes[2]:.3f}, frequency 9: {sizes[9]:.3f}")

# %% The full spectrum
full_real, full_imaginary = ops.fft((x, ops.zeros_like(x)))
print("full", ops.shape(full_real))

# %% Remove the fast wave and go back
low = ops.cast(ops.arange(17) < 5, "float32")
smoothed = ops.irfft((real * low, imaginary * low))
slow = np.sin(2 * np.pi * 2 * t).astype("float32")
assert ops.all(ops.isclose(smoothed, slow, atol=1e-5))
print(f"largest {ops.max(smoothed):.3f}")

# %% An odd number of samples
odd = ops.arange(5.0)
print("back:", len(ops.irfft(ops.rfft(odd))))
restored = ops.irfft(ops.rfft(odd), fft_length=5)
