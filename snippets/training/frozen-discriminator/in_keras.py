"""The two steps of a GAN in Keras: a flag for each."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A generator and a discriminator
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
real, noise, w1, w2 = (
    rng.normal(size=shape).astype("float32")
    for shape in [(8, 3), (8, 2), (2, 3), (3, 1)]
)
labels = np.array([1.0] * 8 + [0.0] * 8)[:, None]
bce = keras.losses.BinaryCrossentropy(from_logits=True)
first = layers.Dense(3, use_bias=False)
last = layers.Dense(1, use_bias=False)
generate = keras.Sequential([keras.Input((2,)), first])
judge = keras.Sequential([keras.Input((3,)), last])
generate.set_weights([w1])
judge.set_weights([w2])
judge.compile(keras.optimizers.SGD(0.5), bce)
judge.trainable = False
both = keras.Sequential([keras.Input((2,)), generate, judge])
both.compile(keras.optimizers.SGD(0.5), bce)


def judge_step():
    made = generate.predict(noise, verbose=0)
    judge.train_on_batch(np.concatenate([real, made]), labels)


# %% As in the old recipe
judge_step()
[after] = judge.get_weights()
naive_discriminator_learns = not np.array_equal(after, w2)
print("learns:", naive_discriminator_learns)
judge.compile(keras.optimizers.SGD(0.5), bce)  # start anew

# %% Two steps of each
for _ in range(2):
    judge.trainable = True
    judge_step()
    held = judge.get_weights()[0]
    judge.trainable = False
    both.train_on_batch(noise, labels[:8])
    assert np.array_equal(judge.get_weights()[0], held)
discriminator, generator = last.kernel, first.kernel
