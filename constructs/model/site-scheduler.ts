import { z } from "zod";
import { KubernetesScheduler, SlurmScheduler } from "./cluster-base";
import { filledList, Name, positiveCount, textLike } from "./primitives";
import { show } from "./show";

const accelerators = () => {
  const error = (issue: { readonly input?: unknown }) =>
    `must be a whole number of accelerators, 0 or more; got ${show(issue.input)}`;
  return z.int({ error }).min(0, { error });
};

/** What Kubernetes takes as the key of a label, with or without a prefix, and as its value. Source: Kubernetes, labels and selectors. */
export const labelForms = {
  key: /^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/,
  value: /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/,
} as const;

const LabelKey = textLike(labelForms.key, 'the key of a node label, such as "siteform.dev/unit"');

/** What a queue may use of one pool. */
export const QueueQuota = z.strictObject({
  /** The pool of the cluster. */
  name: Name,
  /** Accelerators that belong to the queue. */
  accelerators: accelerators(),
  /** Accelerators that it may borrow of other queues of its cohort, beyond its own. Absent: whatever is free; without a cohort none. */
  borrowingLimit: accelerators().optional(),
});
export type QueueQuota = z.infer<typeof QueueQuota>;

/** A queue of Kueue with its share of the pools. */
export const Queue = z.strictObject({
  name: Name,
  /** The namespace whose jobs name the queue. Absent: one of the queue's own name. */
  namespace: Name.optional(),
  /** Queues of one cohort lend each other what is free. */
  cohort: Name.optional(),
  quotas: filledList(QueueQuota, "must hold at least one quota: a pool, and how many of its accelerators"),
});
export type Queue = z.infer<typeof Queue>;

/** Kubernetes on hardware of one's own, with Kueue for queues. */
export const SiteKubernetes = KubernetesScheduler.extend({
  /**
   * Node labels that say how near nodes are, from far to near. Absent: those that Siteform gives the nodes: pod and scalable unit of
   * the fabric, NVLink domain, host.
   */
  topologyLevels: filledList(LabelKey, "must hold at least one level").optional(),
  /** Absent: one queue, called as the cluster, with everything that is energized. */
  queues: filledList(Queue, "must hold at least one queue").optional(),
});
export type SiteKubernetes = z.infer<typeof SiteKubernetes>;

/** Slurm on hardware of one's own. */
export const SiteSlurm = SlurmScheduler.extend({
  /** Nodes of a block, then of ever larger groups of blocks. Absent: those of an NVLink domain, doubled while there are as many. */
  blockSizes: filledList(positiveCount("nodes"), "must hold at least one size").optional(),
});
export type SiteSlurm = z.infer<typeof SiteSlurm>;

/** Who places work on the machines of a site that is not a cloud. */
export const SiteScheduler = z.discriminatedUnion("kind", [SiteKubernetes, SiteSlurm]);
export type SiteScheduler = z.infer<typeof SiteScheduler>;
