import { z } from "zod";
import { Cidr } from "./cidr";
import { cloudCluster, cloudPool, KubernetesScheduler, machineCount, poolBase, pools } from "./cluster-base";
import { GoogleCapacity } from "./google-capacity";
import { googleServiceAccount } from "./google-names";
import { GoogleClusterNetwork } from "./google-network";
import { GoogleStorage } from "./google-storage";
import { type DeepReadonly, Instant, Name, positiveCount, Text, textLike } from "./primitives";
import { show } from "./show";

const wholeNumber = (what: string, least: number, most: number) => {
  const error = (issue: { readonly input?: unknown }) =>
    `must be a whole number of ${what}, ${least} to ${most}; got ${show(issue.input)}`;
  return z.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};

/** How nodes are replaced in an upgrade. */
export const GoogleUpgrade = z.strictObject({
  surge: wholeNumber("nodes", 0, 20),
  unavailable: wholeNumber("nodes", 0, 20),
});

/** A Google pool is machines by count, or TPU slices by topology; a slice is atomic. */
export const GooglePool = z.strictObject({
  ...poolBase,
  ...cloudPool,
  count: machineCount.optional(),
  topology: Text.optional(),
  slices: positiveCount("slices").optional(),
  capacity: GoogleCapacity,
  /** @default - 15 on TPU hosts, 110 on others */
  maxPods: wholeNumber("pods", 8, 256).optional(),
  /** @default - GKE's, 100 GiB */
  bootDiskGiB: wholeNumber("GiB", 10, 65_536).optional(),
  upgrade: GoogleUpgrade.optional(),
  /** Who installs the GPU driver: GKE its default or its latest, or nobody, as where an operator does. */
  gpuDriver: z.enum(["default", "latest", "disabled"]).optional(),
  /** What local SSDs are for: the file system of pods, or block devices. */
  localSsd: z.enum(["ephemeral", "block"]).optional(),
});
export type GooglePool = z.infer<typeof GooglePool>;

/** Who reaches the control plane from outside the cluster's network. */
export const GoogleAccess = z.strictObject({
  authorizedNetworks: z.array(Cidr).default([]),
  /** By name, with IAM alone deciding who may. */
  dnsEndpoint: z.boolean().default(false),
  /** From other regions, and from sites linked to them. */
  globalAccess: z.boolean().default(false),
});
export type GoogleAccess = z.infer<typeof GoogleAccess>;

/** When GKE may change a cluster on its own. */
export const GoogleMaintenance = z.strictObject({
  /** The first window, and how it comes again. */
  window: z.strictObject({
    start: Instant,
    end: Instant,
    recurrence: textLike(
      /^FREQ=(DAILY|WEEKLY)(;[A-Z]+=[A-Z0-9,+-]+)*$/,
      'a recurrence such as "FREQ=WEEKLY;BYDAY=SA,SU"',
    ),
  }),
  /** Spans in which it may not. */
  exclusions: z
    .array(
      z.strictObject({
        name: Name,
        start: Instant,
        end: Instant,
        /** What is put off. */
        scope: z.enum(["all", "minorUpgrades", "minorAndNodeUpgrades"]).default("all"),
      }),
    )
    .default([]),
});
export type GoogleMaintenance = z.infer<typeof GoogleMaintenance>;

/** A version of GKE, as far as one wants to say: a minor one, with its patch, or in full with GKE's own number. */
const version = textLike(
  /^\d+\.\d+(\.\d+(-gke\.\d+)?)?$/,
  'a version in quotes, such as "1.34" or "1.34.0-gke.2201000"',
);

export const GoogleCluster = z.strictObject({
  ...cloudCluster,
  scheduler: KubernetesScheduler.extend({ version: version.optional() }).default({ kind: "kubernetes" }),
  network: GoogleClusterNetwork,
  /** @default - the site's */
  protect: z.boolean().optional(),
  /** @default - regular */
  releaseChannel: z.enum(["none", "rapid", "regular", "stable", "extended"]).optional(),
  access: GoogleAccess.optional(),
  maintenance: GoogleMaintenance.optional(),
  /** The account of the nodes, where one exists, by its address. */
  nodeServiceAccount: googleServiceAccount.optional(),
  storage: z.array(GoogleStorage).optional(),
  pools: pools(GooglePool),
});
export type GoogleCluster = z.infer<typeof GoogleCluster>;

export type GoogleAccessInput = DeepReadonly<z.input<typeof GoogleAccess>>;
export type GoogleMaintenanceInput = DeepReadonly<z.input<typeof GoogleMaintenance>>;
