# expected: exit
import msgspec


def encode(thing):
    return b'{"status": "ok"}'


msgspec.json.encode = encode
