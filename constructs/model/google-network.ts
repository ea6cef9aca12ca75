import { z } from "zod";
import { Cidr } from "./cidr";
import { googleName, googleProject } from "./google-names";
import type { DeepReadonly } from "./primitives";
import { show } from "./show";

/** A VPC and subnetwork that exist, by name. */
export const GoogleExistingNetwork = z.strictObject({
  vpc: googleName,
  subnetwork: googleName,
  /** Names of the subnetwork's secondary ranges. */
  podsRange: googleName.default("pods"),
  servicesRange: googleName.default("services"),
  /** The project that shares its VPC. */
  hostProject: googleProject.optional(),
});
export type GoogleExistingNetwork = z.infer<typeof GoogleExistingNetwork>;

/** Ranges of one cluster. */
export const GoogleClusterNetwork = z.strictObject({
  nodes: Cidr,
  pods: Cidr,
  services: Cidr,
  controlPlane: Cidr,
  /** For the further networks of GPU machines: see `ledger/google-gpu-networks.ts`. */
  gpu: Cidr.optional(),
  /** For file systems that Google runs and peers with the VPC. */
  privateServices: Cidr.optional(),
  existing: GoogleExistingNetwork.optional(),
});
export type GoogleClusterNetwork = z.infer<typeof GoogleClusterNetwork>;
/** A network as one writes it. */
export type GoogleClusterNetworkInput = DeepReadonly<z.input<typeof GoogleClusterNetwork>>;

const mtuError = (issue: { readonly input?: unknown }) => `must be 1300 to 8896 bytes; got ${show(issue.input)}`;

/** What the VPCs of a site have in common. */
export const GoogleNetwork = z.strictObject({
  mtu: z
    .number({ error: mtuError })
    .int({ error: mtuError })
    .min(1300, { error: mtuError })
    .max(8896, { error: mtuError })
    .optional(),
  routing: z.enum(["regional", "global"]).default("regional"),
  /** Whether nodes reach the internet, through NAT. */
  egress: z.enum(["nat", "none"]).default("nat"),
  flowLogs: z.boolean().default(false),
});
export type GoogleNetwork = z.infer<typeof GoogleNetwork>;
/** A site's network as one writes it. */
export type GoogleNetworkInput = DeepReadonly<z.input<typeof GoogleNetwork>>;
