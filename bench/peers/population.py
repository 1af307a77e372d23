"""Work A (bench/peers/population_work.hpp) with NumPy, batched over trajectories in chunks that stay in the cache.

population.py WORK ANSWER CHUNK REPETITIONS: writes what is kept to ANSWER and prints the processor seconds of each
repetition, one a line.
"""

import sys
import time

import numpy as np

AGES = 101
GROUPS = [(0, 14), (15, 29), (30, 39), (40, 49), (50, 59), (60, 64), (65, 100)]


def read(path):
    numbers = np.fromfile(path)
    count, years = int(numbers[0]), int(numbers[1])
    at = 2

    def take(*shape):
        nonlocal at
        size = int(np.prod(shape))
        at += size
        return numbers[at - size : at].reshape(shape)

    start = take(2, AGES)
    rates = [(take(2, AGES), take(AGES), take(2, AGES), float(take(1)[0])) for _ in range(years)]
    return start, rates, take(count), take(count), take(count)


def project(start, rates, mortality, fertility, migration, kept):
    """kept[trajectory, year, group * 2 + sex]; the work of one chunk, arrays reused."""
    count = len(mortality)
    people = np.broadcast_to(start, (count, 2, AGES)).copy()
    survival = np.empty_like(people)
    following = np.empty_like(people)
    edges = [first for first, last in GROUPS]
    for year, (hazard, births_by_age, net_migrants, ratio) in enumerate(rates):
        np.multiply(-mortality[:, None, None], hazard, out=survival)
        np.exp(survival, out=survival)
        people[:, :, -2] += people[:, :, -1]
        np.multiply(people[:, :, :-1], survival[:, :, 1:], out=following[:, :, 1:])
        mothers = people[:, 1, 15:50] + following[:, 1, 15:50]
        births = (mothers @ (0.5 * births_by_age[15:50])) * fertility
        boys = ratio / (1.0 + ratio)
        following[:, 0, 0] = births * boys * survival[:, 0, 0]
        following[:, 1, 0] = births * (1.0 - boys) * survival[:, 1, 0]
        np.multiply(migration[:, None, None], net_migrants, out=survival)
        following += survival
        np.maximum(following, 0.0, out=following)
        kept[:, year] = np.add.reduceat(following, edges, axis=2).transpose(0, 2, 1).reshape(count, 14)
        people, following = following, people


def main():
    work, answer, chunk, repetitions = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    start, rates, mortality, fertility, migration = read(work)
    kept = np.empty((len(mortality), len(rates), 14))
    for _ in range(repetitions):
        begun = time.process_time()
        for at in range(0, len(mortality), chunk):
            part = slice(at, at + chunk)
            project(start, rates, mortality[part], fertility[part], migration[part], kept[part])
        print(time.process_time() - begun, flush=True)
    kept.tofile(answer)


main()
