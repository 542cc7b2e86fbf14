# expected: error
import urllib.request

urllib.request.urlopen("https://example.org/mnist.npz", timeout=1)
