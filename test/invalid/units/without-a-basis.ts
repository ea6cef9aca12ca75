import { atLeast, type Fleet, megawatts, usd } from "siteform";
import { atlas, leasedSite, ownedSite, phase, untyped } from "../support";

/** Figures of which nobody says where they come from. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "lab", { power: untyped(megawatts(4)), peakPue: untyped(1.2) });
  leasedSite(fleet, "memphis", {
    rentPerKWMonth: untyped(usd(130)),
    phases: [phase("p1", 20, { power: untyped(atLeast(megawatts(300))) })],
  });
  return fleet;
}

export const expected = [
  "error   sites.lab.peakPue: must be a figure with value, basis and source, as assumed(1.2, { source: ... }) gives; got 1.2  [SCHEMA]",
  "error   sites.lab.power: must say where the figure comes from, its basis and source; got the bare 4 MW  [SCHEMA]",
  "          → write measured(...), contracted(...), vendorStated(...), reported(...) or assumed(...) around it",
  "error   sites.memphis.lease.phases.p1.power: must say where the figure comes from, its basis and source; got the bare 300 MW  [SCHEMA]",
  "          → write measured(...), contracted(...), vendorStated(...), reported(...) or assumed(...) around it",
  "error   sites.memphis.lease.rentPerKWMonth: must say where the figure comes from, its basis and source; got the bare 130.00 USD  [SCHEMA]",
  "          → write measured(...), contracted(...), vendorStated(...), reported(...) or assumed(...) around it",
];
