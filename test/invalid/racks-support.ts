import type { Fleet, OwnedSiteProps } from "siteform";
import { atlas, critical, ownedSite, ownServers } from "./support";

type Hall = NonNullable<OwnedSiteProps["halls"]>[number];

/** A cabinet of 42 units for four DGX H100. */
export function withRack(more: Partial<Parameters<Fleet["addRackType"]>[1]> = {}): Fleet {
  return atlas().addRackType("r42", {
    units: 42,
    ratedKW: 50,
    maxWeightKg: 1000,
    tareKg: 210,
    feeds: { count: 3, sides: ["A", "B", "C"], voltageV: 415, currentA: 60, powerFactor: 0.95 },
    basis: "vendor",
    source: "the cabinet's sheet",
    ...more,
  });
}

export const hall = (more: Partial<Hall> = {}): Hall => ({
  name: "h1",
  criticalItMW: 3.6,
  rackType: "r42",
  rows: [{ name: "compute", rows: "r[01-08]", racks: 12 }],
  ...more,
});

/** A site of one hall with a pool of DGX H100, of which nothing is wrong yet. */
export function lab(
  fleet: Fleet,
  name: string,
  props: Partial<OwnedSiteProps>,
  pool: Partial<ReturnType<typeof ownServers>> = {},
): void {
  ownedSite(fleet, name, { power: critical(12), halls: [hall()], ...props }).addCluster("train", {
    purpose: "training",
    pools: [ownServers(32, pool)],
  });
}
