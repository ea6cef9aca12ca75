import type { Medium } from "../model/fabric";
import type { ErrorCorrection, FibreConnector, FibreType, Plug } from "../model/link-ends";
import { unverified } from "./sources";

/** What is known of an end of a link, and from where. */
export interface EndFact<T> {
  readonly value: T;
  readonly source: string;
  /** Whether a published source states it: what is not verified is no reason to stop. */
  readonly verified: boolean;
}

/** The optical side of a module. */
export interface FibreModule {
  readonly connector: EndFact<FibreConnector>;
  /** Kinds of fibre for which its reach is stated. */
  readonly fibres: EndFact<readonly FibreType[]>;
}

const from = {
  multimode: "NVIDIA MMA4Z00-NS400-T transceiver: one MPO-12/APC, not compatible with flat polish; 50 m over OM4",
  singleMode: "NVIDIA MMS4X00-NM transceiver, application overview: MPO-12/APC",
  fr4: "NVIDIA MMS4X50-NM transceiver, application overview: duplex LC",
  xdr: "NVIDIA list of XDR transceivers: the single-mode fibres of NDR; no QSFP112, which is for 100G-PAM4 alone",
  adapters: "NVIDIA MMA1Z00-NS400-T transceiver: QSFP112 is for adapters and not for switches",
  cages: "NVIDIA LinkX User Guide, 100G-PAM4 product line overview: OSFP in switches, OSFP or QSFP112 in adapters",
  rs544: "IEEE 802.3, clause 119: the sublayer of 200 and 400 Gbit/s Ethernet contains RS(544,514)",
  rs528: "IEEE 802.3, clause 91: RS(528,514) of 100 Gbit/s Ethernet over four lanes of 25; required by 100GBASE-SR4",
};

const stated = <T>(value: T, source: string): EndFact<T> => ({ value, source, verified: true });
const guessed = <T>(value: T, why: string): EndFact<T> => ({ value, source: unverified(why), verified: false });

const singleMode: EndFact<readonly FibreType[]> = guessed(
  ["os2"],
  "reaches are stated for single-mode fibre, not a class",
);

const modules: ReadonlyMap<string, FibreModule> = new Map<string, FibreModule>([
  [
    "multimode/25",
    {
      connector: guessed("mpo12Upc", "as 100GBASE-SR4 modules of most makers have"),
      fibres: stated<readonly FibreType[]>(["om3", "om4"], "IEEE 802.3bm, 100GBASE-SR4: 70 m on OM3, 100 m on OM4"),
    },
  ],
  ["singleMode/25", { connector: guessed("mpo12Apc", "as PSM4 modules of most makers have"), fibres: singleMode }],
  ["singleModeLc/25", { connector: stated("lcDuplex", "100G CWDM4 MSA: duplex LC"), fibres: singleMode }],
  [
    "multimode/100",
    {
      connector: stated("mpo12Apc", from.multimode),
      fibres: stated<readonly FibreType[]>(["om4"], from.multimode),
    },
  ],
  ["singleMode/100", { connector: stated("mpo12Apc", from.singleMode), fibres: singleMode }],
  ["singleModeLc/100", { connector: stated("lcDuplex", from.fr4), fibres: singleMode }],
  ["singleMode/200", { connector: stated("mpo12Apc", from.xdr), fibres: singleMode }],
]);

/** The optical side of the modules of a medium at a speed of lanes; nothing for copper. */
export const fibreModule = (medium: Medium, laneGbps: number): FibreModule | undefined =>
  modules.get(`${medium}/${laneGbps}`);

/** Whether a fibre is multimode: light of a single-mode module is lost in it, and the reverse. */
export const isMultimode = (fibre: FibreType): boolean => fibre.startsWith("om");

/** The plugs that an end takes at a speed of lanes; nothing where the catalogue does not know. */
export function plugsOf(end: "host" | "switch", laneGbps: number): EndFact<readonly Plug[]> | undefined {
  if (laneGbps === 25) return guessed(["qsfp28"], "100 GbE over four lanes of 25");
  if (laneGbps === 200) return stated(["osfp"], from.xdr);
  if (laneGbps !== 100) return undefined;
  return end === "host" ? stated(["osfp", "qsfp112"], from.cages) : stated(["osfp"], from.adapters);
}

/** The error correction of links of a protocol at a speed of lanes; nothing where the catalogue does not know. */
export function fecOf(protocol: "infiniband" | "ethernet", laneGbps: number): EndFact<ErrorCorrection> | undefined {
  if (protocol === "infiniband") return guessed("rs544", "as Ethernet with lanes of the same speed");
  if (laneGbps === 25) return stated("rs528", from.rs528);
  if (laneGbps === 100) return stated("rs544", from.rs544);
  return laneGbps === 200 ? guessed("rs544", "as with lanes of 100 Gbit/s") : undefined;
}
