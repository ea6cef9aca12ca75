import { defined } from "../../constructs/model/defined";
import { type Counters, countersOf } from "../plan/action";
import type { AttributeChange } from "../plan/attributes";
import type { PlanJson } from "../plan/read-plan";
import { attributesOf, driftedResources, type ResourceChange, resourceChanges, sidesOf } from "../plan/resource-change";
import { causesOf } from "./cause";
import { concernsOf } from "./concerns";
import { lazily } from "./lazily";
import { reasonOf } from "./reasons";
import type { ReviewedAttribute, ReviewedChange } from "./schema";
import type { StackInput } from "./stack-input";

/** A change as a plan tells it, secrets and all. */
export interface FoundChange {
  readonly change: Omit<ReviewedChange, "attributes">;
  /** Of a large plan most attributes are never shown, so they are made when they are asked for. */
  readonly attributes: () => ReviewedAttribute[];
}

/** What Terraform says of an object that is to be destroyed and must not be. */
export const GUARDED = "Instance cannot be destroyed";

/** The changes of a stack whose plan tells the whole. */
export function changesOf(input: StackInput, plan: PlanJson): FoundChange[] {
  const drifted = driftedResources(plan);
  const lost = new Set(drifted.filter(({ action }) => action === "delete").map(({ address }) => address));
  const causeOf =
    input.programs === undefined ? undefined : causesOf(input.programs, new Set(drifted.map(({ address }) => address)));
  return resourceChanges(plan)
    .filter(
      ({ action, previousAddress, importing }) => action !== "read" || (previousAddress ?? importing) !== undefined,
    )
    .map((change) =>
      reviewed(input, plan, change, {
        isLost: lost.has(change.address),
        more: causeOf === undefined ? {} : { cause: causeOf(change.address) },
      }),
    );
}

/** Of a plan that stopped since something must not be destroyed: what that is. */
export function blockedChanges(input: StackInput, plan: PlanJson | undefined): FoundChange[] {
  const guards = (input.diagnostics ?? []).filter(({ summary }) => summary === GUARDED);
  const doomed =
    plan === undefined ? [] : resourceChanges(plan).filter(({ action }) => action === "delete" || action === "replace");
  return guards.flatMap(({ address }) => {
    const found = doomed.filter((each) => address === undefined || each.address === address);
    if (plan !== undefined && found.length > 0) {
      return found.map((each) => reviewed(input, plan, each, { isLost: false, more: { isBlocked: true } }));
    }
    return address === undefined ? [] : [unseen(input, address)];
  });
}

/** An object that a message names and no plan holds. */
const unseen = (input: StackInput, address: string): FoundChange => ({
  change: defined({
    stack: input.name,
    site: input.site,
    constructPath: constructPathOf(input, address),
    address,
    type: address.split(".").at(-2) ?? "",
    action: "delete" as const,
    isBlocked: true as const,
    reasons: [],
    concerns: [],
  }),
  attributes: () => [],
});

/** What the changes of a plan count as. */
export function countersOfPlan(plan: PlanJson): Counters {
  const changes = resourceChanges(plan);
  const moves = changes.filter(({ previousAddress }) => previousAddress !== undefined).length;
  return { ...countersOf(changes.map(({ action }) => action)), move: moves };
}

/** What is known of a change beside its plan. */
interface Known {
  /** It was deleted outside of Terraform. */
  readonly isLost: boolean;
  readonly more: Pick<ReviewedChange, "cause" | "isBlocked">;
}

function reviewed(input: StackInput, plan: PlanJson, change: ResourceChange, { isLost, more }: Known): FoundChange {
  const { address, type, action, order, deposed, previousAddress, importing } = change;
  const forcing = change.replacePaths.map(pathText);
  const attributes = lazily(() => {
    const changed = attributesOf(change, plan);
    return forcing.length === 0 ? changed : changed.map((each) => withForce(each, forcing));
  });
  const doubt =
    action === "update" && input.doubtOf !== undefined
      ? input.doubtOf(
          type,
          attributes().map(({ path }) => path),
        )
      : undefined;
  const reasons = [
    isLost && action === "create" ? "was deleted outside of Terraform, and is created again" : undefined,
    reasonOf(change.reason),
    forcing.length === 0 ? undefined : `forced by ${forcing.join(", ")}`,
    doubt,
  ].filter((reason) => reason !== undefined);
  const told = defined({
    stack: input.name,
    site: input.site,
    constructPath: constructPathOf(input, address),
    address,
    type,
    action,
    order,
    deposed,
    previousAddress,
    importing,
    reasons,
    concerns: concernsOf({ type, action, sides: sidesOf(change, plan), attributes }),
    ...more,
  });
  return { change: told, attributes };
}

/** Where the program made an object. One that is counted or has keys is made in one place. */
const constructPathOf = ({ constructPaths }: StackInput, address: string): string | undefined =>
  constructPaths?.get(address) ?? constructPaths?.get(address.replace(/\[[^\]]*\]$/, ""));

const pathText = (path: readonly (string | number)[]): string =>
  path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? step : `${text}.${step}`),
    "",
  );

const withForce = (attribute: AttributeChange, forcing: readonly string[]): ReviewedAttribute =>
  forcing.some(
    (path) => attribute.path === path || attribute.path.startsWith(`${path}.`) || attribute.path.startsWith(`${path}[`),
  )
    ? { ...attribute, forcesReplacement: true }
    : attribute;
