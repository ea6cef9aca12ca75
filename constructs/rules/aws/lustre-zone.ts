import { zonePrefixOf } from "../../catalog";
import { zoneOf } from "../../ledger/aws-address-plan";
import { efaInterfaces } from "../../ledger/extended-resources";
import type { Rule } from "../rule";
import { awsClusters, machineAt } from "../walk";

export const lustreZone: Rule = {
  id: "AWS-FSX-04",
  title: "a file system stands in a zone of its region, beside machines that read it",
  severity: "error",
  needs: ["region"],
  structural: true,
  source:
    "FSx for Lustre user guide: a file system stands in one subnet, and EFA passes between client and server in one zone; EC2 prices traffic between zones",
  *check(context) {
    for (const { site, cluster, path } of awsClusters(context)) {
      const network = cluster.network ?? site.network;
      for (const fileSystem of cluster.storage ?? []) {
        const { zoneId, name } = fileSystem;
        const place = { path: `${path}.storage.${name}.zoneId`, observed: zoneId };
        const prefix = `${zonePrefixOf(site.region)}-`;
        if (!zoneId.startsWith(prefix)) {
          const message = `${zoneId} is no zone of ${site.region}, whose zone ids begin with "${prefix}"`;
          yield { ...place, limit: prefix, message };
          continue;
        }
        if (network === undefined || context.isPartial(`${path}.pools`)) continue;
        const here = cluster.pools.filter((pool) => zoneOf(site, network, pool) === zoneId);
        const efa = fileSystem.type !== "scratch" && fileSystem.efa === true;
        const reads = here.some((pool) => {
          const machine = machineAt(context, site, pool.machine);
          return !efa || (machine !== undefined && efaInterfaces(machine) > 0);
        });
        if (reads) continue;
        yield {
          ...place,
          severity: "warning",
          message: `the cluster has no pool ${efa ? "with EFA " : ""}in ${zoneId}, where its file system ${name} stands`,
          hint: efa ? "move it to the zone of its readers, or leave efa out" : "move it to the zone of its readers",
        };
      }
    }
  },
};
