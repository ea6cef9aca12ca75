import type { OutputRule } from "../output-rule";
import { isGiven } from "../stack-output";

export const linkPrefixes: OutputRule = {
  id: "AWS-NET-02",
  title: "a transit gateway at a Direct Connect gateway says which ranges it announces, under a number of its own",
  severity: "error",
  source:
    "AWS Direct Connect user guide, transit gateway associations: allowed prefixes; the ASNs of both sides of a BGP session differ",
  *check(stack) {
    for (const { path, values } of stack.resources("aws_dx_gateway_association")) {
      const hub = stack.referred(values["associated_gateway_id"], "aws_ec2_transit_gateway");
      if (hub === undefined) continue;
      if (!isGiven(values["allowed_prefixes"])) {
        yield {
          path: `${path}.allowed_prefixes`,
          message: "a transit gateway announces nothing at a Direct Connect gateway but what is listed",
          hint: "list the ranges of the VPCs behind it",
        };
      }
      const gateway = stack.referred(values["dx_gateway_id"], "aws_dx_gateway");
      // 64512 is what AWS gives a transit gateway that names none.
      const own = String(hub.values["amazon_side_asn"] ?? 64_512);
      if (gateway === undefined || String(gateway.values["amazon_side_asn"]) !== own) continue;
      yield {
        path: `${gateway.path}.amazon_side_asn`,
        observed: own,
        message: `${own} is the number of the transit gateway too`,
        hint: "give one of them another private ASN: 64512 to 65534, or 4200000000 to 4294967294",
      };
    }
  },
};
