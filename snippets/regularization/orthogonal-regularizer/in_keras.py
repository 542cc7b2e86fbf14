"""An orthogonal penalty in Keras: a regularizer."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A weight
import numpy as np
from keras import ops
from keras.regularizers import OrthogonalRegularizer

rng = np.random.default_rng(0)
kernel = rng.normal(size=(5, 3)).astype("float32")


def penalty(kernel, **arguments):
    regularizer = OrthogonalRegularizer(0.01, **arguments)
    return regularizer(ops.convert_to_tensor(kernel))


# %% The penalty of the weight as it is
naive_penalty = penalty(kernel)
print(f"{naive_penalty:.5f}")

# %% The penalty of rows and columns of the kernel
penalty_of_rows = penalty(kernel)
penalty_of_columns = penalty(kernel, mode="columns")
print(f"rows    {penalty_of_rows:.5f}")
print(f"columns {penalty_of_columns:.5f}")

# %% The penalty of an orthogonal matrix
orthogonal = np.linalg.qr(kernel)[0]
penalty_of_orthogonal = penalty(orthogonal, mode="columns")
assert abs(penalty_of_orthogonal) < 1e-8
print("orthogonal: zero")

# %% A kernel of one row
assert ops.isnan(penalty(kernel[:1]))  # the loss is NaN, too
