# expected: error
import matplotlib.pyplot as plt
import numpy as np

axes = plt.subplots()[1]
axes.imshow(np.broadcast_to(0.0, (2000, 2000)))
axes.set(title="Many", xlabel="x", ylabel="y")
