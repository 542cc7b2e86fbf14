"""Which parts of Keras are Python."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Layers and operations
import inspect
from importlib import metadata

import keras
from keras import layers

layer_is_python = inspect.isfunction(layers.Dense.call)
operation_is_python = inspect.isfunction(keras.ops.add)
assert operation_is_python
print("in Python:", layer_is_python, operation_is_python)

# %% Files of the package
files = metadata.files("keras")
endings = {".so", ".dylib", ".dll", ".pyd"}
ships_compiled_code = any(file.suffix in endings for file in files)
assert not ships_compiled_code
print("ships compiled code:", ships_compiled_code)
