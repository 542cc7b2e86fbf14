"""Count the statements that train and validate in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Measured wines and a linear model
import ast
import inspect

import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_wine
from sklearn.preprocessing import scale

rows, labels = load_wine(return_X_y=True)
order = np.random.default_rng(0).permutation(len(rows))
rows, labels = scale(rows)[order].astype("float32"), labels[order]
validation_data = rows[128:], labels[128:]
dense = layers.Dense(3, "softmax", kernel_initializer="zeros")
model = keras.Sequential([keras.Input((13,)), dense])

# %% What the class brings
methods = ("fit", "evaluate", "predict")
brings_training = [hasattr(keras.Model, name) for name in methods]
assert all(brings_training)


# %% Train and validate for three epochs
def train():
    model.compile(
        keras.optimizers.SGD(0.1),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    history = model.fit(
        rows[:128],
        labels[:128],
        epochs=3,
        shuffle=False,
        validation_data=validation_data,
        verbose=0,
    ).history
    return history["loss"], history["val_accuracy"]


losses, val_accuracies = train()
print(f"validation accuracy {val_accuracies[-1]:.3f}")

# %% Count the statements
body = ast.parse(inspect.getsource(train)).body[0].body
statements = sum(
    isinstance(node, ast.stmt)
    for statement in body
    for node in ast.walk(statement)
)
assert statements == 3
print("statements:", statements)
