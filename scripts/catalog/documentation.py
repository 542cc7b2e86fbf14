"""Where the official documentation describes an API of either framework.

The sections of Keras follow the site's own table of contents,
https://github.com/keras-team/keras-io/blob/master/scripts/api_master.py.
"""

from __future__ import annotations

import re

TORCH = "https://docs.pytorch.org/docs/stable/generated/{}.html"
KERAS = "https://keras.io/api/{}/"
GENERATED = re.compile(r"torch\.(?:nn|optim)\.[A-Z]\w+|torch\.nn\.functional\.\w+")
PAGES = {
    "layers/core_layers": "Dense EinsumDense Embedding Masking Lambda Identity",
    "layers/pooling_layers": (
        "MaxPooling1D MaxPooling2D MaxPooling3D AveragePooling1D AveragePooling2D "
        "AveragePooling3D GlobalMaxPooling2D GlobalAveragePooling2D"
    ),
    "layers/recurrent_layers": (
        "LSTM LSTMCell GRU GRUCell SimpleRNN TimeDistributed Bidirectional RNN"
    ),
    "layers/normalization_layers": (
        "BatchNormalization LayerNormalization UnitNormalization GroupNormalization"
    ),
    "layers/regularization_layers": (
        "Dropout SpatialDropout1D SpatialDropout2D SpatialDropout3D GaussianDropout "
        "AlphaDropout GaussianNoise ActivityRegularization"
    ),
    "layers/attention_layers": "MultiHeadAttention Attention AdditiveAttention",
    "layers/reshaping_layers": (
        "Reshape Flatten RepeatVector Permute Cropping2D UpSampling2D ZeroPadding2D"
    ),
    "layers/activation_layers": "ReLU Softmax LeakyReLU PReLU ELU",
    "layers/preprocessing_layers/categorical": "CategoryEncoding",
    "layers/preprocessing_layers/numerical": "Normalization SpectralNormalization",
    "layers/preprocessing_layers/image_preprocessing": "Resizing Rescaling CenterCrop",
}
CONVOLUTION = re.compile(r"(Separable|Depthwise)?Conv([123]D)(Transpose)?")
WHOLE = {
    "keras.activations.": "layers/activations",
    "keras.initializers.": "layers/initializers",
    "keras.regularizers.": "layers/regularizers",
    "keras.constraints.": "layers/constraints",
    "keras.losses.": "losses",
    "keras.metrics.": "metrics",
    "keras.optimizers.": "optimizers",
    "keras.ops.": "ops",
    "keras.Model.fit": "models/model_training_apis",
    "keras.callbacks.": "callbacks",
    "keras.layers.": "layers",
}


def torch_page(api: str) -> str:
    """The address of the page about a PyTorch API; empty where none is known."""
    return TORCH.format(api) if GENERATED.fullmatch(api) else ""


def keras_page(api: str) -> str:
    """The address of the page, or at least the section, about a Keras API."""
    name = api.rpartition(".")[2]
    if convolution := CONVOLUTION.fullmatch(name):
        return KERAS.format(f"layers/convolution_layers/{_convolution(convolution)}")
    for section, names in PAGES.items():
        if api == f"keras.layers.{name}" and name in names.split():
            return KERAS.format(f"{section}/{_snake(name)}")
    sections = (path for start, path in WHOLE.items() if api.startswith(start))
    return KERAS.format(next(sections, ""))


def _convolution(found: re.Match[str]) -> str:
    kind = f"{found[1].lower()}_" if found[1] else ""
    return f"{kind}convolution{found[2].lower()}{'_transpose' if found[3] else ''}"


def _snake(name: str) -> str:
    """`MaxPooling2D` as `max_pooling2d`, `LeakyReLU` as `leaky_relu`."""
    whole = name.replace("PReLU", "Prelu").replace("ReLU", "Relu")
    parts = r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"
    return re.sub(parts, "_", whole).lower()
