"""M/M/16 in SimPy: sixteen server processes take customers from a store.

usage: mmc16_simpy.py CUSTOMERS SEED

The other usual way, a process for every customer and a Resource, gives the same waits and takes
longer.
"""

import random
import sys
import time

import simpy

ARRIVALS_PER_SECOND = 14.4
SERVICES_PER_SECOND = 1.0
SERVERS = 16


def source(env, line, draw, customers):
    for _ in range(customers):
        yield env.timeout(draw(ARRIVALS_PER_SECOND))
        line.put(env.now)


def server(env, line, draw, waits):
    while True:
        arrived = yield line.get()
        waits.append(env.now - arrived)
        yield env.timeout(draw(SERVICES_PER_SECOND))


def main():
    customers, seed = int(sys.argv[1]), int(sys.argv[2])
    draw = random.Random(seed).expovariate
    env = simpy.Environment()
    line = simpy.Store(env)
    waits = []
    env.process(source(env, line, draw, customers))
    for _ in range(SERVERS):
        env.process(server(env, line, draw, waits))
    start = time.perf_counter()
    env.run()
    seconds = time.perf_counter() - start
    print(f"{seconds:.9f} {sum(waits) / len(waits):.9f} {len(waits)}")


main()
