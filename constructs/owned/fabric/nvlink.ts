import { placeOf } from "./peers";
import type { FabricPlan } from "./plan";

/** NVLink domains of a fabric: hosts in a row whose accelerators share memory. Domains of one host are those of a server. */
export interface NvlinkDomains {
  readonly hostsPerDomain: number;
  /** Domains of the hosts there are; the last may still lack hosts. */
  readonly domains: number;
  /** Whole domains of one scalable unit; what is left over lies in two units, of which NET-3 warns. */
  readonly domainsPerUnit: number;
}

/** How the hosts of a fabric fall into NVLink domains: as the fabric says, else as its machines come. */
export function nvlinkDomains({ fabric, hosts, compute }: FabricPlan): NvlinkDomains {
  const hostsPerDomain = fabric.nvlinkDomainHosts ?? hosts.nvlinkHosts;
  return {
    hostsPerDomain,
    domains: Math.ceil(compute.wiring.hosts / hostsPerDomain),
    domainsPerUnit: Math.floor(compute.wiring.clos.unitHosts / hostsPerDomain),
  };
}

/** Where a host is in the topology, from the fabric's units to its NVLink domain; all counted from 0. */
export interface HostPlace {
  readonly pod: number;
  readonly unit: number;
  readonly domain: number;
}

/** The pod, unit and NVLink domain of a host, for schedulers that place work by them. */
export function hostPlace(plan: FabricPlan, host: number): HostPlace {
  const { clos } = plan.compute.wiring;
  const { unit } = placeOf(clos, host);
  return {
    pod: Math.floor(unit / clos.unitsPerPod),
    unit,
    domain: Math.floor(host / nvlinkDomains(plan).hostsPerDomain),
  };
}
