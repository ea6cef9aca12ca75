import { joinedFabrics } from "./fabric-walk";
import { counted } from "./node-counts";
import type { Rule } from "./rule";

export const fabricDesign: Rule = {
  id: "NET-6",
  title: "a fabric is designed for the hosts that its cluster has, or more",
  severity: "error",
  layer: "fabric",
  formula: "hosts of the cluster <= designFor.hosts",
  source: "the fleet document: the end state fixes tiers, spines and every port, so that growth rewires nothing",
  *check(context) {
    for (const { fabric, path, hosts, cluster } of joinedFabrics(context)) {
      const limit = fabric.designFor?.hosts;
      if (limit === undefined || hosts.hosts <= limit) continue;
      yield {
        path: `${path}.designFor.hosts`,
        observed: hosts.hosts,
        limit,
        unit: "hosts",
        message: `the fabric is designed for ${counted(limit)} hosts; cluster ${cluster.name} has ${counted(hosts.hosts)} for it`,
        hint: "a larger end state may move links of a fabric that is already cabled: compare its schedule first",
      };
    }
  },
};
