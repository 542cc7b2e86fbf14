"""Mean intersection over union in PyTorch: TorchMetrics."""

# %% Four images of four classes; class 3 never occurs
import numpy as np
import torch
from torchmetrics.classification import (
    BinaryJaccardIndex,
    MulticlassJaccardIndex,
)
from torchmetrics.segmentation import MeanIoU

rng = np.random.default_rng(0)
labels = rng.integers(3, size=(4, 8, 8))
labels[:2, :7] = 0  # two images are nearly all background
wrong = rng.uniform(size=labels.shape) < 0.3
predictions = np.where(wrong, (labels + 1) % 3, labels)
labels = torch.from_numpy(labels)
predictions = torch.from_numpy(predictions)

# %% The mean over the classes that occur
mean_iou = MulticlassJaccardIndex(4)(predictions, labels)
of_three = MulticlassJaccardIndex(3)(predictions, labels)
assert torch.isclose(mean_iou, of_three)
print(f"mean IoU {mean_iou:.3f}")

# %% Image by image
by_image = MeanIoU(num_classes=4, input_format="index")
naive_mean_over_images = by_image(predictions, labels)
pairs = zip(predictions, labels, strict=True)
images = [MulticlassJaccardIndex(4)(*pair) for pair in pairs]
mean_of_images = torch.stack(images).mean()
assert torch.isclose(naive_mean_over_images, mean_of_images)
print(f"mean {naive_mean_over_images:.3f}")

# %% From probabilities of two classes
labels = rng.integers(2, size=(8, 8))
probabilities = (
    0.4 * labels + 0.55 * rng.uniform(size=(8, 8)) + 0.05
)
labels = torch.from_numpy(labels)
probabilities = torch.from_numpy(probabilities)
of_class_1 = BinaryJaccardIndex()(probabilities, labels)
both = MulticlassJaccardIndex(2)
of_probabilities = both((probabilities > 0.5).long(), labels)
naive_of_probabilities = of_probabilities
print(f"class 1 {of_class_1:.3f}, mean IoU {of_probabilities:.3f}")
