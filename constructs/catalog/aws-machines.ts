import type { Figure } from "../model/basis";
import type { AcceleratorName } from "./accelerators";
import { awsZones } from "./aws-zones";
import { assumed, vendor } from "./figure";
import { type CatalogRow, defineCatalog } from "./machine";
import * as power from "./powers";
import { sources, unverified } from "./sources";
import type { NetworkCards } from "./types";

interface Row {
  /** Accelerators: how many, and which. */
  readonly chips: readonly [count: number, name: AcceleratorName];
  readonly vcpus: number;
  readonly memoryGiB: number;
  readonly storageGB?: number;
  readonly cards: NetworkCards;
  readonly maxPowerKW: Figure;
  readonly offeredIn?: CatalogRow["offeredIn"];
  /**
   * Where counts, memory and storage come from.
   * @default - what EC2 answers
   */
  readonly from?: (value: number) => Figure;
  readonly more?: Pick<CatalogRow, "ultraServerSizes" | "note">;
}

const described = (value: number): Figure => vendor(value, sources.ec2);

const row = ({ chips: [count, accelerator], vcpus, memoryGiB, storageGB, ...rest }: Row): CatalogRow => {
  const from = rest.from ?? described;
  return {
    accelerator,
    accelerators: from(count),
    hosts: 1,
    architecture: accelerator === "GB200" ? "arm64" : "x86_64",
    vcpus: from(vcpus),
    memoryGiB: from(memoryGiB),
    ...(storageGB === undefined ? {} : { localStorageGB: from(storageGB) }),
    maxPowerKW: rest.maxPowerKW,
    networkCards: rest.cards,
    ...(rest.offeredIn === undefined ? {} : { offeredIn: rest.offeredIn }),
    ...rest.more,
  };
};

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** What an interface of a large machine has. */
const ADDRESSES = 50;

interface CardOptions {
  /** How many of the first cards take an EFA interface. @default - all */
  readonly efa?: number;
  /** @default 50 */
  readonly addresses?: number;
}

/** Equal cards, of which the first ones, or all, take an EFA interface. */
const cards = (
  count: number,
  interfaces: number,
  { efa = count, addresses = ADDRESSES }: CardOptions = {},
): NetworkCards => ({
  interfacesPerCard: upTo(count).map(() => interfaces),
  efaCards: upTo(efa),
  addressesPerInterface: addresses,
});

/** Cards of which the first serves the primary interface and takes no EFA. */
const firstWithoutEfa = (interfacesPerCard: readonly number[]): NetworkCards => ({
  interfacesPerCard,
  efaCards: upTo(interfacesPerCard.length).slice(1),
});

const trn1 = power.chipsAndHost(16, 0.5, 4, "power of a Trainium chip unpublished, 0.5 kW assumed");
const trn2 = power.chipsAndHost(16, 1, 8, "a Trainium2 chip draws under 1 kW by the press; 8 kW of the rest assumed");
const inf2 = power.chipsAndHost(12, 0.25, 1, "power of an Inferentia2 chip unpublished, 0.25 kW assumed");

const gb200 = (value: number): Figure => assumed(value, unverified("secondary sources on p6e-gb200.36xlarge"));
const trn2u = (value: number): Figure => assumed(value, unverified("taken to be as trn2.48xlarge"));

const p5: Row = {
  chips: [8, "H100"],
  vcpus: 192,
  memoryGiB: 2048,
  storageGB: 30400,
  cards: cards(32, 2),
  maxPowerKW: power.likeDgxH100,
  offeredIn: awsZones["p5.48xlarge"],
};

/**
 * EC2 instance types with accelerators.
 *
 * Counts, memory, cards and zones are what EC2 itself answers (recorded in moto 5.2.1); `p6e-gb200.36xlarge`,
 * `trn2u.48xlarge` and `g7e.48xlarge` are not in those answers and cite what they rest on. Powers are assumptions.
 */
