import { overlap, parseRange } from "../../model";
import type { Rule } from "../rule";
import { statedRanges } from "../stated-ranges";

/** Ranges that AKS uses itself. */
const RESERVED = ["169.254.0.0/16", "172.30.0.0/16", "172.31.0.0/16", "192.0.2.0/24"].flatMap(
  (cidr) => parseRange(cidr) ?? [],
);

export const azureReservedRanges: Rule = {
  id: "AZ-AKS-08",
  title: "no range of an AKS cluster or of its network is one that AKS uses itself",
  severity: "error",
  formula:
    "networks, pods and services are disjoint from 169.254.0.0/16, 172.30.0.0/16, 172.31.0.0/16 and 192.0.2.0/24",
  source: "AKS documentation, IP address planning: ranges for services, pods and virtual networks",
  *check(context) {
    for (const { site, use, path, range } of statedRanges(context)) {
      if (site.tenure !== "cloud" || site.provider !== "azure" || !USES.includes(use)) continue;
      const taken = RESERVED.find((each) => overlap(each, range));
      if (taken === undefined) continue;
      yield {
        path,
        observed: range.cidr,
        limit: taken.cidr,
        message: `${range.cidr} ${range.cidr === taken.cidr ? "is a range" : `overlaps ${taken.cidr}`} that AKS uses itself`,
        hint: "choose a part of 10.0.0.0/8, of 172.16.0.0/13 or of 192.168.0.0/16",
      };
    }
  },
};

/** Subnets lie in the network: a range of theirs is found there. */
const USES: readonly string[] = ["network", "pods", "services"];
