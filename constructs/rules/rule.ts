import type { Machine } from "../catalog";
import type { Layer } from "../model/commitment";
import type { Finding, Severity } from "../model/finding";
import type { FleetSpec } from "../model/fleet";
import type { PlanningContext } from "../owned/allocation/planning-context";
import type { JudgedLayer } from "./observed";

/** What a rule may look at. */
export interface RuleContext {
  /** The fleet as it is built: clusters spread, those that are retired and retired pools left out. */
  readonly fleet: FleetSpec;
  /** The name of the fleet. */
  readonly fleetName: string;
  /** The fleet as it was written. */
  readonly authored: FleetSpec;
  /** The day for which rules that depend on one are asked; never reaches Terraform. */
  readonly asOf: string;
  /** What planning of sites looks up in this fleet. */
  readonly planning: PlanningContext;
  /** A machine of the fleet's own, else of the catalogue. */
  machine(type: string): Machine | undefined;
  /** Every machine type a pool of this offer may name, the fleet's own included. */
  machineTypes(offer: Machine["offer"]): readonly string[];
  /** Whether something under the path was left out because its form is wrong: sums over it would mislead. */
  isPartial(path: string): boolean;
  /** Whether a whole item of the list was left out, so that a name nobody has may be that item's. */
  lacksItems(list: string): boolean;
}

/** What a rule says of one place; the rule's id and severity are added. */
export type Report = Omit<Finding, "rule" | "severity" | "origin" | "waived"> & {
  /** @default - the rule's own severity */
  readonly severity?: Severity;
  /** @default - the rule's own layer */
  readonly layer?: JudgedLayer;
};

/** A named check. One rule is one file. */
export interface Rule {
  readonly id: string;
  /** What holds when the rule is kept, in one line. */
  readonly title: string;
  readonly severity: Severity;
  /**
   * The layer of a site whose engineering the rule judges: where one does not operate it, what the rule finds is a warning.
   * @default - none: the rule holds whoever operates what
   */
  readonly layer?: Layer;
  /** Fields of a site without which the rule cannot be asked about that site. @default - none */
  readonly needs?: readonly string[];
  /** Without it nothing can be built, so that no waiver covers it. @default false */
  readonly structural?: boolean;
  /** The check as a formula, where it is one. */
  readonly formula?: string;
  /** Where the limit comes from. */
  readonly source: string;
  check(context: RuleContext): Iterable<Report>;
}
