import { z } from "zod";
import { Budget } from "./budget";
import { Comparison } from "./comparison";
import { Demand } from "./demand";
import { DeviceType } from "./device-type";
import { Guarantee } from "./guarantee";
import { Interconnect } from "./interconnect";
import { MachineDefinition } from "./machine";
import { Offer } from "./offer";
import { Planning } from "./planning";
import { Policy } from "./policy";
import { PriceBook } from "./price-book";
import { Name, PlainDate, Text } from "./primitives";
import { RackType } from "./rack-type";
import { Scenario } from "./scenario";
import { SiteSpec } from "./site";
import { State } from "./state";
import { StateStore } from "./state-store";

/** The API group and version of every document. */
export const API_VERSION = "siteform.dev/v1alpha1";

/** A dated, reasoned exception to a rule. */
export const Waiver = z.strictObject({
  rule: Text,
  /** The path the exception covers, with everything below it. */
  path: Text,
  reason: Text,
  /** Last day on which it holds. */
  until: PlainDate,
});
export type Waiver = z.infer<typeof Waiver>;

/** All that is said about one organisation's compute: what the rules read, and what everything else is made from. */
export const FleetSpec = z.strictObject({
  /** Who signs the contracts; named as tenant where a lease names none. */
  organisation: Text.optional(),
  state: State.default({ kind: "local" }),
  /** What creates the place of the state: none, or one. */
  stateStores: z.array(StateStore).default([]),
  sites: z.array(SiteSpec).default([]),
  guarantees: z.array(Guarantee).default([]),
  demands: z.array(Demand).default([]),
  /** Multiples of demand: ten times, eighty times. */
  scenarios: z.array(Scenario).default([]),
  /** What could be added: contracts, leases, sites to be built. */
  offers: z.array(Offer).default([]),
  /** How additions are planned. Absent: they are not. */
  planning: Planning.optional(),
  /** What things cost, beside leases. */
  priceBooks: z.array(PriceBook).default([]),
  /** The most that may be paid in a fiscal year. */
  budgets: z.array(Budget).default([]),
  /** Own or rent, cluster by cluster. */
  comparisons: z.array(Comparison).default([]),
  interconnects: z.array(Interconnect).default([]),
  /** Machines the catalogue does not have. */
  machines: z.array(MachineDefinition).default([]),
  /** Racks, and what stands in them beside machines, that the catalogue does not have. */
  rackTypes: z.array(RackType).default([]),
  deviceTypes: z.array(DeviceType).default([]),
  /** Limits that the organisation sets itself. */
  policy: Policy.prefault({}),
  waivers: z.array(Waiver).default([]),
});
export type FleetSpec = z.infer<typeof FleetSpec>;

export const FleetDocument = z.strictObject({
  apiVersion: z.literal(API_VERSION),
  kind: z.literal("Fleet"),
  metadata: z.strictObject({ name: Name }),
  spec: FleetSpec,
});
export type FleetDocument = z.infer<typeof FleetDocument>;
