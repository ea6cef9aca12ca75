import type { Figure } from "../model/basis";
import { assumed } from "./figure";
import { sources } from "./sources";

/**
 * The most power a cloud machine draws, in kW. No cloud publishes it, so each is an assumption whose source
 * holds the arithmetic: either the server of NVIDIA with the same accelerators, or a power a chip plus the
 * chip's share of the host.
 */
const like = (kW: number, source: string): Figure => assumed(kW, `cloud power unpublished; ${source}`, "about");

export const likeDgxA100: Figure = like(6.5, `as ${sources.dgxA100}: 6.5 kW`);
export const likeDgxH100: Figure = like(10.2, `as ${sources.dgxH100}: 10.2 kW`);
export const likeDgxH200: Figure = like(10.2, `as DGX H200, ${sources.dgxH100}: 10.2 kW`);
export const likeDgxB200: Figure = like(14.3, `as ${sources.dgxB200}: 14.3 kW`);
export const likeDgxB300: Figure = like(14, `as DGX B300: 56 kW / 4; ${sources.superPodB300}`);
/** One of the eighteen 4-GPU compute trays of a GB200 NVL72 rack. */
export const gb200Tray: Figure = like(6.667, `120 kW / 18 trays = 6.667; ${sources.gb200Rack}; ${sources.gb200Tray}`);
/** One of the eighteen 4-GPU compute trays of a GB300 NVL72 rack. */
export const gb300Tray: Figure = like(7.778, `140 kW / 18 trays = 7.778; ${sources.gb300Rack}`);

/** Part of a machine's power, by the part of its accelerators. */
export const shareOf = (whole: Figure, chips: number, of: number): Figure => ({
  ...whole,
  value: round((whole.value * chips) / of),
  source: `${chips}/${of} of ${whole.value} kW; ${whole.source}`,
});

/** A power a chip plus a power for the host and the network, both assumed unless the text says otherwise. */
export const chipsAndHost = (chips: number, kWPerChip: number, hostKW: number, why: string): Figure =>
  like(
    round(chips * kWPerChip + hostKW),
    `${chips} x ${kWPerChip} kW a chip + ${hostKW} kW for the host and the network; ${why}`,
  );

const round = (kW: number): number => Math.round(kW * 1000) / 1000;
