# expected: memory-limit
import io
import struct
import zlib

import matplotlib.pyplot as plt


def chunk(kind, data):
    check = zlib.crc32(kind + data)
    ends = struct.pack(">I", len(data)), struct.pack(">I", check)
    return ends[0] + kind + data + ends[1]


size = struct.pack(">IIBBBBB", 60000, 60000, 8, 2, 0, 0, 0)
packed = zlib.compress(bytes(10**7))
chunks = chunk(b"IHDR", size), chunk(b"IDAT", packed)
picture = b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
plt.imread(io.BytesIO(picture), format="png")
