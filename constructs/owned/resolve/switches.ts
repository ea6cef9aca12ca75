import { expandHostlist, type PhysicalSiteSpec } from "../../model";
import type { AddressPlan, NetworkPurpose } from "../../model/address-plan";
import type { Allocation, SwitchPlacement } from "../../model/allocation";
import { readOrdinals } from "../allocation/ordinals";
import { routingOf } from "../allocation/plan-switch-addresses";
import type { PlanningContext } from "../allocation/planning-context";
import { addressesIn, type Block, blockOf, firstHostAddress, hostAddressesIn } from "../allocation/subnets";
import type { PlannedFabric } from "../allocation/switch-requests";
import { subnetAt } from "./addresses";
import type { RackIndex } from "./racks";
import type { ResolvedSwitch } from "./resolved";

/** Every switch of an allocation, in the order of its lines. */
export function switchesIn(
  site: PhysicalSiteSpec,
  allocation: Allocation,
  fabrics: readonly PlannedFabric[],
  racks: RackIndex,
  context: PlanningContext,
): ResolvedSwitch[] {
  return allocation.switches.flatMap((line) => {
    const fabric = fabrics.find((each) => each.fabric.name === line.fabric);
    return switchesOfLine(line, heightOf(line, fabric, context), numbersOf(site, allocation, line, fabric), racks);
  });
}

/** What each switch of a line has, by its place in the line. */
interface Numbers {
  loopback(place: number): number | undefined;
  management(place: number): number | undefined;
  uplinks(place: number): number | undefined;
  asn(place: number): number | undefined;
}

function switchesOfLine(line: SwitchPlacement, height: number, numbers: Numbers, racks: RackIndex): ResolvedSwitch[] {
  const { first, last } = readOrdinals(line.switches);
  const names = expandHostlist(line.names);
  const found: ResolvedSwitch[] = [];
  for (const position of expandHostlist(line.positions)) {
    const rack = racks.at(line.hall, position, line.rackType);
    for (let slot = 0; slot < line.switchesPerRack && first + found.length <= last; slot++) {
      const place = found.length;
      rack.switches++;
      found.push({
        name: String(names.next().value ?? ""),
        fabric: line.fabric,
        role: line.role,
        plane: line.plane ?? 1,
        ordinal: first + place,
        rack,
        unit: (line.fromUnit ?? 1) + slot * height,
        loopback: numbers.loopback(place),
        asn: numbers.asn(place),
        management: numbers.management(place),
        uplinks: numbers.uplinks(place),
      });
    }
  }
  return found;
}

const heightOf = (line: SwitchPlacement, fabric: PlannedFabric | undefined, context: PlanningContext): number => {
  const demand = fabric?.switches.find(({ role }) => role === line.role);
  return (demand === undefined ? undefined : context.deviceType(demand.type)?.rackUnits) ?? demand?.rackUnits ?? 1;
};

function numbersOf(
  site: PhysicalSiteSpec,
  allocation: Allocation,
  line: SwitchPlacement,
  fabric: PlannedFabric | undefined,
): Numbers {
  const plan = site.addressPlan;
  const blocks = (purpose: NetworkPurpose) => blocksOf(plan, allocation, line, purpose);
  const [loopbacks, management, links] = [blocks("loopbacks"), blocks("management"), blocks("pointToPoint")];
  const uplinks = fabric === undefined ? 0 : (routingOf(fabric, line.role)?.uplinks ?? 0);
  const asns = allocation.asns.find(({ switches }) => switches === line.id);
  return {
    loopback: (place) => subnetAt(loopbacks, place)?.first,
    management: (place) => (plan === undefined ? undefined : hostAddressAt(management, place, plan)),
    uplinks: (place) => (uplinks === 0 ? undefined : subnetAt(links, place * uplinks)?.first),
    asn: (place) => (asns === undefined ? undefined : asns.first + Math.floor(place / (asns.switchesPerAsn ?? 1))),
  };
}

/** The blocks of a line in the first network of a purpose in which it has some. */
function blocksOf(
  plan: AddressPlan | undefined,
  allocation: Allocation,
  line: SwitchPlacement,
  purpose: NetworkPurpose,
): Block[] {
  for (const network of plan?.networks.filter((each) => each.purpose === purpose) ?? []) {
    const found = allocation.subnets
      .filter((each) => each.switches === line.id && each.network === network.name)
      .flatMap((each) => blockOf(each) ?? []);
    if (found.length > 0) return found;
  }
  return [];
}

/** The address of a place that counts through all addresses for hosts of some subnets. */
function hostAddressAt(blocks: readonly Block[], place: number, plan: AddressPlan): number | undefined {
  let left = place;
  for (const { first, prefix, count } of blocks) {
    const each = hostAddressesIn(prefix, plan);
    if (left < count * each) {
      const subnet = first + Math.floor(left / each) * addressesIn(prefix);
      return firstHostAddress(subnet, prefix, plan) + (left % each);
    }
    left -= count * each;
  }
  return undefined;
}
