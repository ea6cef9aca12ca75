import { z } from "zod";
import type { AwsCluster } from "./aws";
import type { AwsPool } from "./aws-pool";
import type { AzureCluster, AzurePool } from "./azure";
import { OwnedCapacity, SiteCapacity } from "./capacity";
import { clusterBase, countedPool, pools, Scheduler } from "./cluster-base";
import type { GoogleCluster, GooglePool } from "./google";

export const OwnedPool = z.strictObject({ ...countedPool, capacity: OwnedCapacity });
export const LeasedPool = z.strictObject({ ...countedPool, capacity: SiteCapacity });
export type OwnedPool = z.infer<typeof OwnedPool>;
export type LeasedPool = z.infer<typeof LeasedPool>;
export type Pool = AwsPool | GooglePool | AzurePool | OwnedPool | LeasedPool;

export const OwnedCluster = z.strictObject({
  ...clusterBase,
  scheduler: Scheduler.optional(),
  pools: pools(OwnedPool),
});
export const LeasedCluster = z.strictObject({
  ...clusterBase,
  scheduler: Scheduler.optional(),
  pools: pools(LeasedPool),
});
export type OwnedCluster = z.infer<typeof OwnedCluster>;
export type LeasedCluster = z.infer<typeof LeasedCluster>;
export type Cluster = AwsCluster | GoogleCluster | AzureCluster | OwnedCluster | LeasedCluster;
