import { endpointServiceName, GATEWAY_SERVICES, INTERFACE_SERVICES } from "../../../ledger/aws-endpoints";
import type { OutputRule } from "../output-rule";
import { block, blocks, isExpression, isGiven, isTrue, type Resource, type StackOutput, texts } from "../stack-output";

export const eksNetwork: OutputRule = {
  id: "AWS-EKS-08",
  title:
    "the VPC of a cluster resolves names, and one without a way out has an endpoint for each service that machines call",
  severity: "error",
  source: "Amazon EKS user guide, VPC and subnet considerations; deploy private clusters with limited internet access",
  *check(stack) {
    for (const vpc of vpcsOfClusters(stack)) {
      for (const argument of ["enable_dns_support", "enable_dns_hostnames"] as const) {
        const value = vpc.values[argument];
        // Support is on unless it is switched off, host names off unless they are switched on.
        if (isTrue(value) || isExpression(value)) continue;
        if (!isGiven(value) && argument === "enable_dns_support") continue;
        yield {
          path: `${vpc.path}.${argument}`,
          observed: String(value ?? false),
          message: "machines find their cluster by its name, which the VPC does not resolve without it",
          hint: "leave it true",
        };
      }
      if (hasWayOut(stack, vpc)) continue;
      const services = stack.resources("aws_vpc_endpoint").flatMap(({ values }) => texts(values["service_name"]));
      const region = services[0]?.split(".").find((part) => /^[a-z]+(-[a-z]+)+-\d$/.test(part)) ?? "";
      const missing = [...INTERFACE_SERVICES, ...GATEWAY_SERVICES].filter(
        (service) => !services.includes(endpointServiceName(region, service)),
      );
      if (missing.length === 0) continue;
      yield {
        path: vpc.path,
        observed: missing.join(", "),
        message: `has no way out, and no endpoint for ${missing.join(", ")}`,
        hint: "add a VPC endpoint for each, or a way out",
      };
    }
  },
};

/** What leads out of a VPC, or may: what lies behind a peer or another gateway is not known here. */
const WAYS = [
  "aws_ec2_transit_gateway_vpc_attachment",
  "aws_internet_gateway",
  "aws_nat_gateway",
  "aws_vpc_peering_connection",
  "aws_vpn_gateway",
  "aws_vpn_gateway_attachment",
];

function hasWayOut(stack: StackOutput, vpc: Resource): boolean {
  const open = stack.resources("aws_route", "aws_route_table", "aws_default_route_table").filter(leadsAnywhere);
  return [...stack.resources(...WAYS), ...open].some((way) => {
    const at = vpcOf(stack, way);
    // Of one whose VPC is not known here, it may be this one.
    return at === undefined || at === vpc;
  });
}

const leadsAnywhere = ({ values }: Resource): boolean =>
  [values, ...blocks(values["route"])].some((route) =>
    ["destination_cidr_block", "destination_ipv6_cidr_block", "cidr_block", "ipv6_cidr_block"].some((argument) =>
      ["0.0.0.0/0", "::/0"].some((all) => route[argument] === all),
    ),
  );

/** The VPC of a gateway, of its subnet or of its route table. */
function vpcOf(stack: StackOutput, { values }: Resource): Resource | undefined {
  const within =
    stack.referred(values["subnet_id"], "aws_subnet") ?? stack.referred(values["route_table_id"], "aws_route_table");
  return stack.referred(values["vpc_id"] ?? within?.values["vpc_id"], "aws_vpc");
}

/** The VPCs of the stack in whose subnets its clusters stand. */
function vpcsOfClusters(stack: StackOutput): ReadonlySet<Resource> {
  const subnets = stack
    .resources("aws_eks_cluster")
    .flatMap(({ values }) => texts(block(values["vpc_config"])["subnet_ids"]))
    .flatMap((id) => stack.referred(id, "aws_subnet") ?? []);
  return new Set(subnets.flatMap(({ values }) => stack.referred(values["vpc_id"], "aws_vpc") ?? []));
}
