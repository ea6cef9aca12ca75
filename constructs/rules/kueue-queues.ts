import { type EnergizedFrom, energizedMachines, energizedShares, energizedSteps } from "../ledger";
import { didYouMean, type Queue, siteDates } from "../model";
import { HOSTNAME_LABEL } from "../owned/scheduler/names";
import type { ScheduledPool } from "../owned/scheduler/scheduled";
import { kueueLabels } from "./kueue-labels";
import { counted } from "./node-counts";
import type { Report, Rule } from "./rule";
import { type ScheduledAt, schedulers } from "./scheduler-walk";
import { hinted } from "./walk";

/** Levels of a topology at most. */
const MOST_LEVELS = 16;
/** Flavors of a group of resources of a queue at most. */
const MOST_FLAVORS = 64;

export const kueueQueues: Rule = {
  id: "SCHED-2",
  title:
    "Kueue takes the levels, flavors and queues of a cluster, and no queue is promised accelerators that have no power yet",
  severity: "error",
  layer: "scheduler",
  formula:
    "levels <= 16, each once, kubernetes.io/hostname the last; labels of a flavor <= 8; flavors of a queue <= 64; borrowingLimit only in a cohort; for each day t: sum of a pool's quotas over all queues <= its accelerators energized by t; characters of a label's name and of its value <= 63",
  source:
    "Kueue v0.19.2, apis/kueue/v1beta2: Topology, ResourceFlavor, ClusterQueue; Kubernetes, syntax of label values; leases deliver power phase by phase",
  *check(context) {
    for (const each of schedulers(context)) {
      const { scheduler } = each.scheduled.cluster;
      if (scheduler?.kind !== "kubernetes") continue;
      yield* levels(scheduler.topologyLevels ?? [], `${each.path}.scheduler.topologyLevels`);
      yield* flavors(each);
      yield* kueueLabels(each);
      const queues = scheduler.queues ?? [];
      for (const queue of queues) {
        yield* named(queue, each);
        yield* borrowing(queue, each);
      }
      for (const pool of each.scheduled.pools) yield* promised(pool, queues, each);
    }
  },
};

function* levels(stated: readonly string[], path: string): Generator<Report> {
  if (stated.length > MOST_LEVELS)
    yield {
      path,
      observed: stated.length,
      limit: MOST_LEVELS,
      unit: "levels",
      message: `a topology of Kueue has at most ${MOST_LEVELS} levels, not ${stated.length}`,
    };
  for (const [index, level] of stated.entries()) {
    const at = `${path}[${index}]`;
    if (stated.indexOf(level) < index) yield { path: at, observed: level, message: `${level} is a level already` };
    else if (level === HOSTNAME_LABEL && index < stated.length - 1)
      yield {
        path: at,
        observed: level,
        message: `${level} can only be the last level: nothing is nearer than one host`,
      };
  }
}

function* flavors({ scheduled, path }: ScheduledAt): Generator<Report> {
  const { scheduler, pools } = scheduled.cluster;
  const whole = scheduler?.kind === "kubernetes" && scheduler.queues === undefined ? pools.length : 0;
  if (whole > MOST_FLAVORS) yield tooMany(whole, `${path}.pools`);
}

const tooMany = (observed: number, path: string): Report => ({
  path,
  observed,
  limit: MOST_FLAVORS,
  unit: "flavors",
  message: `a queue of Kueue has at most ${MOST_FLAVORS} flavors, one a pool; not ${observed}`,
  hint: "state several queues, with some of the pools each",
});

const quotaPath = (path: string, queue: Queue, pool?: string): string =>
  `${path}.scheduler.queues.${queue.name}.quotas${pool === undefined ? "" : `.${pool}`}`;

/** The pools that a queue names are those of its cluster. */
function* named(queue: Queue, { scheduled, path }: ScheduledAt): Generator<Report> {
  const pools = scheduled.cluster.pools.map(({ name }) => name);
  if (queue.quotas.length > MOST_FLAVORS) yield tooMany(queue.quotas.length, quotaPath(path, queue));
  for (const { name } of queue.quotas) {
    if (pools.includes(name)) continue;
    yield {
      path: quotaPath(path, queue, name),
      observed: name,
      message: `cluster ${scheduled.cluster.name} has no pool ${JSON.stringify(name)}; it has ${pools.join(", ")}`,
      ...hinted(didYouMean(name, pools)),
    };
  }
}

function* borrowing(queue: Queue, { path }: ScheduledAt): Generator<Report> {
  if (queue.cohort !== undefined) return;
  for (const { name, borrowingLimit } of queue.quotas) {
    if (borrowingLimit === undefined) continue;
    yield {
      path: `${quotaPath(path, queue, name)}.borrowingLimit`,
      observed: borrowingLimit,
      unit: "accelerators",
      message: `the queue ${queue.name} is in no cohort, and there is nobody of whom it could borrow`,
      hint: "name the cohort of the queues that lend to each other, or leave out the limit",
    };
  }
}

/** What all queues are promised of a pool, on each day on which its machines come; the first day that has too few is reported. */
function* promised(
  { pool, machine }: ScheduledPool,
  queues: readonly Queue[],
  { site, scheduled, path }: ScheduledAt,
): Generator<Report> {
  const quotas = queues.flatMap((queue) =>
    queue.quotas.filter(({ name }) => name === pool.name).map(({ accelerators }) => ({ queue, accelerators })),
  );
  const observed = quotas.reduce((sum, { accelerators }) => sum + accelerators, 0);
  const [first] = quotas;
  if (first === undefined) return;
  const shares = energizedShares(site, scheduled.cluster.name, pool, siteDates(site));
  for (const step of energizedSteps(shares)) {
    const limit = energizedMachines(shares, step) * machine.accelerators.value;
    if (observed <= limit) continue;
    yield {
      path: quotaPath(path, first.queue, pool.name),
      ...(pool.capacity.phase === undefined ? {} : { phase: pool.capacity.phase }),
      observed,
      limit,
      unit: "accelerators",
      message: `${queueWords(quotas.map(({ queue }) => queue.name))} promised ${counted(observed)} accelerators of the pool ${pool.name}; ${stepWords(step)} ${counted(limit)} of them have power`,
      hint: "promise less, or name the later machines in a pool of their own",
    };
    return;
  }
}

const queueWords = (names: readonly string[]): string =>
  names.length === 1 ? `the queue ${names[0]} is` : `the queues ${names.join(", ")} are`;

function stepWords(step: EnergizedFrom): string {
  if (step === "start") return "from the start on,";
  return step === "undated" ? "once all of them are there," : `from ${step.day} on,`;
}
