"""Addresses of the official documentation."""

from __future__ import annotations

import pytest

from scripts.catalog.documentation import keras_page, torch_page


@pytest.mark.parametrize(
    ("api", "page"),
    [
        ("keras.layers.Dense", "layers/core_layers/dense"),
        (
            "keras.layers.BatchNormalization",
            "layers/normalization_layers/batch_normalization",
        ),
        ("keras.layers.MaxPooling2D", "layers/pooling_layers/max_pooling2d"),
        ("keras.layers.LSTM", "layers/recurrent_layers/lstm"),
        ("keras.layers.LSTMCell", "layers/recurrent_layers/lstm_cell"),
        ("keras.layers.GRUCell", "layers/recurrent_layers/gru_cell"),
        ("keras.layers.SimpleRNN", "layers/recurrent_layers/simple_rnn"),
        ("keras.layers.LeakyReLU", "layers/activation_layers/leaky_relu"),
        ("keras.layers.PReLU", "layers/activation_layers/prelu"),
        ("keras.layers.ReLU", "layers/activation_layers/relu"),
        ("keras.layers.ELU", "layers/activation_layers/elu"),
        ("keras.layers.Conv2D", "layers/convolution_layers/convolution2d"),
        (
            "keras.layers.DepthwiseConv2D",
            "layers/convolution_layers/depthwise_convolution2d",
        ),
        (
            "keras.layers.Conv2DTranspose",
            "layers/convolution_layers/convolution2d_transpose",
        ),
        (
            "keras.layers.SpatialDropout1D",
            "layers/regularization_layers/spatial_dropout1d",
        ),
        ("keras.optimizers.Adam", "optimizers"),
        ("keras.activations.gelu", "layers/activations"),
    ],
)
def test_keras(api: str, page: str) -> None:
    assert keras_page(api) == f"https://keras.io/api/{page}/"


@pytest.mark.parametrize("api", ["torch.nn.LSTM", "torch.nn.functional.glu"])
def test_pytorch(api: str) -> None:
    assert torch_page(api).endswith(f"/generated/{api}.html")


def test_an_api_without_a_page_of_its_own_has_no_address() -> None:
    assert torch_page("torch.Tensor.backward") == ""
