import { LeasedSiteSpec, type PhysicalSiteSpec } from "../../../constructs/model";
import type { RackLookups } from "../../../constructs/owned/racks/lookups";
import { rackLookups } from "../../../constructs/owned/racks/lookups";
import { poolRequest } from "../../../constructs/owned/racks/pool-request";
import { leasedSite } from "../../rules/support";
import { rackType } from "./support";

export const lookups: RackLookups = rackLookups({ machines: [], rackTypes: [rackType()], deviceTypes: [] });

/** A leased site, as one writes it. */
export const site = (more: Readonly<Record<string, unknown>>): PhysicalSiteSpec =>
  LeasedSiteSpec.parse(leasedSite(more));

export const request = (spec: PhysicalSiteSpec, pool: string) => {
  for (const cluster of spec.clusters) {
    const found = cluster.pools.find(({ name }) => name === pool);
    if (found !== undefined) return poolRequest(spec, cluster, found, lookups);
  }
  throw new Error(`no pool ${pool}`);
};