export const awsMachines = defineCatalog("aws", {
  "p4d.24xlarge": row({
    chips: [8, "A100 40GB"],
    vcpus: 96,
    memoryGiB: 1152,
    storageGB: 8000,
    cards: cards(4, 15),
    maxPowerKW: power.likeDgxA100,
    offeredIn: awsZones["p4d.24xlarge"],
  }),
  "p4de.24xlarge": row({
    chips: [8, "A100 80GB"],
    vcpus: 96,
    memoryGiB: 1152,
    storageGB: 8000,
    cards: cards(4, 15),
    maxPowerKW: power.likeDgxA100,
    offeredIn: awsZones["p4de.24xlarge"],
  }),
  "p5.4xlarge": row({
    chips: [1, "H100"],
    vcpus: 16,
    memoryGiB: 256,
    storageGB: 3800,
    cards: cards(1, 4, { addresses: 30 }),
    maxPowerKW: power.shareOf(power.likeDgxH100, 1, 8),
    offeredIn: awsZones["p5.4xlarge"],
  }),
  "p5.48xlarge": row(p5),
  "p5e.48xlarge": row({
    ...p5,
    chips: [8, "H200"],
    maxPowerKW: power.likeDgxH200,
    offeredIn: awsZones["p5e.48xlarge"],
  }),
  "p5en.48xlarge": row({
    ...p5,
    chips: [8, "H200"],
    cards: cards(16, 4),
    maxPowerKW: power.likeDgxH200,
    offeredIn: awsZones["p5en.48xlarge"],
  }),
  "p6-b200.48xlarge": row({
    ...p5,
    chips: [8, "B200"],
    cards: cards(8, 4),
    maxPowerKW: power.likeDgxB200,
    offeredIn: awsZones["p6-b200.48xlarge"],
  }),
  "p6-b300.48xlarge": row({
    ...p5,
    chips: [8, "B300"],
    memoryGiB: 4096,
    cards: { ...firstWithoutEfa(upTo(17).map(() => 4)), addressesPerInterface: ADDRESSES },
    maxPowerKW: power.likeDgxB300,
    offeredIn: awsZones["p6-b300.48xlarge"],
  }),
  "p6e-gb200.36xlarge": {
    ...row({
      chips: [4, "GB200"],
      vcpus: 144,
      memoryGiB: 960,
      storageGB: 22500,
      cards: firstWithoutEfa(upTo(17).map((card) => (card % 2 === 0 ? 2 : 1))),
      maxPowerKW: power.gb200Tray,
      offeredIn: awsZones["p6e-gb200.36xlarge"],
      from: gb200,
      more: {
        ultraServerSizes: [9, 18],
        note: "sold only as UltraServers through Capacity Blocks, in an opt-in Local Zone; that cards 1 to 16 take the 16 EFA interfaces is unverified",
      },
    }),
    accelerators: vendor(4, `${sources.ultraServers}: u-p6e-gb200x72 is 72 GPUs in 18 instances`),
  },
  "trn1.2xlarge": row({
    chips: [1, "Trainium"],
    vcpus: 8,
    memoryGiB: 32,
    storageGB: 474,
    cards: cards(1, 4, { efa: 0, addresses: 15 }),
    maxPowerKW: power.shareOf(trn1, 1, 16),
    offeredIn: awsZones["trn1.2xlarge"],
  }),
  "trn1.32xlarge": row({
    chips: [16, "Trainium"],
    vcpus: 128,
    memoryGiB: 512,
    storageGB: 7600,
    cards: cards(8, 5),
    maxPowerKW: trn1,
    offeredIn: awsZones["trn1.32xlarge"],
  }),
  "trn1n.32xlarge": row({
    chips: [16, "Trainium"],
    vcpus: 128,
    memoryGiB: 512,
    storageGB: 7600,
    cards: cards(16, 5),
    maxPowerKW: trn1,
    offeredIn: awsZones["trn1n.32xlarge"],
  }),
  "trn2.3xlarge": row({
    chips: [1, "Trainium2"],
    vcpus: 12,
    memoryGiB: 128,
    storageGB: 470,
    cards: cards(1, 2, { addresses: 15 }),
    maxPowerKW: power.shareOf(trn2, 1, 16),
    offeredIn: awsZones["trn2.3xlarge"],
  }),
  "trn2.48xlarge": row({
    chips: [16, "Trainium2"],
    vcpus: 192,
    memoryGiB: 2048,
    storageGB: 7600,
    cards: cards(16, 2),
    maxPowerKW: trn2,
    offeredIn: awsZones["trn2.48xlarge"],
  }),
  "trn2u.48xlarge": {
    ...row({
      chips: [16, "Trainium2"],
      vcpus: 192,
      memoryGiB: 2048,
      storageGB: 7600,
      cards: cards(16, 2),
      maxPowerKW: trn2,
      from: trn2u,
      more: {
        ultraServerSizes: [4],
        note: "sold only as a Trn2 UltraServer of 4 machines and 64 chips; network cards are taken to be as trn2.48xlarge",
      },
    }),
    accelerators: vendor(16, `${sources.ultraServers}: u-trn2x64 is 64 chips in 4 instances`),
  },
  "inf2.xlarge": row({
    chips: [1, "Inferentia2"],
    vcpus: 4,
    memoryGiB: 16,
    cards: cards(1, 4, { efa: 0, addresses: 15 }),
    maxPowerKW: power.shareOf(inf2, 1, 12),
    offeredIn: awsZones["inf2.xlarge"],
  }),
  "inf2.8xlarge": row({
    chips: [1, "Inferentia2"],
    vcpus: 32,
    memoryGiB: 128,
    cards: cards(1, 8, { efa: 0, addresses: 30 }),
    maxPowerKW: power.shareOf(inf2, 1, 12),
    offeredIn: awsZones["inf2.8xlarge"],
  }),
  "inf2.24xlarge": row({
    chips: [6, "Inferentia2"],
    vcpus: 96,
    memoryGiB: 384,
    cards: cards(1, 15, { efa: 0 }),
    maxPowerKW: power.shareOf(inf2, 6, 12),
    offeredIn: awsZones["inf2.24xlarge"],
  }),
  "inf2.48xlarge": row({
    chips: [12, "Inferentia2"],
    vcpus: 192,
    memoryGiB: 768,
    cards: cards(1, 15, { efa: 0 }),
    maxPowerKW: inf2,
    offeredIn: awsZones["inf2.48xlarge"],
  }),
  "g5.48xlarge": row({
    chips: [8, "A10G"],
    vcpus: 192,
    memoryGiB: 768,
    storageGB: 7600,
    cards: cards(1, 7),
    maxPowerKW: power.chipsAndHost(8, 0.3, 1.6, "0.3 kW an A10G and the rest assumed"),
    offeredIn: awsZones["g5.48xlarge"],
  }),
  "g6.48xlarge": row({
    chips: [8, "L4"],
    vcpus: 192,
    memoryGiB: 768,
    storageGB: 7520,
    cards: cards(1, 15),
    maxPowerKW: power.chipsAndHost(8, 0.072, 1.424, "72 W is the board power of an L4, the rest assumed"),
    offeredIn: awsZones["g6.48xlarge"],
  }),
  "g6e.48xlarge": row({
    chips: [8, "L40S"],
    vcpus: 192,
    memoryGiB: 1536,
    storageGB: 7600,
    cards: cards(4, 10),
    maxPowerKW: power.chipsAndHost(8, 0.35, 1.7, "350 W is the board power of an L40S, the rest assumed"),
    offeredIn: awsZones["g6e.48xlarge"],
  }),
  "g7e.48xlarge": row({
    chips: [8, "RTX PRO 6000"],
    vcpus: 192,
    memoryGiB: 2048,
    cards: { ...cards(4, 10), addressesPerInterface: undefined },
    maxPowerKW: power.chipsAndHost(8, 0.6, 2.2, "600 W is the board power of an RTX PRO 6000, the rest assumed"),
    from: (value) => vendor(value, `${sources.karpenter}; ${sources.vpcCni}`),
  }),
});

/** An EC2 instance type of the catalogue. */
export type AwsMachineType = keyof typeof awsMachines;
