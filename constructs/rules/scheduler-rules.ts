import { kueueQueues } from "./kueue-queues";
import type { Rule } from "./rule";
import { slurmTopology } from "./slurm-topology";
import { topographOneParent } from "./topograph-model";

/** Rules about the schedulers of sites that are not clouds, in the order of docs/rules.md. */
export const schedulerRules: readonly Rule[] = [slurmTopology, kueueQueues, topographOneParent];
