# numpy and scipy on the same data: called as  python3 peers.py JOB FILE [MORE]  and prints milliseconds, one run a line, the warm-up left out.
import sys
import time

import numpy as np

job, file, more = sys.argv[1], sys.argv[2], sys.argv[3:]


def runs(work, times=5):
    work()
    for _ in range(times):
        begun = time.perf_counter()
        work()
        print((time.perf_counter() - begun) * 1000)


if job == "charts":
    west, east, north, south, first, last, categories, window = more
    n, x, y, day, hour, category = None, None, None, None, None, None
    with open(file, "rb") as source:
        n = int(np.fromfile(source, np.uint32, 1)[0])
        x, y = np.fromfile(source, np.uint32, n), np.fromfile(source, np.uint32, n)
        day, hour, category = np.fromfile(source, np.uint16, n), np.fromfile(source, np.uint8, n), np.fromfile(source, np.uint8, n)
    wanted = np.zeros(256, bool)
    wanted[[int(code) for code in categories.split(",")]] = True
    at_west, at_north, shift = (int(one) for one in window.split(","))

    def charts():
        chosen = (x >= int(west)) & (x <= int(east)) & (y >= int(north)) & (y <= int(south)) & (day >= int(first)) & (day <= int(last)) & wanted[category]
        rows = np.flatnonzero(chosen)
        np.bincount(hour[rows], minlength=168)
        np.bincount(day[rows])
        np.bincount(category[rows])
        across, down = (x[rows] - np.uint32(at_west)) >> shift, (y[rows] - np.uint32(at_north)) >> shift
        inside = (across < 256) & (down < 256)
        np.bincount(down[inside] * 256 + across[inside], minlength=65536)

    runs(charts)
elif job == "kde":
    from scipy.ndimage import gaussian_filter

    side, sigma = int(more[0]), float(more[1])
    points = np.loadtxt(file, delimiter=",", skiprows=1)

    def density():
        grid, _, _ = np.histogram2d(points[:, 1], points[:, 0], bins=side, range=[[0, side], [0, side]])
        gaussian_filter(grid, sigma, mode="constant")

    runs(density)
