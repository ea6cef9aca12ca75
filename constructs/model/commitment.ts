import { z } from "zod";
import { PlainDate, Text } from "./primitives";

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
  /** Who may end it: `landlord`, `tenant`, or another party by name. */
  party: Text,
  noticeDays: z.int().min(0),
  /** First day the right can be used; any day of the term when absent. */
  from: PlainDate.optional(),
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
