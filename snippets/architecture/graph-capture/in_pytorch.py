"""A branch on values, for Python and for the graph, in PyTorch."""

# %% A branch on values, written twice
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(4, 3)).astype("float32"))


class PythonBranch(nn.Module):
    def forward(self, x):
        return torch.tanh(x) if x.mean() > 0 else torch.square(x)


class GraphBranch(nn.Module):
    def forward(self, x):
        return torch.cond(
            x.mean() > 0, torch.tanh, torch.square, (x,)
        )


# %% Run operation by operation
eager_output = PythonBranch()(x)
assert torch.equal(GraphBranch()(x), eager_output)


# %% Compile the whole model
def try_to_compile(model):
    # "eager" runs the captured graph without generating C++ code
    whole = torch.compile(model, fullgraph=True, backend="eager")
    try:
        return True, whole(x)
    except RuntimeError as error:
        print(type(error).__name__ + ":", str(error).split("\n")[0])
        return False, None


if_is_captured, _ = try_to_compile(PythonBranch())
cond_is_captured, output = try_to_compile(GraphBranch())
assert not if_is_captured and cond_is_captured
