"""Identity and Dirac initialization in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same rows and images
import numpy as np
from keras import initializers, layers, ops

rng = np.random.default_rng(0)
rows = rng.normal(size=(2, 3)).astype("float32")
images = rng.normal(size=(2, 5, 5, 3)).astype("float32")

# %% A dense layer: 3 inputs, 4 units
layer = layers.Dense(
    4, use_bias=False, kernel_initializer="identity"
)
dense_output = ops.convert_to_numpy(layer(rows))
assert np.array_equal(dense_output[:, :3], rows)
print("last unit:", dense_output[:, 3].tolist())


# %% A kernel with ones in the middle
class Dirac(initializers.Initializer):
    def __call__(self, shape, dtype=None):
        kernel = np.zeros(shape)
        middle = tuple(size // 2 for size in shape[:-2])
        kernel[middle] = np.eye(*shape[-2:])
        return ops.convert_to_tensor(kernel, dtype)


kernel = Dirac()((3, 3, 3, 3), "float32")
print("sum of the kernel:", float(ops.sum(kernel)))
try:
    initializers.Identity()((3, 3, 3, 3))
    raise AssertionError("Identity took a kernel")
except ValueError as error:
    assert "only be used for 2D" in str(error)

# %% The convolution returns its input
convolution = layers.Conv2D(
    3, 3, padding="same", kernel_initializer=Dirac()
)
convolution_output = convolution(images)
assert np.allclose(ops.convert_to_numpy(convolution_output), images)
even = layers.Conv2D(
    3, 4, padding="same", kernel_initializer=Dirac()
)
even_output = even(images)
assert not np.allclose(ops.convert_to_numpy(even_output), images)
