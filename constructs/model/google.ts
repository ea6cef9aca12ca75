import { z } from "zod";
import { Cidr } from "./address";
import { cloudCluster, cloudPool, machineCount, poolBase, pools } from "./cluster-base";
import { type DeepReadonly, positiveCount, Text, textLike } from "./primitives";
import { show } from "./show";
import { cloudBase, stacks } from "./site-base";

const zone = textLike(/^[a-z]+-[a-z]+\d+-(ai\d+)?[a-z]$/, 'a zone such as "us-central1-c"');

const hoursError = (issue: { readonly input?: unknown }) => `must be 1 to 168 hours; got ${show(issue.input)}`;
/** Google takes machines of a flex-start back after seven days. */
const maxRunHours = z.number({ error: hoursError }).min(1, { error: hoursError }).max(168, { error: hoursError });

export const GoogleCapacity = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("onDemand"), zone }),
  z.strictObject({ kind: z.literal("spot"), zone }),
  z.strictObject({ kind: z.literal("reservation"), zone, reservation: Text, project: Text.optional() }),
  z.strictObject({ kind: z.literal("flexStart"), zone, maxRunHours: maxRunHours.default(168) }),
]);
export type GoogleCapacity = z.infer<typeof GoogleCapacity>;

/** A Google pool is machines by count, or TPU slices by topology; a slice is atomic. */
export const GooglePool = z.strictObject({
  ...poolBase,
  ...cloudPool,
  count: machineCount.optional(),
  topology: Text.optional(),
  slices: positiveCount("slices").optional(),
  capacity: GoogleCapacity,
});
export type GooglePool = z.infer<typeof GooglePool>;

export const GoogleClusterNetwork = z.strictObject({
  nodes: Cidr,
  pods: Cidr,
  services: Cidr,
  controlPlane: Cidr,
  /** For the further networks of GPU machines: see `ledger/google-gpu-networks.ts`. */
  gpu: Cidr.optional(),
});
export type GoogleClusterNetwork = z.infer<typeof GoogleClusterNetwork>;
/** A network as one writes it. */
export type GoogleClusterNetworkInput = DeepReadonly<z.input<typeof GoogleClusterNetwork>>;

export const GoogleCluster = z.strictObject({
  ...cloudCluster,
  network: GoogleClusterNetwork,
  pools: pools(GooglePool),
});
export type GoogleCluster = z.infer<typeof GoogleCluster>;

export const GoogleSiteSpec = z.strictObject({
  ...cloudBase,
  provider: z.literal("google"),
  project: textLike(
    /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
    'a Google Cloud project id, 6 to 30 characters, such as "atlas-research"',
  ),
  region: textLike(/^[a-z]+-[a-z]+\d+$/, 'a Google Cloud region such as "us-central1"'),
  stacks,
  clusters: z.array(GoogleCluster).default([]),
});
export type GoogleSiteSpec = z.infer<typeof GoogleSiteSpec>;
