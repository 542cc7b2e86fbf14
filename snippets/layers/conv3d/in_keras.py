"""A 3-D convolution in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same volumes and kernel
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
volumes = rng.normal(size=(2, 4, 5, 6, 3)).astype("float32")
kernel = rng.normal(size=(3, 3, 3, 3, 4)).astype("float32")

# %% The layer
conv = layers.Conv3D(4, 3, padding="same")

# %% Carry the kernel over
model = keras.Sequential([keras.Input(volumes.shape[1:]), conv])
model.set_weights([kernel, np.zeros(4)])
result = model(volumes)
print("channels last:", list(result.shape))
print(f"output std: {ops.convert_to_numpy(result).std(ddof=1):.3f}")
output = ops.transpose(result, (0, 4, 1, 2, 3))

# %% Train one step
model.compile(keras.optimizers.SGD(0.1), "mse")
model.train_on_batch(volumes, np.zeros((2, 4, 5, 6, 4)))
kernel_after_step = conv.kernel
bias_after_step = conv.bias
