import { type AddressNetwork, type AddressPlan, type PhysicalSiteSpec, parseRange, sizeOf } from "../model";
import type { Allocation } from "../model/allocation";
import { HOST_PURPOSES, needsOf } from "../owned/allocation/host-needs";
import { isPerRack } from "../owned/allocation/plan-subnets";
import { addressesIn, blockOf, hostAddressesIn } from "../owned/allocation/subnets";
import { plannedSites } from "./planning";
import type { Report, Rule, RuleContext } from "./rule";

export const networkCapacity: Rule = {
  id: "IPAM-2",
  title: "a network holds what is planned, and the growth that the organisation wants room for",
  severity: "warning",
  layer: "fabric",
  formula: "addresses (or subnets of racks) of the ranges >= planned x (1 + policy.addressGrowth), rounded up",
  source: "policy.addressGrowth; a range that is full is never made larger, only another added",
  *check(context) {
    for (const { site, path, plan } of plannedSites(context)) {
      const addresses = site.addressPlan;
      if (addresses === undefined || plan.exhausted.length > 0) continue;
      for (const network of addresses.networks) {
        const use = useOf(context, site, addresses, network, plan.allocation);
        if (use === undefined || use.used === 0) continue;
        const growth = context.fleet.policy.addressGrowth;
        const wanted = Math.ceil(Number((use.used * (1 + growth)).toFixed(6)));
        if (wanted <= use.there) continue;
        yield report(`${path}.addressPlan.networks.${network.name}.cidrs`, network, { ...use, wanted, growth });
      }
    }
  },
};

interface Use {
  readonly used: number;
  readonly there: number;
  readonly unit: string;
}

const report = (
  path: string,
  { name }: AddressNetwork,
  { used, there, unit, wanted, growth }: Use & { readonly wanted: number; readonly growth: number },
): Report => ({
  path,
  observed: wanted,
  limit: there,
  unit,
  message: `the network ${name} has ${there} ${unit}; ${used} are planned, and ${wanted} with ${Math.round(growth * 100)} % for growth`,
  hint: "add a range at the end of cidrs, or lower policy.addressGrowth",
});

function useOf(
  context: RuleContext,
  site: PhysicalSiteSpec,
  plan: AddressPlan,
  network: AddressNetwork,
  allocation: Allocation,
): Use | undefined {
  if (HOST_PURPOSES.includes(network.purpose)) return hostUse(context, site, plan, network, allocation);
  const each = network.purpose === "loopbacks" ? 32 : network.purpose === "pointToPoint" ? 31 : undefined;
  if (each === undefined) return undefined;
  const used = allocation.subnets
    .filter((line) => line.network === network.name)
    .reduce((sum, { count }) => sum + count, 0);
  const there = sum(network, (size) => Math.floor(size / addressesIn(each)));
  return { used, there, unit: each === 32 ? "addresses" : "subnets of /31" };
}

function hostUse(
  context: RuleContext,
  site: PhysicalSiteSpec,
  plan: AddressPlan,
  network: AddressNetwork,
  allocation: Allocation,
): Use | undefined {
  const hosts = (machine: string) => context.machine(machine)?.hosts ?? 1;
  const needs = needsOf(network, allocation.placements, site.fabrics, (line) => hosts(line.machine));
  const mine = allocation.subnets.filter((line) => line.network === network.name && line.hall !== undefined);
  const prefix = mine.flatMap((line) => blockOf(line) ?? []).at(-1)?.prefix ?? network.subnetPrefix;
  if (prefix === undefined || needs.length === 0) return undefined;
  // Of what switches have in the same network, the hosts have nothing.
  const others = allocation.subnets
    .filter((line) => line.network === network.name && line.switches !== undefined)
    .flatMap((line) => blockOf(line) ?? [])
    .reduce((total, block) => total + block.count * addressesIn(block.prefix), 0);
  const whole = sum(network, (size) => Math.floor(size / addressesIn(prefix)));
  const subnets = Math.max(0, whole - Math.ceil(others / addressesIn(prefix)));
  if (isPerRack(network))
    return {
      used: needs.reduce((total, { racks }) => total + racks, 0),
      there: subnets,
      unit: `subnets of /${prefix}`,
    };
  return {
    used: needs.reduce((total, { addresses }) => total + addresses, 0),
    there: subnets * hostAddressesIn(prefix, plan),
    unit: "addresses",
  };
}

const sum = ({ cidrs }: AddressNetwork, of: (size: number) => number): number =>
  cidrs.reduce((total, cidr) => {
    const range = parseRange(cidr);
    return total + (range === undefined ? 0 : of(sizeOf(range)));
  }, 0);
