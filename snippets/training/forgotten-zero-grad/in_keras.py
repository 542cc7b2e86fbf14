"""Each training step of Keras starts from fresh gradients."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% One weight of 1
import keras
import numpy as np
from keras import layers


def new_model(**arguments):
    dense = layers.Dense(
        1, use_bias=False, kernel_initializer="ones"
    )
    model = keras.Sequential([keras.Input((1,)), dense])
    model.compile(keras.optimizers.SGD(0.1, **arguments), "mae")
    return model


x = np.array([[3.0]])  # the output is 3 w, its gradient is 3
zero = np.array([[0.0]])  # |3 w - 0| is the output itself

# %% Two steps, as first written
model = new_model()
weights = []
for _ in range(2):
    model.train_on_batch(x, zero)
    weights.append(model.get_weights()[0].item())
naive_second_gradient = (weights[0] - weights[1]) / 0.1
naive_weight = weights[1]
print(f"gradient {naive_second_gradient:.1f}")
print(f"weight {naive_weight:.1f}")

# %% Two steps, as meant
weight = naive_weight
print(f"weight {weight:.1f}")

# %% One step from two batches, on purpose
model = new_model(gradient_accumulation_steps=2)
for batch in x, x + 2:
    model.train_on_batch(batch, zero)
weight_after_accumulation = model.get_weights()[0].item()
print(f"weight {weight_after_accumulation:.1f}")
