"""Which parts of PyTorch are Python."""

# %% Layers and operations
import inspect
from importlib import metadata

import torch
from torch import nn

layer_is_python = inspect.isfunction(nn.Linear.forward)
operation_is_python = inspect.isfunction(torch.add)
assert inspect.isbuiltin(torch.add)
print("in Python:", layer_is_python, operation_is_python)

# %% Files of the package
files = metadata.files("torch")
endings = {".so", ".dylib", ".dll", ".pyd"}
ships_compiled_code = any(file.suffix in endings for file in files)
assert ships_compiled_code
header = "torch/csrc/api/include/torch/torch.h"
assert any(str(file).endswith(header) for file in files)
print("ships compiled code:", ships_compiled_code)
