"""The Fourier transform in PyTorch: complex tensors."""

# %% A slow wave and a fast one
import numpy as np
import torch

t = np.arange(32) / 32
wave = np.sin(2 * np.pi * 2 * t) + 0.5 * np.cos(2 * np.pi * 9 * t)
x = torch.from_numpy(wave.astype("float32"))

# %% Real input: half of the spectrum
spectrum = torch.fft.rfft(x)
real, imaginary = spectrum.real, spectrum.imag
print("complex:", spectrum.is_complex(), tuple(spectrum.shape))
sizes = spectrum.abs()
print(f"frequency 2: {sizes[2]:.3f}, frequency 9: {sizes[9]:.3f}")

# %% The full spectrum
full = torch.fft.fft(x)
full_real, full_imaginary = full.real, full.imag
print("full", tuple(full.shape))

# %% Remove the fast wave and go back
smoothed = torch.fft.irfft(spectrum * (torch.arange(17) < 5))
slow = torch.from_numpy(np.sin(2 * np.pi * 2 * t)).float()
assert torch.allclose(smoothed, slow, atol=1e-5)
print(f"largest {smoothed.max():.3f}")

# %% An odd number of samples
odd = torch.arange(5.0)
print("back:", len(torch.fft.irfft(torch.fft.rfft(odd))))
restored = torch.fft.irfft(torch.fft.rfft(odd), n=5)
