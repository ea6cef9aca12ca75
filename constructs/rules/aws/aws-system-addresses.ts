import { addressesPerMachine } from "../../ledger/aws-addons";
import { planAddresses } from "../../ledger/aws-address-plan";
import { INTERFACE_SERVICES } from "../../ledger/aws-endpoints";
import { systemNodesOf } from "../../ledger/aws-system-nodes";
import { addressesIn, counted } from "../node-counts";
import type { Rule } from "../rule";
import { awsOwnNetworks } from "../walk";
import { RESERVED } from "./aws-addresses";

/** Addresses that EKS wants free in each subnet of a control plane. */
const CONTROL_PLANE = 6;

export const awsSystemAddresses: Rule = {
  id: "AWS-NET-03",
  title: "the system subnets have addresses for control planes, endpoints and the least number of system machines",
  severity: "error",
  needs: ["region"],
  formula: `size - 5 >= clusters x 6 + system machines in the zone x (1 + podAddressesPerNode) + ${INTERFACE_SERVICES.length} endpoints without a way out`,
  source:
    "Amazon EKS user guide, VPC and subnet requirements (six addresses a subnet); AWS PrivateLink guide (an interface a subnet and endpoint); the address plan, whose system subnets are a sixteenth of the first range",
  *check(context) {
    for (const { site, network, clusters, path } of awsOwnNetworks(context)) {
      if (context.isPartial(path) || clusters.length === 0) continue;
      const { zones } = planAddresses(site, network, clusters);
      const [first] = zones;
      if (first === undefined) continue;
      const machines = clusters.reduce(
        (sum, cluster) => sum + Math.ceil(systemNodesOf(cluster).min / zones.length) * addressesPerMachine(cluster),
        0,
      );
      const endpoints = network.egress === "none" ? INTERFACE_SERVICES.length : 0;
      const observed = clusters.length * CONTROL_PLANE + machines + endpoints;
      const limit = addressesIn(first.system) - RESERVED;
      if (limit <= 0 || observed <= limit) continue;
      yield {
        path: `${path}.cidrs[0]`,
        observed,
        limit,
        unit: "addresses",
        message: `each system subnet needs ${counted(observed)} addresses (${clusters.length * CONTROL_PLANE} for control planes, ${machines} for system machines${endpoints > 0 ? `, ${endpoints} for endpoints` : ""}); ${first.system}, a sixteenth of the first range, has ${counted(limit)}`,
        hint: "make the first range wider; accelerators may have a range of their own",
      };
    }
  },
};
