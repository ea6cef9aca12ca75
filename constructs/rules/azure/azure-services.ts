import { parseRange } from "../../model";
import type { Rule } from "../rule";
import { azureClusters } from "../walk";

export const azureServices: Rule = {
  id: "AZ-AKS-06",
  title: "the service range of an AKS cluster is smaller than a /12 and holds the address of its DNS service",
  severity: "error",
  formula: "13 <= prefix of services <= 28: the DNS service has the tenth address after the first",
  source: "AKS documentation, Azure CNI: the service address range must be smaller than /12; overlaps are X-CIDR-01",
  *check(context) {
    for (const { cluster, path } of azureClusters(context)) {
      const { services } = cluster.network;
      const prefix = parseRange(services)?.prefix;
      if (prefix === undefined || (prefix > 12 && prefix <= 28)) continue;
      yield {
        path: `${path}.network.services`,
        observed: `/${prefix}`,
        limit: prefix > 28 ? "/28" : "/13",
        message:
          prefix > 28
            ? `${services} has ${2 ** (32 - prefix)} addresses; the DNS service has the tenth after the first`
            : `${services} is as wide as a /12 or wider, which AKS refuses`,
        hint: "a /20 holds 4,096 services; the range cannot be changed later",
      };
    }
  },
};
