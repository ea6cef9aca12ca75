import type { Finding, FleetSpec, Planning } from "../model";
import { checkPlanRequest } from "./check";
import { type FleetOptions, planRequestOf, unpoweredPools } from "./of-fleet";

/** What of a fleet cannot be planned with, as paths of its document: all that can be known without a plan being made. */
export const planFindings = (fleet: FleetSpec, planning: Planning, options: FleetOptions): Finding[] =>
  inFleet(checkPlanRequest(planRequestOf(fleet, planning, options)).findings, fleet, options);

/** Findings of the request that a fleet asks, in the words of the fleet's document, which is all that its author knows. */
export const inFleet = (findings: readonly Finding[], fleet: FleetSpec, options: FleetOptions): Finding[] =>
  findings.flatMap((finding) => placed(finding, fleet, options).map(worded));

function placed(finding: Finding, fleet: FleetSpec, options: FleetOptions): Finding[] {
  const { path } = finding;
  const [, supply, field] = /^supply\.([^.]+)\.(.+)$/.exec(path) ?? [];
  if (supply !== undefined && field === "criticalItKWPerAccelerator") {
    return unpoweredPools(fleet, options, supply).map((pool) => ({
      ...finding,
      path: `${pool}.machinePowerKW`,
      hint: "state it here, or the power of the machine where it is defined, or leave its kind out of that limit",
    }));
  }
  const [, demand] = /^workloads\.([^.[]+)/.exec(path) ?? [];
  if (demand !== undefined) return [{ ...finding, path: `demands.${demand}` }];
  if (path === "horizon.months") return [{ ...finding, path: "policy.planningMonths" }];
  return [{ ...finding, path: /^(offers|supply)\b/.test(path) ? path : `planning.${path}` }];
}

/** What a request calls newer accelerators are machines that the fleet defines. */
function worded(finding: Finding): Finding {
  const { message, hint } = finding;
  return {
    ...finding,
    message: message.replace("of newAccelerators", "of the fleet's machines"),
    ...(hint === undefined
      ? {}
      : { hint: hint.replace("name it in newAccelerators", "define a machine with it (defineMachine)") }),
  };
}
