"""Packages on the Python Package Index that mention Keras."""

# %% One row for each month, counted in November 2026
import csv
from pathlib import Path

text = Path("last-release-by-month.csv").read_text()
rows = list(csv.DictReader(text.splitlines()))
packages = {
    row["last_release_month"]: int(row["keras"]) for row in rows
}
total = sum(packages.values())
first, *_, last = packages
print("months:", first, "to", last)

# %% All of them, and those of the last year
recent = sum(
    n for month, n in packages.items() if month >= "2025-12"
)
assert total == 782 and recent == 103
print(f"{total} mention Keras, {recent} recently")
print(f"share released recently: {recent / total:.2f}")

# %% The engines that Keras can run on
engines = {
    name: sum(
        int(row[name])
        for row in rows
        if row["last_release_month"] >= "2025-12"
    )
    for name in ("pytorch", "jax", "tensorflow")
}
assert engines["pytorch"] > engines["jax"] > engines["tensorflow"]
print("recently:", engines)
