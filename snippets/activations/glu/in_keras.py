"""The gated linear unit in Keras: what is halved."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same sequences and images
import numpy as np
from keras import activations, ops

rng = np.random.default_rng(0)
sequences = rng.normal(size=(2, 3, 4)).astype("float32")
images = rng.normal(size=(2, 8, 8, 6)).astype("float32")
x = ops.convert_to_tensor(sequences)

# %% Sequences
sequence = activations.glu(x)
first, second = ops.split(x, 2, axis=-1)
by_hand = first * ops.sigmoid(second)
assert ops.all(ops.isclose(sequence, by_hand))
_, sequence_derivative = ops.jvp(activations.glu, (x,), (x,))
print(tuple(x.shape), "becomes", tuple(sequence.shape))

# %% Images, with the default axis
naive = activations.glu(images)
naive_image_shape = list(naive.shape)
print(images.shape, "becomes", tuple(naive.shape))

# %% Images, with the channel axis
image = activations.glu(ops.convert_to_tensor(images), axis=-1)
print("channels:", image.shape[-1])
