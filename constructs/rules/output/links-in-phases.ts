import type { OutputRule } from "./output-rule";

/** A physical link, and what waits for somebody to connect it. */
const LINKS: Readonly<Record<string, readonly string[]>> = {
  aws_dx_connection: [
    "aws_dx_transit_virtual_interface",
    "aws_dx_private_virtual_interface",
    "aws_dx_public_virtual_interface",
  ],
  google_compute_interconnect: ["google_compute_interconnect_attachment"],
  azurerm_express_route_circuit: ["azurerm_express_route_circuit_peering", "azurerm_express_route_connection"],
  azurerm_express_route_port: ["azurerm_express_route_circuit_peering", "azurerm_express_route_connection"],
};

export const linksInPhases: OutputRule = {
  id: "X-PHASE-01",
  title: "what runs over a physical link is applied once the link is there",
  severity: "warning",
  source:
    "AWS Direct Connect user guide, cross connects; Cloud Interconnect documentation, LOA-CFA; Azure ExpressRoute documentation, provisioning states",
  *check(stack) {
    for (const [link, followers] of Object.entries(LINKS)) {
      const [first] = stack.resources(link);
      if (first === undefined) continue;
      for (const { path, type } of stack.resources(...followers)) {
        yield {
          path,
          observed: type,
          message: `comes up only once somebody has connected ${link}.${first.name}, days or weeks after it was ordered`,
          hint: "apply the link first, and this in a later change or in a stack of its own",
        };
      }
    }
  },
};
