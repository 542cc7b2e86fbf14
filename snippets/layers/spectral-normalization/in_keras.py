"""Spectral normalization in Keras: a wrapper, or your own layer."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same inputs and kernel
import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
inputs = rng.normal(size=(4, 3)).astype("float32")
target = rng.normal(size=(4, 2)).astype("float32")
kernel = rng.normal(size=(3, 2)).astype("float32") * 3
largest = np.linalg.svd(kernel, compute_uv=False)[0]
print(f"largest singular value: {largest:.4f}")


# %% Carry the kernel over
def compiled(layer):
    model = keras.Sequential([keras.Input((3,)), layer])
    layer.trainable_weights[0].assign(kernel)
    model.compile(keras.optimizers.SGD(0.1), "mse")
    return model


dense = layers.Dense(2, use_bias=False)
model = compiled(layers.SpectralNormalization(dense, 50))

# %% Call it in training, then in inference
training_output = model(inputs, training=True)
normalized_kernel = ops.convert_to_numpy(dense.kernel)
np.testing.assert_allclose(
    normalized_kernel, kernel / largest, 1e-5
)
inference_output = model(inputs)  # the raw one is overwritten

# %% One training step
dense.kernel.assign(kernel)
model.train_on_batch(inputs, target)
(naive_kernel_after_step,) = dense.get_weights()

# %% More steps, then predict
model.fit(inputs, target, epochs=9, verbose=0)
naive_prediction = model.predict(inputs, verbose=0)
singular = np.linalg.svd(dense.get_weights()[0])[1][0]
on_jax = keras.backend.backend() == "jax"
assert (singular > 4) == on_jax  # not divided there
print(f"after training: {singular:.4f}")
model(inputs, training=True)  # divides, and stores it
singular = np.linalg.svd(dense.get_weights()[0])[1][0]
assert abs(singular - 1) < 1e-4


class SpectralDense(layers.Layer):
    def build(self, shape):
        self.kernel = self.add_weight((shape[-1], 2))

    def call(self, x):
        size = ops.norm(self.kernel, ord=2, axis=(0, 1))
        return ops.matmul(x, self.kernel / size)


own = compiled(SpectralDense())
own.fit(inputs, target, epochs=10, verbose=0)
prediction = own.predict(inputs, verbose=0)
