import { findMachine } from "../../constructs/catalog";
import { FleetSpec, LeasedSiteSpec } from "../../constructs/model";

/** Power of a phase in MW of critical IT, as a lease states it. */
export const mw = (valueMW: number, more: object = {}) => ({
  valueMW,
  meaning: "criticalIT",
  basis: "contract",
  source: "the lease",
  ...more,
});

export const dollars = (amount: string, more: object = {}) => ({
  amount,
  currency: "USD",
  basis: "contract",
  source: "the lease",
  ...more,
});

/** A leased site of these terms. */
export const leasedSite = (lease: object, more: object = {}) =>
  LeasedSiteSpec.parse({
    name: "river",
    tenure: "leased",
    location: { country: "US" },
    scope: "turnkey",
    lease: { landlord: "Landlord Inc.", state: "binding", phases: [], ...lease },
    ...more,
  });

export const machine = findMachine;

export const threePercent = { percent: 3 };

/** A fleet of these sites and guarantees. */
export const fleetOf = (sites: readonly object[], guarantees: readonly object[] = [], more: object = {}) =>
  FleetSpec.parse({ sites, guarantees, ...more });
