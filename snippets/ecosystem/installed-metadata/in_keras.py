"""What the installed keras package declares about itself."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Read the metadata
from importlib import metadata

import keras

package = metadata.metadata("keras")
assert package["Version"] == keras.__version__
required = [
    line
    for line in package.get_all("Requires-Dist")
    if ";" not in line  # neither optional nor for one platform
]

# %% Author and licence
assert package["Author-email"].startswith("Keras team")
print(package["Author-email"].split(" <")[0])
licence = package["License"]
assert licence == "Apache License 2.0"
print(licence)

# %% Python and other packages
assert package["Requires-Python"] == ">=3.11"
assert any(line.startswith("numpy") for line in required)
versions = [
    line.removeprefix("Programming Language :: Python :: ")
    for line in package.get_all("Classifier")
    if ":: Python :: 3." in line
]
print("Python", package["Requires-Python"])
print("newest Python named:", versions[-1])
print(len(required), "packages required on every platform")
