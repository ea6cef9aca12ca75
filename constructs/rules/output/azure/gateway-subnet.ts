import type { OutputRule } from "../output-rule";
import { blocks, isExpression } from "../stack-output";

export const gatewaySubnet: OutputRule = {
  id: "AZ-NET-01",
  title: "a virtual network gateway stands in a subnet named GatewaySubnet",
  severity: "error",
  source: "Azure VPN Gateway documentation, about VPN Gateway settings: the gateway subnet",
  *check(stack) {
    for (const { path, values } of stack.resources("azurerm_virtual_network_gateway")) {
      for (const [index, { subnet_id: id }] of blocks(values["ip_configuration"]).entries()) {
        const subnet = stack.referred(id, "azurerm_subnet");
        const name = subnet?.values["name"];
        if (typeof name !== "string" || isExpression(name) || name === "GatewaySubnet") continue;
        yield {
          path: `${path}.ip_configuration[${index}].subnet_id`,
          observed: name,
          limit: "GatewaySubnet",
          message: `Azure puts a gateway into a subnet named "GatewaySubnet" alone; got ${JSON.stringify(name)}`,
          hint: "give the gateway a subnet of that name, a /27 or larger",
        };
      }
    }
  },
};
