# expected: ok
import pathlib

for name in ("/root", "/home"):
    for path in pathlib.Path(name).glob("*/*"):
        assert not path.is_file(), path
for name in ("/etc/passwd", "/etc/shadow", "/var", "/run"):
    assert not pathlib.Path(name).exists(), name
