"""A digits classifier trained by Keras' fit."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Digits and initial weights, made with NumPy
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, ops
from sklearn.datasets import load_digits

rows, labels = load_digits(return_X_y=True)
ends = [1200, 1500]
x_train, x_val, x_test = np.split(
    (rows / 16).astype("float32"), ends
)
y_train, y_val, y_test = np.split(labels, ends)
rng = np.random.default_rng(0)
hidden = rng.normal(0, 0.15, (64, 32)).astype("float32")
output = rng.normal(0, 0.2, (32, 10)).astype("float32")

# %% A model with those weights
model = keras.Sequential(
    [keras.Input((64,)), layers.Dense(32, "relu"), layers.Dense(10)]
)
model.set_weights([hidden, np.zeros(32), output, np.zeros(10)])

# %% Train for 15 epochs
model.compile(
    keras.optimizers.SGD(learning_rate=0.05, momentum=0.9),
    keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
history = model.fit(
    x_train,
    y_train,
    batch_size=64,
    epochs=15,
    shuffle=False,
    validation_data=(x_val, y_val),
    verbose=0,
).history
training_loss, validation_loss = (
    history["loss"],
    history["val_loss"],
)

# %% Predict the test rows
logits = model.predict(x_test, verbose=0)
test_probabilities = ops.softmax(logits[:10])
_, test_accuracy = model.evaluate(x_test, y_test, verbose=0)
print(f"test accuracy {test_accuracy:.3f}")

# %% Loss per epoch
fig, ax = plt.subplots()
ax.plot(range(1, 16), training_loss, label="training")
ax.plot(range(1, 16), validation_loss, label="validation")
ax.set(title="Loss in Keras", xlabel="epoch", ylabel="loss")
ax.legend()
