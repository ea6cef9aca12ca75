import { findMachine } from "../../../constructs/catalog";
import { LeasedSiteSpec, OwnedSiteSpec, type PhysicalSiteSpec } from "../../../constructs/model";
import { Allocation } from "../../../constructs/model/allocation";
import { RackType } from "../../../constructs/model/rack-type";
import type { PlanningContext } from "../../../constructs/owned/allocation/planning-context";
import { phase, power, type Raw } from "../../rules/support";

/** A rack for four DGX H100: 42 U, 50 kW, 1,000 kg. */
export const rack42 = RackType.parse({
  name: "rack-42",
  units: 42,
  ratedKW: 50,
  maxWeightKg: 1000,
  tareKg: 210,
  basis: "vendor",
  source: "data sheet",
});

export const context: PlanningContext = {
  machine: findMachine,
  rackType: (name) => (name === "rack-42" ? rack42 : undefined),
  deviceType: () => undefined,
  addressGrowth: 0.2,
};

/** A hall of 8 rows of 12 positions. */
export const hall = (name: string, more: Raw = {}): Raw => ({
  name,
  criticalItMW: 3.6,
  airCoolingMW: 3,
  rackType: "rack-42",
  rows: [{ name: "main", rows: "r[1-8]", racks: 12 }],
  ...more,
});

export const pool = (name: string, count: number, more: Raw = {}): Raw => ({
  name,
  machine: "dgx-h100",
  count,
  capacity: { kind: "owned" },
  ...more,
});

export const cluster = (name: string, pools: readonly Raw[], more: Raw = {}): Raw => ({ name, pools, ...more });

export const network = (purpose: string, cidr: string, more: Raw = {}): Raw => ({
  name: purpose.toLowerCase(),
  purpose,
  cidrs: [cidr],
  ...more,
});

export const addressPlan = (more: Raw = {}): Raw => ({
  networks: [network("management", "10.64.0.0/16"), network("hosts", "10.65.0.0/16")],
  ...more,
});

/** An owned site, checked as the fleet would be. */
export const site = (more: Raw): PhysicalSiteSpec =>
  OwnedSiteSpec.parse({ name: "tx1", tenure: "owned", location: { country: "US" }, power: power(100), ...more });

/** A leased site with eight machines, whose lease is in that state. */
export const leasedSite = (state: string, more: Raw): PhysicalSiteSpec =>
  LeasedSiteSpec.parse({
    name: "ny1",
    tenure: "leased",
    location: { country: "US" },
    scope: "turnkey",
    lease: { landlord: "a landlord", state, phases: [phase("p1", 5)] },
    clusters: [cluster("train", [pool("h100", 8, { capacity: { kind: "leased" } })])],
    ...more,
  });

export const allocation = (more: Raw = {}): Allocation => Allocation.parse(more);
