"""A convolutional LSTM in Keras: a layer."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same frames and weights
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
frames = rng.normal(size=(2, 3, 6, 5, 2)).astype("float32")
shapes = [(3, 3, 2, 16), (3, 3, 4, 16), (16,)]
weights = [rng.normal(size=s).astype("float32") / 4 for s in shapes]

# %% The layer
layer = layers.ConvLSTM2D(
    4, 3, padding="same", return_sequences=True
)
model = keras.Sequential([keras.Input((3, 6, 5, 2)), layer])

# %% Carry the weights over
model.set_weights(weights)
result = model(frames)
predicted = model.predict(frames, verbose=0)
assert np.allclose(
    ops.convert_to_numpy(result), predicted, atol=1e-6
)
naive = output = ops.transpose(result, (0, 1, 4, 2, 3))
print("output:", list(output.shape))

# %% One training step
model.compile(keras.optimizers.SGD(1.0), "mse")
model.train_on_batch(frames, np.zeros(result.shape))
kernel_after_step, recurrent_kernel_after_step, bias_after_step = (
    model.get_weights()
)
