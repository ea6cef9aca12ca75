import { type Counters, countersOf, sumOf } from "../plan/action";
import type { AttributeChange } from "../plan/attributes";
import type { PlanJson } from "../plan/read-plan";
import { attributesOf, driftedResources, type ResourceChange, resourceChanges } from "../plan/resource-change";
import { causesOf } from "./cause";
import { concernsOf } from "./concerns";
import { reasonOf } from "./reasons";
import type { ReviewedAttribute, ReviewedChange } from "./schema";
import type { StackInput } from "./stack-input";

/** What Terraform says of an object that is to be destroyed and must not be. */
export const GUARDED = "Instance cannot be destroyed";

/** The changes of a stack whose plan tells the whole. */
export function changesOf(input: StackInput, plan: PlanJson): ReviewedChange[] {
  const drifted = driftedResources(plan);
  const lost = new Set(drifted.filter(({ action }) => action === "delete").map(({ address }) => address));
  const causeOf =
    input.programs === undefined ? undefined : causesOf(input.programs, new Set(drifted.map(({ address }) => address)));
  return resourceChanges(plan)
    .filter(
      ({ action, previousAddress, importing }) => action !== "read" || (previousAddress ?? importing) !== undefined,
    )
    .map((change) => ({
      ...reviewed(input, plan, change, lost.has(change.address)),
      ...(causeOf === undefined ? {} : { cause: causeOf(change.address) }),
    }));
}

/** Of a plan that stopped since something must not be destroyed: what that is. */
export function blockedChanges(input: StackInput, plan: PlanJson | undefined): ReviewedChange[] {
  const guards = (input.diagnostics ?? []).filter(({ summary }) => summary === GUARDED);
  const doomed =
    plan === undefined ? [] : resourceChanges(plan).filter(({ action }) => action === "delete" || action === "replace");
  return guards.flatMap(({ address }) => {
    const found = doomed.filter((each) => address === undefined || each.address === address);
    if (plan !== undefined && found.length > 0) {
      return found.map((each): ReviewedChange => ({ ...reviewed(input, plan, each, false), isBlocked: true }));
    }
    return address === undefined ? [] : [unseen(input, address)];
  });
}

/** An object that a message names and no plan holds. */
const unseen = (input: StackInput, address: string): ReviewedChange => ({
  ...placeOf(input, address),
  address,
  type: address.split(".").at(-2) ?? "",
  action: "delete",
  isBlocked: true,
  reasons: [],
  concerns: [],
  attributes: [],
});

/** What the changes of a plan count as. */
export const countersOfPlan = (plan: PlanJson): Counters =>
  sumOf(resourceChanges(plan).map(({ action, previousAddress }) => countersOf(action, previousAddress !== undefined)));

function reviewed(input: StackInput, plan: PlanJson, change: ResourceChange, isLost: boolean): ReviewedChange {
  const { address, type, action, order, deposed, previousAddress, importing } = change;
  const forcing = change.replacePaths.map(pathText);
  const changed = attributesOf(change, plan);
  const attributes = forcing.length === 0 ? changed : changed.map((each) => withForce(each, forcing));
  return {
    ...placeOf(input, address),
    address,
    type,
    action,
    ...(order === undefined ? {} : { order }),
    ...(deposed === undefined ? {} : { deposed }),
    ...(previousAddress === undefined ? {} : { previousAddress }),
    ...(importing === undefined ? {} : { importing }),
    reasons: [
      ...(isLost && action === "create" ? ["was deleted outside of Terraform, and is created again"] : []),
      ...reasonOf(change.reason),
      ...(forcing.length === 0 ? [] : [`forced by ${forcing.join(", ")}`]),
      ...(action === "update"
        ? [
            input.doubtOf?.(
              type,
              attributes.map(({ path }) => path),
            ) ?? [],
          ].flat()
        : []),
    ],
    concerns: concernsOf(type, action, attributes),
    attributes,
  };
}

function placeOf(input: StackInput, address: string): Pick<ReviewedChange, "stack" | "site" | "constructPath"> {
  // An object that is counted or has keys is made in one place.
  const constructPath =
    input.constructPaths?.get(address) ?? input.constructPaths?.get(address.replace(/\[[^\]]*\]$/, ""));
  return {
    stack: input.name,
    ...(input.site === undefined ? {} : { site: input.site }),
    ...(constructPath === undefined ? {} : { constructPath }),
  };
}

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
