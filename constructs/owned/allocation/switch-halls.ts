import type { PhysicalSiteSpec } from "../../model";
import type { SwitchRole } from "../../model/fabric";
import type { PlanningContext } from "./planning-context";
import { hallsOf } from "./pool-requests";

/** Switches up to a number, and the hall that is tried for them first. Absent: any. */
export interface HallPart {
  readonly upTo: number;
  readonly hall?: string;
}

/** Roles whose switches are numbered as the hosts are that they serve. */
const nearHosts: ReadonlySet<SwitchRole> = new Set<SwitchRole>(["leaf", "spine", "storageLeaf", "managementLeaf"]);

/** Whether switches of a role stand best in the halls of the hosts that they serve. */
export const followsHosts = ({ role }: { readonly role: SwitchRole }): boolean => nearHosts.has(role);

/**
 * Where the switches of a role stand best: in the halls of the hosts that they serve, in the order of both, since a module to a host
 * reaches a hundred metres at most. What such a hall cannot take, and what serves all halls, stands in any.
 */
export function hallParts(
  site: PhysicalSiteSpec,
  fabric: string,
  { role, count }: { readonly role: SwitchRole; readonly count: number },
  context: PlanningContext,
): HallPart[] {
  const joined = site.fabrics.find(({ name }) => name === fabric);
  const cluster = site.clusters.find(({ name }) => name === joined?.cluster);
  const pools = (cluster?.pools ?? []).filter(({ name }) => joined?.pools?.includes(name) ?? true);
  const anywhere = [{ upTo: count }];
  if (!followsHosts({ role }) || pools.length === 0) return anywhere;
  const spans = pools.map((pool) => ({
    halls: hallsOf(site, pool),
    hosts: pool.count * (context.machine(pool.machine)?.hosts ?? 1),
  }));
  const all = spans.reduce((sum, { hosts }) => sum + hosts, 0);
  let sofar = 0;
  const parts = spans.flatMap(({ halls, hosts }): HallPart[] => {
    sofar += hosts;
    const [hall, ...others] = halls;
    // Hosts that may stand in several halls say nothing of where their switches should.
    return hall === undefined || others.length > 0 || all === 0
      ? []
      : [{ upTo: Math.ceil((count * sofar) / all), hall }];
  });
  return [...parts, ...anywhere];
}
