import { planAddresses } from "../../ledger/aws-address-plan";
import type { Rule } from "../rule";
import { awsNetworks } from "../walk";

export const awsZoneRange: Rule = {
  id: "AWS-NET-02",
  title: "every zone with accelerators has a range of its own",
  severity: "error",
  needs: ["region"],
  structural: true,
  formula: "the zone is one of zoneIds, or accelerators names a range for it",
  source:
    "the address plan: a zone's range follows from its place in the network and from nothing else, so that it never moves",
  *check(context) {
    for (const { site, network, clusters, path } of awsNetworks(context)) {
      if (context.isPartial(path)) continue;
      for (const { zoneId, cidr } of planAddresses(site, network, clusters).accelerators) {
        if (cidr !== undefined) continue;
        yield {
          path: `${path}.zoneIds`,
          observed: zoneId,
          message: `${zoneId} has accelerators, and the network neither lists it among its zones nor gives it a range`,
          hint: `add it to zoneIds, after the others, or name a range for it: accelerators: { "${zoneId}": "..." }`,
        };
      }
    }
  },
};
