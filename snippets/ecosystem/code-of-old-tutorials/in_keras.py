"""Lines of Keras as they were written years ago, tried today."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% What the lines need
import warnings

import keras
import numpy as np
from keras import layers

x, y = np.ones((2, 3)), np.ones((2, 1))
model = keras.Sequential([keras.Input((3,)), layers.Dense(1)])
model.compile("sgd", "mse")

# %% Old lines
lines = [
    "layers.Dense(4, input_dim=3)",
    "layers.Dense(output_dim=4)",
    "layers.Convolution2D(8, 3, border_mode='same')",
    "model.fit(x, y, nb_epoch=1)",
    "model.predict_classes(x)",
    "keras.optimizers.SGD(lr=0.1)",
    "keras.utils.np_utils.to_categorical([1], 2)",
    "keras.utils.to_categorical([1], 2)",
]
outcomes = {}
for line in lines:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            eval(line)
            outcomes[line] = "warns" if caught else "runs"
        except Exception as error:
            outcomes[line] = type(error).__name__
    print(f"{outcomes[line]:15}", line)

# %% Those that fail
ended = [s for s in outcomes.values() if s not in ("runs", "warns")]
assert len(lines) == 8 and len(ended) == 6

# %% As it is written today
history = model.fit(x, y, epochs=1, verbose=0)
print(sorted(history.history))
