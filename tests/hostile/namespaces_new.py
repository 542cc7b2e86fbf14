# expected: ok
import ctypes

library = ctypes.CDLL(None, use_errno=True)
for flag in (0x10000000, 0x20000, 0x20000000, 0x40000000):
    assert library.unshare(flag) == -1, hex(flag)
assert library.mount(b"tmpfs", b"/dev/shm", b"tmpfs", 0, None) == -1
assert library.umount2(b"/proc", 2) == -1
assert library.chroot(b".") == -1
