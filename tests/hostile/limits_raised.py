# expected: ok
import resource

for name in ("DATA", "FSIZE", "CPU", "CORE"):
    kind = getattr(resource, "RLIMIT_" + name)
    hard = resource.getrlimit(kind)[1]
    try:
        resource.setrlimit(kind, (hard + 1, hard + 1))
    except (OSError, ValueError) as error:
        print("denied:", type(error).__name__)
    else:
        raise AssertionError(name)
