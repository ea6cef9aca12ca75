import type { Figure } from "../model/basis";
import { assumed, reported, vendor } from "./figure";
import { unverified } from "./sources";

/** Cages of a switch that can all run at one speed, each split into equally many links. */
export interface SwitchSpeed {
  /** Speed of one link, in Gbit/s. */
  readonly linkGbps: number;
  /** Cages that offer it. */
  readonly cages: number;
  /** Links of one cage at that speed. */
  readonly linksPerCage: number;
}

/** A switch one can order, keyed by its product name. */
export interface SwitchType {
  /** The product name, in lower case. */
  readonly name: string;
  readonly vendor: string;
  readonly protocol: "infiniband" | "ethernet";
  /** Speed of one electrical lane, which decides which modules fit: 100 for NDR and 400/800 GbE, 200 for XDR. */
  readonly laneGbps: number;
  /** What its cages can run at. */
  readonly speeds: readonly SwitchSpeed[];
  readonly rackUnits: Figure;
  readonly weightKg: Figure;
  /** Power with passive cables, in kW: the modules come on top. */
  readonly powerKW: Figure;
  /** Ports by which the management network reaches it. */
  readonly managementPorts: number;
  /** From order to delivery, in weeks. */
  readonly leadTimeWeeks: Figure;
}

const from = {
  quantum2: "NVIDIA LinkX User Guide, 100G-PAM4: Quantum-2 QM9700, two 400 Gb/s ports in each OSFP cage",
  superPodH100: "NVIDIA DGX SuperPOD H100 reference architecture, network fabrics",
  spectrum4: "NVIDIA SN5000 switch systems user manual, data interfaces",
  netbox: "NetBox device-type library, device-types/Nvidia",
};
const LEAD_TIME = unverified("a planning figure of this project; ask the supplier");
const SWITCH_POWER = unverified("typical with passive cables, as data sheets are quoted; the data sheet decides");

type Row = Omit<SwitchType, "name" | "vendor">;

const spectrum4: Row = {
  protocol: "ethernet",
  laneGbps: 100,
  speeds: [
    { linkGbps: 800, cages: 64, linksPerCage: 1 },
    { linkGbps: 400, cages: 64, linksPerCage: 2 },
    { linkGbps: 200, cages: 64, linksPerCage: 4 },
    { linkGbps: 100, cages: 64, linksPerCage: 4 },
  ],
  rackUnits: vendor(2, from.spectrum4),
  weightKg: reported(23.5, from.netbox),
  powerKW: assumed(0.94, SWITCH_POWER),
  managementPorts: 1,
  leadTimeWeeks: assumed(26, LEAD_TIME),
};

const rows = {
  /** Quantum-2: 64 ports of NDR in 32 cages. */
  qm9700: {
    protocol: "infiniband",
    laneGbps: 100,
    speeds: [
      { linkGbps: 400, cages: 32, linksPerCage: 2 },
      { linkGbps: 200, cages: 32, linksPerCage: 4 },
    ],
    rackUnits: vendor(1, from.quantum2),
    weightKg: reported(14.8, from.netbox),
    powerKW: assumed(0.747, SWITCH_POWER),
    managementPorts: 1,
    leadTimeWeeks: assumed(26, LEAD_TIME),
  },
  /** Quantum-X800: 144 ports of XDR in 72 cages. */
  "q3400-ra": {
    protocol: "infiniband",
    laneGbps: 200,
    speeds: [{ linkGbps: 800, cages: 72, linksPerCage: 2 }],
    rackUnits: reported(4, from.netbox),
    weightKg: reported(60, from.netbox),
    powerKW: assumed(1.8, unverified("eight supplies of at most 875 W each serve the switch and 72 modules")),
    managementPorts: 2,
    leadTimeWeeks: assumed(36, LEAD_TIME),
  },
  /** Spectrum-4: 64 cages of 800 Gbit/s. */
  sn5600: spectrum4,
  /** Spectrum-4, with four supplies. */
  sn5610: { ...spectrum4, weightKg: reported(26.9, from.netbox) },
  /** Spectrum-3: 64 ports of 100 GbE. */
  sn4600c: {
    protocol: "ethernet",
    laneGbps: 25,
    speeds: [{ linkGbps: 100, cages: 64, linksPerCage: 1 }],
    rackUnits: assumed(2, unverified("as its data sheet is quoted")),
    weightKg: assumed(15, unverified("as other switches of two units")),
    powerKW: assumed(0.466, SWITCH_POWER),
    managementPorts: 1,
    leadTimeWeeks: assumed(16, LEAD_TIME),
  },
  /** For management: 48 ports of 1 GbE on copper, and four of 100 GbE upward. */
  sn2201: {
    protocol: "ethernet",
    laneGbps: 25,
    speeds: [
      { linkGbps: 1, cages: 48, linksPerCage: 1 },
      { linkGbps: 100, cages: 4, linksPerCage: 1 },
    ],
    rackUnits: reported(1, from.netbox),
    weightKg: reported(7.41, from.netbox),
    powerKW: assumed(0.098, SWITCH_POWER),
    managementPorts: 1,
    leadTimeWeeks: assumed(12, LEAD_TIME),
  },
} satisfies Readonly<Record<string, Row>>;

/** The product name of a switch in the catalogue. */
export type SwitchName = keyof typeof rows;

const byName: ReadonlyMap<string, SwitchType> = new Map(
  Object.entries<Row>(rows).map(([name, row]) => [name, { name, vendor: "NVIDIA", ...row }]),
);

/** The switch of that product name, or nothing. */
export const findSwitch = (name: string): SwitchType | undefined => byName.get(name);

/** Product names of all switches, in catalogue order. */
export const switchNames = (): readonly string[] => [...byName.keys()];

/** What a switch offers at the speed of a link; nothing where its cages do not run at it. */
export const speedOf = (type: SwitchType, linkGbps: number): SwitchSpeed | undefined =>
  type.speeds.find((speed) => speed.linkGbps === linkGbps);

/** Ports of a switch at a speed: cages times the links that each is split into. 0 where it does not run at it. */
export function portsAt(type: SwitchType, linkGbps: number): number {
  const speed = speedOf(type, linkGbps);
  return speed === undefined ? 0 : speed.cages * speed.linksPerCage;
}
