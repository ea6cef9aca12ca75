import { nameAt } from "../allocation/names";
import type { ScheduledFabric, ScheduledHost, ScheduledPool } from "./scheduled";

/**
 * What schedulers call parts of a fabric. The last word of each tells its kind, so that no two parts of a cluster have one name. They
 * count from 1 and have four digits or more.
 */
export const unitName = (fabric: string, unit: number): string => nameAt(`${fabric}-su`, unit + 1);
export const podName = (fabric: string, pod: number): string => nameAt(`${fabric}-pod`, pod + 1);
/** What is above all pods, or in two tiers above all units. */
export const topName = ({ name, tiers }: ScheduledFabric): string => `${name}-${tiers === 3 ? "core" : "spine"}`;
export const domainName = (pool: string, domain: number): string => nameAt(`${pool}-nvl`, domain + 1);

/** The labels of Siteform's own that say where a Kubernetes node is. */
export const placeLabels = {
  pod: "siteform.dev/pod",
  unit: "siteform.dev/unit",
  domain: "siteform.dev/nvlink-domain",
} as const;

/** The label of Kubernetes by which each node is a level of its own. */
export const HOSTNAME_LABEL = "kubernetes.io/hostname";

/** The labels that the nodes of a pool have for their place, from far to near. */
export const placeLevels = ({ fabric, domainHosts }: Pick<ScheduledPool, "fabric" | "domainHosts">): string[] => [
  ...(fabric?.tiers === 3 ? [placeLabels.pod] : []),
  ...(fabric === undefined ? [] : [placeLabels.unit]),
  ...(domainHosts > 1 ? [placeLabels.domain] : []),
];

/** The labels of one node for its place. */
export function labelsOfPlace(
  { pool, fabric, domainHosts }: ScheduledPool,
  host: ScheduledHost,
): Record<string, string> {
  const { place, domain } = host;
  return {
    ...(fabric?.tiers === 3 && place !== undefined ? { [placeLabels.pod]: podName(fabric.name, place.pod) } : {}),
    ...(fabric === undefined || place === undefined ? {} : { [placeLabels.unit]: unitName(fabric.name, place.unit) }),
    ...(domainHosts > 1 ? { [placeLabels.domain]: domainName(pool.name, domain) } : {}),
  };
}
