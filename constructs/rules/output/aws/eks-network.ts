import { endpointServiceName, GATEWAY_SERVICES, INTERFACE_SERVICES } from "../../../ledger/aws-endpoints";
import type { OutputRule } from "../output-rule";
import { block, isTrue, type Resource, type StackOutput, texts } from "../stack-output";

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
        if (isTrue(value) || (value === undefined && argument === "enable_dns_support")) continue;
        yield {
          path: `${vpc.path}.${argument}`,
          observed: String(value ?? false),
          message: "machines find their cluster by its name, which the VPC does not resolve without it",
          hint: "leave it true",
        };
      }
      if (hasWayOut(stack)) continue;
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

const hasWayOut = (stack: StackOutput): boolean =>
  stack.resources("aws_nat_gateway", "aws_internet_gateway", "aws_ec2_transit_gateway_vpc_attachment").length > 0;

/** The VPCs of the stack in whose subnets its clusters stand. */
function vpcsOfClusters(stack: StackOutput): ReadonlySet<Resource> {
  const subnets = stack
    .resources("aws_eks_cluster")
    .flatMap(({ values }) => texts(block(values["vpc_config"])["subnet_ids"]))
    .flatMap((id) => stack.referred(id, "aws_subnet") ?? []);
  return new Set(subnets.flatMap(({ values }) => stack.referred(values["vpc_id"], "aws_vpc") ?? []));
}
