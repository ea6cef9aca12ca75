import type { Construct } from "constructs";
import { partitionOf } from "../catalog";
import { bucketName, fileSystemLogGroup, fileSystemName, fileSystemOutputs, linkedBucket } from "../ledger/aws-storage";
import type { AwsCluster, AwsSiteSpec } from "../model";
import { AwsBucketResources } from "./bucket";
import type { AwsClusterResources } from "./cluster";
import { AwsLustreResources } from "./lustre";
import type { AwsNetworkInputs } from "./network-inputs";

/** Makes the buckets of a site, by their names there. */
export function addBuckets(
  scope: Construct,
  fleet: string,
  site: AwsSiteSpec,
): Readonly<Record<string, AwsBucketResources>> {
  const { account, region, protect } = site;
  const used = (site.buckets ?? []).filter((bucket) => bucket.retired !== true);
  const ground = { account, region, protect, partition: partitionOf(region) };
  return Object.fromEntries(
    used.map((bucket) => [
      bucket.name,
      new AwsBucketResources(scope, `bucket-${bucket.name}`, bucket, {
        ...ground,
        name: bucketName(fleet, site, bucket),
      }),
    ]),
  );
}

/** Makes the file systems of a cluster, by name. */
export function addFileSystems(
  cluster: AwsClusterResources,
  fleet: string,
  site: AwsSiteSpec,
  spec: AwsCluster,
  network: AwsNetworkInputs,
  buckets: Readonly<Record<string, AwsBucketResources>>,
): Readonly<Record<string, AwsLustreResources>> {
  return Object.fromEntries(
    (spec.storage ?? []).map((fileSystem) => {
      const made = new AwsLustreResources(cluster, `lustre-${fileSystem.name}`, fileSystem, {
        name: fileSystemName(site, spec, fileSystem),
        logGroup: fileSystemLogGroup(site, spec, fileSystem),
        outputs: fileSystemOutputs(spec, fileSystem),
        vpcId: network.vpcId,
        subnetId: network.acceleratorSubnetId(fileSystem.zoneId),
        clusterSecurityGroupId: cluster.cluster.vpcConfig.clusterSecurityGroupId,
        acceleratorSecurityGroupId: cluster.acceleratorSecurityGroup.id,
        protect: site.protect,
        bucketOf: (link) => {
          // A bucket of this stack comes first; one of another stack is known by its name alone.
          const own = link.bucket.kind === "site" ? buckets[link.bucket.name]?.bucket.bucket : undefined;
          const name = own ?? linkedBucket(fleet, site, link);
          if (name === undefined) throw new Error(`the rules let ${link.path} pass without a bucket`);
          return name;
        },
      });
      return [fileSystem.name, made];
    }),
  );
}
