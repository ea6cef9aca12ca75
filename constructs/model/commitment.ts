import { z } from "zod";
import { MoneyFigure } from "./money-figure";
import { daysOrNone } from "./periods";
import { Name, nonNegative, PlainDate, Text } from "./primitives";

/** How firm an agreement is. Not the same as the basis of its figures. */
export const CommitmentState = z.enum([
  "proposed",
  "exclusive",
  "signedWithConditions",
  "binding",
  "commenced",
  "ended",
]);
export type CommitmentState = z.infer<typeof CommitmentState>;

/** A party's right to end an agreement before its term. */
export const TerminationRight = z.strictObject({
  /** Needed where one party has several. */
  id: Name.optional(),
  /** Who may end it: `landlord`, `tenant`, or another party by name. */
  party: Text,
  /** Whether landlord and tenant both have it, alike. */
  mutual: z.boolean().optional(),
  noticeDays: daysOrNone,
  /** First day on which notice can be given; any day of the term when absent. */
  from: PlainDate.optional(),
  /** Last day on which notice can be given. */
  until: PlainDate.optional(),
  /** First day on which the agreement can have ended by it, however early the notice. */
  endsNotBefore: PlainDate.optional(),
  /** What must have happened first, such as chronic outages. Such a right is listed, and no capacity or cost rests on it. */
  condition: Text.optional(),
  /** What is owed for leaving, as an amount. */
  fee: MoneyFigure.optional(),
  /** What is owed for leaving, as months of the rent that is then due. */
  feeMonthsOfRent: nonNegative("months").optional(),
});
export type TerminationRight = z.infer<typeof TerminationRight>;

/** What an agreement hands over, from bare ground to running machines. */
export const Scope = z.enum(["land", "poweredShell", "turnkey", "compute"]);
export type Scope = z.infer<typeof Scope>;

/** The layers of a site that somebody owns, operates and approves changes of. */
export const Layer = z.enum([
  "utility",
  "mechanicalElectrical",
  "racks",
  "hardware",
  "fabric",
  "bmcFirmware",
  "os",
  "scheduler",
  "physicalAccess",
]);
export type Layer = z.infer<typeof Layer>;

/** Who answers for a layer: `self`, or the `counterparty` of the agreement (landlord, developer, cloud). */
export const Party = z.enum(["self", "counterparty"]);
export type Party = z.infer<typeof Party>;

/** One row of the responsibility matrix. A layer that one does not operate is observed: documented, never configured. */
export const Responsibility = z.strictObject({ layer: Layer, owns: Party, operates: Party, approves: Party });
export type Responsibility = z.infer<typeof Responsibility>;

/** The first layer one operates oneself under each scope; physical access stays with whoever runs the building. */
const ownFrom: Record<Scope, number> = { land: 0, poweredShell: 1, turnkey: 2, compute: Layer.options.indexOf("os") };

/** The responsibility matrix that a scope implies, before exceptions. */
export function defaultResponsibilities(scope: Scope | "owned"): Responsibility[] {
  return Layer.options.map((layer, index) => {
    const own = scope === "owned" || (layer === "physicalAccess" ? scope === "land" : index >= ownFrom[scope]);
    const party: Party = own ? "self" : "counterparty";
    return { layer, owns: party, operates: party, approves: party };
  });
}

/** The matrix of a scope with the exceptions an agreement makes to it, in the order of the layers. */
export function responsibilitiesUnder(
  scope: Scope | "owned",
  exceptions: readonly Responsibility[] = [],
): Responsibility[] {
  return defaultResponsibilities(scope).map(
    (row) => exceptions.find((exception) => exception.layer === row.layer) ?? row,
  );
}
