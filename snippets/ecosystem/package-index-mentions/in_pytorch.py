"""Packages on the Python Package Index that mention PyTorch."""

# %% One row for each month, counted in November 2026
import csv
from pathlib import Path

text = Path("last-release-by-month.csv").read_text()
rows = list(csv.DictReader(text.splitlines()))
packages = {
    row["last_release_month"]: int(row["pytorch"]) for row in rows
}
total = sum(packages.values())
first, *_, last = packages
print("months:", first, "to", last)

# %% All of them, and those of the last year
recent = sum(
    n for month, n in packages.items() if month >= "2025-12"
)
assert total == 6000 and recent == 2091
print(f"{total} mention PyTorch, {recent} recently")
print(f"share released recently: {recent / total:.2f}")

# %% The engines that Keras can run on
others = {
    name: sum(int(row[name]) for row in rows)
    for name in ("tensorflow", "jax")
}
assert others == {"tensorflow": 1305, "jax": 1511}
assert total > sum(others.values())
print(others)
