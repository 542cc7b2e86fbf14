"""One-hot vectors in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Encode labels
from keras import backend, ops

labels = ops.array([2, 0, 1])
encoded = ops.one_hot(labels, num_classes=4)
dtype = backend.standardize_dtype(encoded.dtype)
print(dtype, ops.shape(encoded))
assert dtype == "float32"

# %% Another type of label
wide = ops.one_hot(ops.cast(labels, "int32"), num_classes=4)
assert ops.all(wide == encoded)
print("int32 labels: the same")

# %% Another place for the classes
classes_first = ops.one_hot(labels, num_classes=4, axis=0)
print("classes first", ops.shape(classes_first))

# %% A label that means nothing
padded = ops.array([2, -1])
without_minus_one = ops.one_hot(padded, num_classes=4)
whole = ops.cast(without_minus_one, "int32")
print(ops.convert_to_numpy(whole).tolist())

# %% A label that is too large
try:
    row = ops.one_hot(ops.array([2, 4]), num_classes=4)[1]
except RuntimeError as error:
    assert backend.backend() == "torch"
    print(error)
else:
    assert backend.backend() != "torch" and not ops.any(row)
    print("a row of zeros")
