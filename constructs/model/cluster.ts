import { z } from "zod";
import type { AwsCluster } from "./aws";
import type { AwsPool } from "./aws-pool";
import type { AzureCluster, AzurePool } from "./azure";
import { OwnedCapacity, SiteCapacity } from "./capacity";
import { clusterBase, countedPool, pools } from "./cluster-base";
import type { GoogleCluster, GooglePool } from "./google";
import { Name, positiveCount } from "./primitives";
import { SiteScheduler } from "./site-scheduler";
import { Survival } from "./survival";

/** What a pool in a data center has: where its machines stand, and what they must live through. */
const placedPool = {
  ...countedPool,
  /** Halls in which the machines may stand. Absent: those that open with the pool's phase, else all. */
  halls: z.array(Name).optional(),
  /** The rack that the machines stand in, of the catalogue or of the fleet's own. */
  rackType: Name.optional(),
  /** Most machines in one rack. Absent: as many as its limits take. */
  machinesPerRack: positiveCount("machines in a rack").optional(),
  /** The loss of power that the machines must live through. */
  survival: Survival.optional(),
  /** Labels that its Kubernetes nodes have beside Siteform's own, and by which its flavor is found. */
  labels: z.record(z.string(), z.string()).optional(),
};

export const OwnedPool = z.strictObject({ ...placedPool, capacity: OwnedCapacity });
export const LeasedPool = z.strictObject({ ...placedPool, capacity: SiteCapacity });
export type OwnedPool = z.infer<typeof OwnedPool>;
export type LeasedPool = z.infer<typeof LeasedPool>;
export type Pool = AwsPool | GooglePool | AzurePool | OwnedPool | LeasedPool;

export const OwnedCluster = z.strictObject({
  ...clusterBase,
  scheduler: SiteScheduler.optional(),
  pools: pools(OwnedPool),
});
export const LeasedCluster = z.strictObject({
  ...clusterBase,
  scheduler: SiteScheduler.optional(),
  pools: pools(LeasedPool),
});
export type OwnedCluster = z.infer<typeof OwnedCluster>;
export type LeasedCluster = z.infer<typeof LeasedCluster>;
export type Cluster = AwsCluster | GoogleCluster | AzureCluster | OwnedCluster | LeasedCluster;
