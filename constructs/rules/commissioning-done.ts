import type { Deployment } from "../model";
import { deployments } from "./deployment-walk";
import type { Report, Rule } from "./rule";

export const commissioningDone: Rule = {
  id: "DEPLOY-8",
  title: "what is commissioned has passed its steps, and what is ordered is more than proposed",
  severity: "error",
  layer: "hardware",
  source:
    "the fleet document: the steps of a checklist, the day of acceptance and the state of an order tell one story",
  *check(context) {
    for (const { deployment, path } of deployments(context)) {
      yield* steps(deployment, path);
      yield* order(deployment, path);
    }
  },
};

/** Steps that are not written down are the checklist's own, and open until somebody says otherwise. */
function* steps({ phase, milestones, commissioning }: Deployment, path: string): Generator<Report> {
  const done = milestones.commissioned?.actual;
  for (const { id, state, day } of commissioning) {
    const place = { path: `${path}.commissioning.${id}.state`, phase, observed: state };
    if (done !== undefined && state !== "passed") {
      const why = state === "failed" ? `has failed${day === undefined ? "" : ` on ${day}`}` : "is open";
      yield { ...place, message: `the hardware was commissioned on ${done}, but its step ${id} ${why}` };
    } else if (state !== "open" && day === undefined) {
      yield {
        ...place,
        severity: "warning",
        message: `the step ${id} has ${state}, and nobody says when`,
        hint: "give its day",
      };
    }
  }
}

function* order({ phase, milestones, state }: Deployment, path: string): Generator<Report> {
  const ordered = milestones.ordered?.actual;
  if (ordered === undefined || (state !== "proposed" && state !== "exclusive")) return;
  yield {
    path: `${path}.state`,
    phase,
    observed: state,
    message: `the hardware was ordered on ${ordered}, but its state is ${state}`,
    hint: 'state "binding", or ordered as a forecast',
  };
}
