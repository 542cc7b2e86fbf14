"""Export PyTorch models whose input has a free length."""

# %% An LSTM for sequences of any length
import logging

import numpy as np
import onnxruntime
import torch
from torch import nn

logging.getLogger("torch.onnx").setLevel(logging.ERROR)


class Last(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(1, 2, batch_first=True)

    def forward(self, x):
        return self.lstm(x)[1][0][0]  # the last hidden state


model = Last().eval()
for weight in model.parameters():
    nn.init.constant_(weight, float(weight.ndim == 2))
nn.init.ones_(model.lstm.bias_ih_l0[2:4])  # of the forget gate
inputs = [np.ones((2, n, 1), "float32") for n in (1, 3, 5)]
with torch.no_grad():
    output = [model(torch.from_numpy(x))[0, 0] for x in inputs]


def run(path, x):
    session = onnxruntime.InferenceSession(path)
    return session.run(None, {session.get_inputs()[0].name: x})[0]


# %% Export it with a free length
free = {0: torch.export.Dim("batch"), 1: torch.export.Dim("time")}
example = torch.ones(2, 4, 1)
torch.onnx.export(
    model,
    (example,),
    "free.onnx",
    dynamic_shapes=(free,),
    verbose=False,
)
naive_onnx = [run("free.onnx", x)[0, 0] for x in inputs]
print("model:", [f"{number:.4f}" for number in output])
print("file: ", [f"{number:.4f}" for number in naive_onnx])

# %% A strided convolution for images of any size
conv = nn.Conv2d(1, 1, 3, stride=2, padding=1).eval()
image = torch.arange(16.0).reshape(1, 1, 4, 4)
free = {2: torch.export.Dim("height"), 3: torch.export.Dim("width")}
torch.onnx.export(
    conv,
    (torch.ones(1, 1, 6, 8),),
    "image.onnx",
    dynamic_shapes=(free,),
    verbose=False,
)
in_file = run("image.onnx", image.numpy())
naive_image_agrees = np.allclose(in_file, conv(image).detach())
assert naive_image_agrees

# %% What is right
onnx_of_five = naive_onnx[2]
assert np.allclose(naive_onnx, output)
