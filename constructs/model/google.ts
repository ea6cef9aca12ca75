import { z } from "zod";
import { GoogleCluster } from "./google-cluster";
import { googleProject, googleServiceAccount } from "./google-names";
import { GoogleNetwork } from "./google-network";
import { GoogleBucket } from "./google-storage";
import { positiveCount, textLike } from "./primitives";
import { cloudBase, stacks } from "./site-base";

export { GoogleCapacity } from "./google-capacity";
export {
  type GoogleAccess,
  type GoogleAccessInput,
  GoogleCluster,
  type GoogleMaintenance,
  type GoogleMaintenanceInput,
  GooglePool,
} from "./google-cluster";
export {
  GoogleClusterNetwork,
  type GoogleClusterNetworkInput,
  type GoogleExistingNetwork,
  GoogleNetwork,
  type GoogleNetworkInput,
} from "./google-network";
export {
  GoogleBucket,
  type GoogleBucketInput,
  type GoogleFilestore,
  type GoogleLustre,
  GoogleStorage,
} from "./google-storage";

/** Keys of one's own for control planes, disks, file systems and buckets. */
export const GoogleEncryption = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("created"), rotationDays: positiveCount("days").default(90) }),
  z.strictObject({
    kind: z.literal("existing"),
    key: textLike(
      /^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+$/,
      'a key, as "projects/.../locations/.../keyRings/.../cryptoKeys/..."',
    ),
    /** Whether Google's service agents are granted the key here. */
    grant: z.boolean().default(true),
  }),
]);
export type GoogleEncryption = z.infer<typeof GoogleEncryption>;

export const GoogleSiteSpec = z.strictObject({
  ...cloudBase,
  provider: z.literal("google"),
  project: googleProject,
  /** Names Google's service agents; read from the project where it is not stated. */
  projectNumber: textLike(/^\d{6,}$/, 'the number of a project in quotes, such as "123456789012"').optional(),
  region: textLike(/^[a-z]+-[a-z]+\d+$/, 'a Google Cloud region such as "us-central1"'),
  stacks,
  network: GoogleNetwork.optional(),
  encryption: GoogleEncryption.optional(),
  /** Labels of everything that takes them, for the bill. */
  labels: z.record(z.string(), z.string()).optional(),
  /** The account that Terraform acts as. */
  impersonate: googleServiceAccount.optional(),
  /** The project whose quota Terraform's calls count for. */
  quotaProject: googleProject.optional(),
  /** Whether the APIs that the site needs are enabled by it. */
  enableApis: z.boolean().optional(),
  clusters: z.array(GoogleCluster).default([]),
  buckets: z.array(GoogleBucket).optional(),
});
export type GoogleSiteSpec = z.infer<typeof GoogleSiteSpec>;
