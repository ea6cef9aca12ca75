import { diffSides } from "../plan/attributes";
import { isObject, objectAt, objectsAt, textAt, textsAt } from "../plan/json";
import type { PlanJson } from "../plan/read-plan";
import { attributesOf, driftedResources } from "../plan/resource-change";
import type { FailedCheck, ReviewedDrift, ReviewedOutput } from "./schema";
import type { StackInput } from "./stack-input";

/** What a plan found changed outside of Terraform. */
export function driftOf({ name, constructPaths }: StackInput, plan: PlanJson): ReviewedDrift[] {
  const relevant = new Set(objectsAt(plan.json, "relevant_attributes").map((each) => textAt(each, "resource")));
  return driftedResources(plan).map((drift) => {
    const constructPath = constructPaths?.get(drift.address);
    return {
      stack: name,
      address: drift.address,
      ...(constructPath === undefined ? {} : { constructPath }),
      action: drift.action,
      isRelevant: relevant.has(drift.address),
      attributes: attributesOf(drift, plan),
    };
  });
}

/** Outputs of a stack that change. */
export function outputsOf({ name }: StackInput, plan: PlanJson): ReviewedOutput[] {
  const changes = objectAt(plan.json, "output_changes");
  return Object.entries(changes).flatMap(([output, change]) => {
    if (!isObject(change) || textsAt(change, "actions").join() === "no-op") return [];
    const mask = (side: string) => change[side] ?? (plan.marksSensitive ? false : undefined);
    const attributes = diffSides({
      before: change["before"],
      after: change["after"],
      unknown: change["after_unknown"],
      beforeMask: mask("before_sensitive"),
      afterMask: mask("after_sensitive"),
    });
    return [{ stack: name, name: output, attributes }];
  });
}

const statuses = ["fail", "error", "unknown"] as const;

/** Checks and conditions that do not pass. One whose outcome is known only after apply is none that fails. */
export function failedChecks({ name }: StackInput, plan: PlanJson): FailedCheck[] {
  return objectsAt(plan.json, "checks").flatMap((check) => {
    const status = statuses.find((each) => each === textAt(check, "status"));
    if (status === undefined || status === "unknown") return [];
    const messages = objectsAt(check, "instances").flatMap((instance) =>
      objectsAt(instance, "problems").flatMap((problem) => textAt(problem, "message") ?? []),
    );
    return [{ stack: name, address: textAt(objectAt(check, "address"), "to_display") ?? "?", status, messages }];
  });
}
