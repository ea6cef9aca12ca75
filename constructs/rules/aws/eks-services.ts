import { contains, parseRange } from "../../model";
import type { Rule } from "../rule";
import { awsNetworks } from "../walk";

const [WIDEST, NARROWEST] = [12, 24];
const privateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].flatMap((cidr) => parseRange(cidr) ?? []);

export const eksServices: Rule = {
  id: "AWS-EKS-02",
  title: "the service range of an EKS cluster is private and has a size that EKS takes",
  severity: "error",
  formula: "12 <= prefix <= 24, inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16",
  source: "Amazon EKS API reference, KubernetesNetworkConfigRequest.serviceIpv4Cidr",
  *check(context) {
    for (const { network, path } of awsNetworks(context)) {
      const range = network.services === undefined ? undefined : parseRange(network.services);
      if (range === undefined) continue;
      const place = `${path}.services`;
      if (range.prefix < WIDEST || range.prefix > NARROWEST) {
        yield {
          path: place,
          observed: range.prefix,
          limit: range.prefix < WIDEST ? WIDEST : NARROWEST,
          unit: "prefix length",
          message: `a service range is /${WIDEST} to /${NARROWEST}; got ${range.cidr}`,
        };
      }
      if (!privateRanges.some((outer) => contains(outer, range))) {
        yield {
          path: place,
          observed: range.cidr,
          message: `a service range lies in ${privateRanges.map((outer) => outer.cidr).join(", ")}; got ${range.cidr}`,
          hint: "EKS itself takes 10.100.0.0/16 or 172.20.0.0/16",
        };
      }
    }
  },
};
