"""Mean intersection over union in Keras: class numbers."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Four images of four classes; class 3 never occurs
import warnings

import numpy as np
from keras import metrics

rng = np.random.default_rng(0)
labels = rng.integers(3, size=(4, 8, 8))
labels[:2, :7] = 0  # two images are nearly all background
wrong = rng.uniform(size=labels.shape) < 0.3
predictions = np.where(wrong, (labels + 1) % 3, labels)


# %% The mean over the classes that occur
def add(metric, labels, predictions):
    with warnings.catch_warnings():  # JAX: no 64-bit integers
        warnings.simplefilter("ignore")
        metric.update_state(labels, predictions)
    return metric.result()


mean_iou = add(metrics.MeanIoU(4), labels, predictions)
print(f"mean IoU {mean_iou:.3f}")

# %% Image by image
metric = metrics.MeanIoU(4)
for image in zip(labels, predictions, strict=True):
    naive_mean_over_images = add(metric, *image)
assert naive_mean_over_images == mean_iou
images = [
    add(metrics.MeanIoU(4), *image)
    for image in zip(labels, predictions, strict=True)
]
mean_of_images = np.mean([float(image) for image in images])
print(f"all images {naive_mean_over_images:.3f}")

# %% From probabilities of two classes
labels = rng.integers(2, size=(8, 8))
probabilities = (
    0.4 * labels + 0.55 * rng.uniform(size=(8, 8)) + 0.05
)
assert probabilities.min() > 0 and probabilities.max() < 1
naive_of_probabilities = add(
    metrics.MeanIoU(2), labels, probabilities
)
all_zero = add(metrics.MeanIoU(2), labels, np.zeros((8, 8)))
assert naive_of_probabilities == all_zero
of_probabilities = add(metrics.BinaryIoU(), labels, probabilities)
positive = metrics.BinaryIoU(target_class_ids=[1])
of_class_1 = add(positive, labels, probabilities)
print(f"MeanIoU {naive_of_probabilities:.3f}")
print(f"BinaryIoU {of_probabilities:.3f}")
