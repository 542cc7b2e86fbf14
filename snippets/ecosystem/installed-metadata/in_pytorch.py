"""What the installed torch package declares about itself."""

# %% Read the metadata
from importlib import metadata

import torch

package = metadata.metadata("torch")
assert package["Version"] == torch.__version__
required = [
    line
    for line in package.get_all("Requires-Dist")
    if ";" not in line  # neither optional nor for one platform
]

# %% Author and licence
assert package["Author-email"].startswith("PyTorch Team")
print(package["Author-email"].split(" <")[0])
licences = package["License-Expression"].split(" AND ")
assert "BSD-3-Clause" in licences
print("\n".join(licences))

# %% Python and other packages
assert package["Requires-Python"] == ">=3.10"
assert not any(line.startswith("numpy") for line in required)
versions = [
    line.removeprefix("Programming Language :: Python :: ")
    for line in package.get_all("Classifier")
    if ":: Python :: 3." in line
]
print("Python", package["Requires-Python"])
print("newest Python named:", versions[-1])
print(len(required), "packages required on every platform")
