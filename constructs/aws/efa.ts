import type { LaunchTemplateNetworkInterfaces } from "@cdktf/provider-aws/lib/launch-template";
import type { Machine } from "../catalog";

/**
 * The network interfaces of a machine: one for addresses on card 0, and an EFA-only interface, which takes no address, on each
 * card that can have one. On card 0 it is the second device. Source: EC2 user guide, "EFA on accelerated computing instances".
 */
export function networkInterfaces(
  machine: Machine,
  securityGroups: readonly string[],
): LaunchTemplateNetworkInterfaces[] {
  const efaCards = machine.networkCards?.efaCards ?? [];
  const base = { securityGroups: [...securityGroups], deleteOnTermination: "true" };
  const primary = {
    ...base,
    networkCardIndex: 0,
    deviceIndex: 0,
    interfaceType: "interface",
    associatePublicIpAddress: "false",
  };
  const efa = efaCards.map((card) => ({
    ...base,
    networkCardIndex: card,
    deviceIndex: card === 0 ? 1 : 0,
    interfaceType: "efa-only",
  }));
  return [primary, ...efa];
}
