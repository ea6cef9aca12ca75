import type { AwsPool, AwsSiteSpec, AzureSiteSpec, FleetDocument, GoogleSiteSpec, SiteSpec } from "../model";
import { madeReservations } from "./azure-names";

/** A part of a cloud site whose loss is costly, by its path. */
interface Part {
  readonly path: string;
  readonly inUse: boolean;
  /** Unless its cluster says otherwise, as its site is. */
  readonly isProtected: boolean;
}

/** The parts of a site that a list of protected parts may name: its clusters, and what stands by itself beside and in them. */
function partsOf(site: SiteSpec): Part[] {
  if (site.tenure !== "cloud") return [];
  const path = `sites.${site.name}`;
  if (site.provider === "google") return googleParts(site, path);
  const clusters = site.clusters.map((cluster) => ({
    path: `${path}.clusters.${cluster.name}`,
    inUse: !site.retired && cluster.retired !== true,
    isProtected: site.protect,
  }));
  return site.provider === "aws" ? [...clusters, ...awsParts(site, path)] : [...clusters, ...azureParts(site, path)];
}

/** The key vault, without whose keys nothing can be read; storage accounts, file systems, and pools with a reservation made. */
function azureParts(site: AzureSiteSpec, path: string): Part[] {
  const part = (at: string, ...retired: readonly (boolean | readonly number[] | undefined)[]): Part => ({
    path: `${path}.${at}`,
    inUse: !site.retired && !retired.includes(true),
    isProtected: site.protect,
  });
  return [
    ...(site.keyVault === undefined ? [] : [part("keyVault", site.keyVault.retired)]),
    ...site.storageAccounts.map((account) => part(`storageAccounts.${account.name}`, account.retired)),
    ...site.clusters.flatMap((cluster) => [
      ...cluster.storage.map((storage) =>
        part(`clusters.${cluster.name}.storage.${storage.name}`, cluster.retired, storage.retired),
      ),
      ...madeReservations(cluster).map((pool) =>
        part(`clusters.${cluster.name}.pools.${pool.name}`, cluster.retired, pool.retired),
      ),
    ]),
  ];
}

/** Buckets, file systems, and pools that Terraform reserved or bought capacity for. */
function awsParts(site: AwsSiteSpec, path: string): Part[] {
  const buckets = (site.buckets ?? []).map(({ name, retired }) => ({
    path: `${path}.buckets.${name}`,
    inUse: !site.retired && retired !== true,
    isProtected: site.protect,
  }));
  const inside = site.clusters.flatMap((cluster) => {
    const inUse = !site.retired && cluster.retired !== true;
    const at = `${path}.clusters.${cluster.name}`;
    return [
      ...(cluster.storage ?? []).map(({ name, retired }) => ({
        path: `${at}.storage.${name}`,
        inUse: inUse && retired !== true,
        isProtected: site.protect,
      })),
      ...cluster.pools.filter(holdsCapacity).map(({ name, retired }) => ({
        path: `${at}.pools.${name}`,
        inUse: inUse && retired !== true,
        isProtected: site.protect,
      })),
    ];
  });
  return [...buckets, ...inside];
}

const holdsCapacity = ({ capacity }: AwsPool): boolean =>
  capacity.kind === "capacityBlockPurchase" ||
  (capacity.kind === "onDemandReservation" && capacity.create !== undefined);

function googleParts(site: GoogleSiteSpec, path: string): Part[] {
  const clusters = site.clusters.flatMap(({ name, retired, protect = site.protect, storage = [] }) => {
    const cluster = {
      path: `${path}.clusters.${name}`,
      inUse: !site.retired && retired !== true,
      isProtected: protect,
    };
    const fileSystems = storage.map((each) => ({
      ...cluster,
      path: `${cluster.path}.storage.${each.name}`,
      inUse: cluster.inUse && each.retired !== true,
    }));
    return [cluster, ...fileSystems];
  });
  const buckets = (site.buckets ?? []).map((bucket) => ({
    path: `${path}.buckets.${bucket.name}`,
    inUse: !site.retired && bucket.retired !== true,
    isProtected: site.protect,
  }));
  return [...clusters, ...buckets];
}

/** Paths of what must not vanish from the program: what is in use at the cloud sites that are protected, sorted. */
export function protectedPaths({ spec }: FleetDocument): string[] {
  return spec.sites
    .flatMap(partsOf)
    .flatMap(({ path, inUse, isProtected }) => (inUse && isProtected ? [path] : []))
    .sort();
}

/**
 * Which of some paths the fleet no longer has: neither in use nor retired. What stands below a site or a cluster that is retired
 * may be gone from the program.
 */
export function missingPaths({ spec }: FleetDocument, paths: readonly string[]): string[] {
  const present = new Set(spec.sites.flatMap(partsOf).map(({ path }) => path));
  const retired = [
    ...spec.sites.flatMap((site) => (site.retired ? [`sites.${site.name}`] : [])),
    ...spec.sites.flatMap(partsOf).flatMap(({ path, inUse }) => (inUse ? [] : [path])),
  ];
  return paths.filter((path) => !present.has(path) && !retired.some((gone) => path.startsWith(`${gone}.`)));
}
