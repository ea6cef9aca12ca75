import { assumed, reported, vendor } from "./figure";
import { type CatalogRow, defineCatalog } from "./machine";
import { sources, unverified } from "./sources";

const dgxH100 = {
  accelerator: "H100",
  accelerators: vendor(8, sources.dgxH100),
  hosts: 1,
  architecture: "x86_64",
  vcpus: vendor(224, `2 processors of 56 cores, 2 threads a core; ${sources.dgxH100}`),
  memoryGiB: vendor(2048, `2 TB, 32 modules of 64 GiB; ${sources.dgxH100}`),
  maxPowerKW: vendor(10.2, sources.dgxH100),
  rackUnits: vendor(8, sources.dgxH100),
  weightKg: vendor(130.45, `287.6 lb at most; ${sources.dgxH100}`, "atMost"),
  powerSupplies: { fitted: 6, required: 4, ratingKW: 3.3, source: `4 + 2 redundancy; ${sources.dgxH100}` },
  liquidShare: vendor(0, `air cooled; ${sources.dgxH100}`),
} as const satisfies CatalogRow;

/** An 8-GPU server of another maker around the same baseboard. */
const hgx = (accelerator: "H100" | "H200"): CatalogRow => ({
  accelerator,
  accelerators: vendor(8, "NVIDIA HGX baseboard, 8 GPUs"),
  hosts: 1,
  architecture: "x86_64",
  maxPowerKW: assumed(10.2, `as DGX ${accelerator}, the server's own sheet decides; ${sources.dgxH100}`, "about"),
  rackUnits: assumed(8, "as the air-cooled Supermicro SYS-821GE-TNHR; other makers' servers differ"),
  note: "a stand-in for servers of many makers: replace it with defineMachine and the figures of the server's sheet",
});

/** Whole racks: 18 compute trays of 4 GPUs, each tray a host, in one NVLink domain. */
const nvl72 = (accelerator: "GB200" | "GB300"): CatalogRow => ({
  accelerator,
  accelerators: vendor(72, sources.dgxGb200),
  hosts: 18,
  architecture: "arm64",
  vcpus: vendor(2592, `36 Grace processors of 72 cores; ${sources.dgxGb200}`),
  memoryGiB: assumed(17280, unverified(`18 trays of 960 GiB, as EC2 sells a tray; ${sources.ultraServers}`)),
  liquidShare: assumed(0.85, unverified("most heat goes to liquid, network and storage stay in air")),
});

/**
 * Servers and racks for sites one owns, leases or has built. `maxPowerKW` is the vendor's maximum input, not
 * the sum of the power supplies: size feeds and cooling with it.
 */
export const hardwareMachines = defineCatalog("hardware", {
  "dgx-h100": dgxH100,
  "dgx-h200": { ...dgxH100, accelerator: "H200" },
  "dgx-b200": {
    accelerator: "B200",
    accelerators: vendor(8, sources.dgxB200),
    hosts: 1,
    architecture: "x86_64",
    vcpus: vendor(224, `2 processors of 56 cores, 2 threads a core; ${sources.dgxB200}`),
    memoryGiB: vendor(2048, `2 TB as delivered; ${sources.dgxB200}`),
    maxPowerKW: vendor(14.3, sources.dgxB200),
    rackUnits: vendor(10, sources.dgxB200),
    weightKg: vendor(142.4, `313.9 lb at most; ${sources.dgxB200}`, "atMost"),
    powerSupplies: { fitted: 6, required: 5, ratingKW: 3.3, source: `5 + 1 redundancy; ${sources.dgxB200}` },
    liquidShare: vendor(0, `air cooled; ${sources.dgxB200}`),
  },
  "dgx-b300": {
    accelerator: "B300",
    accelerators: vendor(8, sources.superPodB300),
    hosts: 1,
    architecture: "x86_64",
    maxPowerKW: vendor(14, `56 kW / 4; ${sources.superPodB300}`, "about"),
    rackUnits: assumed(10, unverified("as DGX B200; four fit a rack")),
    liquidShare: vendor(0, `air cooled; ${sources.superPodB300}`),
    note: "the system with AC power supplies; the busbar system takes its power from shelves of the rack",
  },
  "hgx-h100": hgx("H100"),
  "hgx-h200": hgx("H200"),
  "gb200-nvl72": {
    ...nvl72("GB200"),
    maxPowerKW: reported(120, `${sources.gb200Rack}; 18 trays of ${sources.gb200Tray} give 120.0`, "about"),
    weightKg: reported(1360, sources.gb200Rack, "about"),
  },
  "gb300-nvl72": {
    ...nvl72("GB300"),
    maxPowerKW: reported(140, `upper end; ${sources.gb300Rack}`, "about"),
    weightKg: reported(1360, sources.gb300Rack, "about"),
  },
  "vera-rubin-nvl72": {
    accelerator: "Rubin",
    accelerators: reported(72, "NVL72 in the name: 72 GPU packages in one NVLink domain"),
    hosts: 18,
    architecture: "arm64",
    maxPowerKW: assumed(230, unverified("upper end of 190 to 230 kW in the press"), "about"),
    liquidShare: assumed(1, unverified("direct liquid cooling by the press")),
    note: "not delivered when this entry was written; the power and the 18 hosts are unverified",
  },
});

/** A server or rack of the catalogue. */
export type HardwareMachineType = keyof typeof hardwareMachines;
