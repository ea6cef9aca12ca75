import { awsMachines, type Machine, zoneIdsOf } from "../../catalog";
import { didYouMean } from "../../model";
import type { Rule } from "../rule";
import { awsSites, hinted } from "../walk";

const catalogue: readonly Machine[] = Object.values(awsMachines);

export const awsRegion: Rule = {
  id: "AWS-REGION-1",
  title: "a site on AWS stands in a region that the catalogue knows",
  severity: "warning",
  source: "EC2 DescribeInstanceTypeOfferings (recorded in moto 5.2.1), a snapshot",
  *check(context) {
    for (const { site, path } of awsSites(context)) {
      if (zoneIdsOf(site.region).length > 0) continue;
      const known = new Set(catalogue.flatMap((machine) => Object.keys(machine.offeredIn ?? {})));
      yield {
        path: `${path}.region`,
        observed: site.region,
        message: `${site.region} is no region that the catalogue knows; its zones and machines cannot be checked`,
        ...hinted(didYouMean(site.region, known)),
      };
    }
  },
};
