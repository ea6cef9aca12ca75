import { planSite } from "../../constructs/owned/allocation/plan-site";
import { standingRacks } from "../../constructs/owned/racks/standing";
import { lookups, site } from "../owned/racks/fixtures";
import { hall } from "../owned/racks/support";
import { cluster, hardwarePool } from "../rules/support";

/** Two kinds of machines, a rack filled by hand, positions that are kept, and free ones. */
export const spec = site({
  halls: [
    hall({
      rackType: undefined,
      liquidCoolingMW: 2,
      rows: [
        { name: "air", rows: "r[01-02]", racks: 4, rackType: "r42" },
        { name: "liquid", rows: "n01", racks: 3, rackType: "nvl72-place" },
      ],
      reserved: [{ name: "net", positions: "r0[1-2]-01", use: "network", rackKW: 12 }],
    }),
  ],
  rackLayouts: [
    {
      name: "edge",
      hall: "h1",
      racks: "r02-04",
      entries: [
        { name: "tor", device: "management-switch-1u", fromU: 42 },
        { name: "servers", pool: "h100", count: 2 },
      ],
    },
  ],
  clusters: [
    cluster([
      hardwarePool({ count: 14, survival: "feed" }),
      hardwarePool({ name: "gb300", machine: "gb300-nvl72", count: 2 }),
    ]),
  ],
});

export const racks = standingRacks(spec, planSite(spec, { ...lookups, addressGrowth: 0.2 }).allocation, lookups);
