"""PyTorch with NumPy and scikit-learn."""

# %% Digits and a network with fixed weights
import numpy as np
import torch
from sklearn.datasets import load_digits
from sklearn.linear_model import RidgeClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer
from torch import nn

rows, labels = load_digits(return_X_y=True)
rows = (rows / 16).astype("float32")
rng = np.random.default_rng(0)
kernel = rng.normal(0, 0.3, (64, 100)).astype("float32")
network = nn.Sequential(nn.Linear(64, 100, bias=False), nn.ReLU())
with torch.no_grad():
    network[0].weight.copy_(torch.from_numpy(kernel.T))

# %% From a tensor to an array
naive_tensor = torch.zeros(3)
naive_tensor.numpy()[0] = 1  # the array is a view of the tensor
tensor = torch.zeros(3)
tensor.numpy().copy()[0] = 1
print("after writing to the array:", naive_tensor.tolist())

# %% The network as a step of a pipeline


def features(rows):
    with torch.no_grad():
        return network(torch.from_numpy(rows)).numpy()


pipeline = make_pipeline(
    FunctionTransformer(features), RidgeClassifier()
)
pipeline.fit(rows[:1200], labels[:1200])

# %% Scores
scores = pipeline.decision_function(rows[1200:1210])
test_accuracy = pipeline.score(rows[1200:], labels[1200:])
try:
    network(torch.from_numpy(rows)).numpy()
except RuntimeError as error:
    assert "requires grad" in str(error)
print(f"test accuracy {test_accuracy:.3f}")
