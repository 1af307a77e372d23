"""Work B (bench/peers/labour_work.hpp) with NumPy, batched over trajectories.

labour.py WORK ANSWER CHUNK REPETITIONS [einsum]: by np.matmul cell by cell, its quickest way here, or by np.einsum month by
month, the way the work is written down. Writes the people to ANSWER and prints the processor seconds of each
repetition, one a line.
"""

import sys
import time

import numpy as np

GROUPS = [(15, 19), (20, 24), (25, 29), (30, 39), (40, 49), (50, 59), (60, 64), (65, 69), (70, 74), (75, 100)]


def read(path):
    numbers = np.fromfile(path)
    count = int(numbers[0])
    matrices = numbers[1 : 1 + count * 500].reshape(count, 10, 2, 5, 5)
    return matrices, numbers[1 + count * 500 :].reshape(count, 2, 86, 5)


def pass_year(matrices, people):
    for sex in range(2):
        for group, (first, last) in enumerate(GROUPS):
            rows = people[:, sex, first - 15 : last - 14]
            chances = np.ascontiguousarray(matrices[:, group, sex])
            for _ in range(12):
                rows = np.matmul(rows, chances)
            people[:, sex, first - 15 : last - 14] = rows


def pass_year_by_einsum(matrices, people):
    for _ in range(12):
        for sex in range(2):
            for group, (first, last) in enumerate(GROUPS):
                rows = people[:, sex, first - 15 : last - 14]
                people[:, sex, first - 15 : last - 14] = np.einsum("nrk,nkj->nrj", rows, matrices[:, group, sex])


def main():
    work, answer, chunk, repetitions = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    pass_a_year = pass_year_by_einsum if "einsum" in sys.argv[5:] else pass_year
    matrices, start = read(work)
    for _ in range(repetitions):
        people = start.copy()
        begun = time.process_time()
        for at in range(0, len(people), chunk):
            pass_a_year(matrices[at : at + chunk], people[at : at + chunk])
        print(time.process_time() - begun, flush=True)
    people.tofile(answer)


main()
