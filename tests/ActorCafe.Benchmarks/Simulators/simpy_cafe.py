"""The café of CafeModel in SimPy: a process per order, a resource per stage. It keeps a mean only.

Arguments: orders, rounds, mean gap between customers, then workers:mean-service for each stage, times in seconds. Prints a line for each
round: the mean response in seconds, the CPU seconds of this process since its start, and its peak memory in KiB.
"""
import random
import resource
import sys

import simpy

ORDERS, ROUNDS, GAP = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
STAGES = [(int(workers), float(mean)) for workers, mean in (stage.split(":") for stage in sys.argv[4:])]
SEED = 1


def peak_kibibytes():
    # Not ru_maxrss, which counts the process that started this one.
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))


def customers(env, pools, draw, responses):
    for _ in range(ORDERS):
        yield env.timeout(draw(1 / GAP))
        env.process(order(env, pools, draw, responses))


def order(env, pools, draw, responses):
    placed = env.now
    for pool, (_, mean) in zip(pools, STAGES):
        with pool.request() as worker:
            yield worker
            yield env.timeout(draw(1 / mean))
    responses[0] += env.now - placed


for _ in range(ROUNDS):
    env = simpy.Environment()
    pools = [simpy.Resource(env, workers) for workers, _ in STAGES]
    responses = [0.0]
    env.process(customers(env, pools, random.Random(SEED).expovariate, responses))
    env.run()
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(responses[0] / ORDERS, used.ru_utime + used.ru_stime, peak_kibibytes(), flush=True)
