import { type Machine, zoneIdsOf, zonePrefixOf } from "../catalog";
import { zoneOf } from "../ledger/aws-address-plan";
import type { Report, Rule } from "./rule";
import { awsClusters, googleClusters, machineAt } from "./walk";

export const machineOffered: Rule = {
  id: "MACHINE-2",
  title: "a cloud's machine stands in a zone in which the cloud is known to offer it",
  severity: "warning",
  needs: ["region"],
  source: "EC2 DescribeInstanceTypeOfferings (recorded in moto 5.2.1); the fleet's own definitions. TPUs: GCP-TPU-05",
  *check(context) {
    for (const { site, cluster, path } of awsClusters(context)) {
      const network = cluster.network ?? site.network;
      for (const pool of cluster.pools) {
        const machine = machineAt(context, site, pool.machine);
        const zone = network === undefined ? pool.capacity.zoneId : zoneOf(site, network, pool);
        const place = `${path}.pools.${pool.name}`;
        if (context.isPartial(`${place}.capacity`) || zone === undefined || zone === "") continue;
        // Of a region that is not known, and of a zone of another one, other rules speak.
        if (zoneIdsOf(site.region).length === 0 || !zone.startsWith(`${zonePrefixOf(site.region)}-`)) continue;
        yield* notOffered(machine, site.region, zone, `${place}.capacity.zoneId`);
      }
    }
    for (const { site, cluster, path } of googleClusters(context)) {
      for (const pool of cluster.pools) {
        const machine = machineAt(context, site, pool.machine);
        // Of TPUs the rule GCP-TPU-05 speaks, of zones of other regions GCP-ZONE-1.
        if (machine?.tpu !== undefined || !pool.capacity.zone.startsWith(`${site.region}-`)) continue;
        yield* notOffered(machine, site.region, pool.capacity.zone, `${path}.pools.${pool.name}.capacity.zone`);
      }
    }
  },
};

/** Lists are snapshots and clouds grow: a zone that is not in one is worth a question and no more. */
function* notOffered(machine: Machine | undefined, region: string, zone: string, path: string): Generator<Report> {
  if (machine?.offeredIn === undefined) return;
  const here = machine.offeredIn[region] ?? [];
  if (here.includes(zone)) return;
  const regions = Object.keys(machine.offeredIn);
  yield {
    path,
    observed: zone,
    message: `${machine.type} is not known to be offered in ${zone}; the list may be older than the offer`,
    hint:
      here.length > 0
        ? `in ${region} it is known in ${here.join(", ")}`
        : `it is known in the regions ${regions.join(", ")}`,
  };
}
