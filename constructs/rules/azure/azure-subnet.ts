import { contains, parseRange } from "../../model";
import type { Rule } from "../rule";
import { azureClusters } from "../walk";

export const azureSubnet: Rule = {
  id: "AZ-NET",
  title: "the subnet of an AKS cluster lies in the network of its site",
  severity: "error",
  source: "Azure Virtual Network documentation: a subnet's range is part of the network's address space",
  *check(context) {
    for (const { site, cluster, path } of azureClusters(context)) {
      const nodes = parseRange(cluster.network.nodes);
      const { cidrs } = site.network;
      if (nodes === undefined || context.isPartial(`sites.${site.name}.network`)) continue;
      if (
        cidrs.some((cidr) => {
          const outer = parseRange(cidr);
          return outer !== undefined && contains(outer, nodes);
        })
      )
        continue;
      yield {
        path: `${path}.network.nodes`,
        observed: nodes.cidr,
        limit: cidrs.join(", "),
        message: `${nodes.cidr} lies in none of the ranges of the site's network (${cidrs.join(", ")})`,
        hint: `choose a part of ${cidrs[0]}, or add the range to the site's network`,
      };
    }
  },
};
