import type { Figure } from "../model/basis";
import type { Medium } from "../model/fabric";
import { assumed, vendor } from "./figure";
import { unverified } from "./sources";

/** What a kind of cabling costs in reach, power and time, for one speed of lanes. */
export interface MediumType {
  readonly medium: Medium;
  readonly laneGbps: number;
  /** Whether it needs a module at each end; copper comes with its plugs. */
  readonly optical: boolean;
  /** Longest link, in metres: cable, trunks and panels together, two pairs of connectors between. */
  readonly reachM: Figure;
  /** Longest link to a module with a single port, in metres; as `reachM` where absent. */
  readonly singlePortReachM?: Figure;
  /** Longest link over a fibre that is split in two, in metres. Absent: it cannot be split. */
  readonly splitterReachM?: Figure;
  /** Power of a module, or of a copper plug, with two ports, in W. */
  readonly twinPortW: Figure;
  /** And with one port. */
  readonly singlePortW: Figure;
  /** Lengths in which the cable is sold, in metres; a longer one is made to order, in whole tens of metres. */
  readonly stockM: readonly number[];
  readonly moduleLeadTimeWeeks: Figure;
  readonly cableLeadTimeWeeks: Figure;
}

const from = {
  linkx: "NVIDIA LinkX User Guide, 100G-PAM4 product line overview",
  reach: "NVIDIA, interconnect installation for NDR, XDR and 400/800 GbE: reach with two optical connector junctions",
  twin: "NVIDIA MMS4X00-NM transceiver, application overview",
  fr4: "NVIDIA MMS4X50-NM transceiver, application overview",
  xdr: "NVIDIA list of XDR transceivers and fibres based on 200G-PAM4",
};
const STOCK = unverified("a planning figure of this project; ask the supplier");
const weeks = (value: number): Figure => assumed(value, STOCK);

const copperStock = [0.5, 1, 1.5, 2, 2.5, 3];
const fibreStock = [1, 2, 3, 5, 7, 10, 15, 20, 25, 30, 35, 40, 50, 60, 70, 80, 90, 100, 150, 200, 250, 300, 400, 500];

const lacc = (laneGbps: number, basis: string): MediumType => ({
  medium: "lacc",
  laneGbps,
  optical: false,
  reachM: laneGbps === 100 ? vendor(5, basis) : assumed(5, unverified(`as for 100G-PAM4; ${basis} names no length`)),
  twinPortW: vendor(1.5, from.linkx),
  singlePortW: vendor(0.6, from.linkx),
  stockM: [...copperStock, 4, 5],
  moduleLeadTimeWeeks: weeks(0),
  cableLeadTimeWeeks: weeks(14),
});

/** Modules of 100 Gbit/s in QSFP28 cages, four lanes of 25. */
const qsfp28 = (medium: Medium, optical: boolean, reachM: Figure, moduleWeeks: number): MediumType => {
  const power = optical
    ? vendor(3.5, "SFF-8636, power class 4", "atMost")
    : assumed(0.1, unverified("passive"), "atMost");
  return {
    medium,
    laneGbps: 25,
    optical,
    reachM,
    twinPortW: power,
    singlePortW: power,
    stockM: optical ? fibreStock : copperStock,
    moduleLeadTimeWeeks: weeks(moduleWeeks),
    cableLeadTimeWeeks: weeks(8),
  };
};

const types: readonly MediumType[] = [
  qsfp28("dac", false, assumed(3, unverified("100GBASE-CR4 goes to 5 m; longer than 3 m is hard to buy")), 0),
  qsfp28("multimode", true, vendor(70, "IEEE 802.3bm, 100GBASE-SR4: 70 m on OM3, 100 m on OM4"), 12),
  qsfp28("singleMode", true, vendor(500, "100G PSM4 MSA"), 12),
  qsfp28("singleModeLc", true, vendor(2000, "100G CWDM4 MSA"), 12),
  {
    medium: "dac",
    laneGbps: 100,
    optical: false,
    reachM: vendor(3, from.linkx),
    twinPortW: vendor(0.1, from.linkx, "atMost"),
    singlePortW: vendor(0.1, from.linkx, "atMost"),
    stockM: copperStock,
    moduleLeadTimeWeeks: weeks(0),
    cableLeadTimeWeeks: weeks(10),
  },
  lacc(100, from.linkx),
  {
    medium: "multimode",
    laneGbps: 100,
    optical: true,
    reachM: vendor(50, from.reach),
    splitterReachM: vendor(50, from.reach),
    twinPortW: vendor(17, from.linkx, "atMost"),
    singlePortW: vendor(9, from.linkx, "atMost"),
    stockM: fibreStock,
    moduleLeadTimeWeeks: weeks(20),
    cableLeadTimeWeeks: weeks(8),
  },
  {
    medium: "singleMode",
    laneGbps: 100,
    optical: true,
    reachM: vendor(500, from.reach),
    singlePortReachM: vendor(100, from.twin),
    splitterReachM: vendor(50, from.reach),
    twinPortW: vendor(17, from.twin, "atMost"),
    singlePortW: assumed(9, unverified("as the 400G multimode module"), "atMost"),
    stockM: fibreStock,
    moduleLeadTimeWeeks: weeks(24),
    cableLeadTimeWeeks: weeks(8),
  },
  {
    medium: "singleModeLc",
    laneGbps: 100,
    optical: true,
    reachM: vendor(2000, from.fr4),
    twinPortW: assumed(17, unverified("as the DR8 module"), "atMost"),
    singlePortW: assumed(12, unverified("modules of one port for this reach are made by others"), "atMost"),
    stockM: fibreStock,
    moduleLeadTimeWeeks: weeks(26),
    cableLeadTimeWeeks: weeks(8),
  },
  lacc(200, from.xdr),
  {
    medium: "singleMode",
    laneGbps: 200,
    optical: true,
    reachM: vendor(500, from.reach),
    singlePortReachM: assumed(100, unverified(`as for 100G-PAM4; ${from.twin}`)),
    splitterReachM: vendor(50, from.reach),
    twinPortW: assumed(30, unverified("a module of two 800 Gb/s ports; its data sheet decides"), "about"),
    singlePortW: assumed(16, unverified("a module of one 800 Gb/s port; its data sheet decides"), "about"),
    stockM: fibreStock,
    moduleLeadTimeWeeks: weeks(30),
    cableLeadTimeWeeks: weeks(8),
  },
];

/** Pairs of optical connectors between two modules for which the reaches hold: two patch panels. */
export const MOST_JUNCTIONS = 2;

/** A kind of cabling at a speed of lanes, or nothing where it does not exist: no passive copper and no multimode at 200 Gbit/s. */
export const findMedium = (medium: Medium, laneGbps: number): MediumType | undefined =>
  types.find((type) => type.medium === medium && type.laneGbps === laneGbps);

/** The kinds of cabling at a speed of lanes, the shortest-reaching first, which is also the order of power and price. */
export const mediaAt = (laneGbps: number): readonly MediumType[] => types.filter((type) => type.laneGbps === laneGbps);
