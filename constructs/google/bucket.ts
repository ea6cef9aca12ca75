import { StorageBucket } from "@cdktf/provider-google/lib/storage-bucket";
import type { Construct } from "constructs";
import { bucketName } from "../ledger/google-storage-names";
import type { GoogleBucket, GoogleSiteSpec } from "../model";
import type { GoogleEncryptionResources } from "./encryption";
import { guarded, type StackGround, waits } from "./ground";

const DAY = 86_400;

/** A bucket that IAM alone opens, never to the public. */
export function addBucket(
  scope: Construct,
  site: GoogleSiteSpec,
  spec: GoogleBucket,
  encryption: GoogleEncryptionResources | undefined,
  ground: StackGround,
): StorageBucket {
  return new StorageBucket(scope, `bucket-${spec.name}`, {
    name: bucketName(site, spec),
    // As Cloud Storage writes it back: another spelling would replace the bucket.
    location: (spec.location ?? site.region).toUpperCase(),
    storageClass: spec.storageClass,
    uniformBucketLevelAccess: true,
    publicAccessPrevention: "enforced",
    ...(spec.hierarchical ? { hierarchicalNamespace: { enabled: true } } : {}),
    ...(spec.versioning ? { versioning: { enabled: true } } : {}),
    softDeletePolicy: { retentionDurationSeconds: spec.softDeleteDays * DAY },
    ...(encryption === undefined ? {} : { encryption: { defaultKmsKeyName: encryption.key } }),
    ...(spec.lifecycle.length === 0 ? {} : { lifecycleRule: spec.lifecycle.map(lifecycleRule) }),
    forceDestroy: !site.protect,
    ...waits([...ground.after("storage"), ...(encryption?.for("storage") ?? [])]),
    ...guarded(site.protect),
  });
}

const lifecycleRule = ({ afterDays, to, prefixes }: GoogleBucket["lifecycle"][number]) => ({
  action: to === "deleted" ? { type: "Delete" } : { type: "SetStorageClass", storageClass: to },
  condition: { age: afterDays, ...(prefixes === undefined ? {} : { matchesPrefix: prefixes }) },
});
