import { planReport } from "../constructs/emit/schedules/plan";
import { expandFleet } from "../constructs/ledger";
import { type FleetDocument, formatFinding } from "../constructs/model";
import { planningContextOf } from "../constructs/owned/allocation/planning-context";
import { chosenOffers, inFleet, type PlanResult, planCapacity, planRequestOf } from "../constructs/planner";
import { UsageError } from "./usage-error";

/**
 * The cheapest mix of a fleet's offers that meets its demand, as a page, or as JSON with the offers to write down as constructs.
 *
 * @throws UsageError where the fleet says nothing of how additions are planned, or says what cannot be planned with
 */
export async function additionsText(document: FleetDocument, asOf: string, format: "text" | "json"): Promise<string> {
  const { spec, metadata } = expandFleet(document);
  if (spec.planning === undefined) {
    const example = 'planning: { currency: "USD", discountRatePerYear: 0.08 }';
    throw new UsageError(
      `the fleet ${metadata.name} does not say how additions are planned: give it ${example}, and offers`,
    );
  }
  if (spec.demands.length === 0)
    throw new UsageError(`the fleet ${metadata.name} says nothing of demand: there is nothing to plan for`);
  if (spec.offers.length === 0) {
    throw new UsageError(
      `the fleet ${metadata.name} has no offers, so that nothing can be added: give it some with addOffer`,
    );
  }
  const { machine } = planningContextOf(spec);
  const options = { machine, asOf, organisation: spec.organisation };
  const result = await planCapacity(planRequestOf(spec, spec.planning, options));
  if (result.status === "refused") {
    const findings = inFleet(result.findings, spec, options);
    throw new UsageError(`nothing can be planned:\n${findings.map((each) => formatFinding(each)).join("\n")}`);
  }
  return format === "text" ? planReport(result) : `${JSON.stringify(planJson(metadata.name, result), null, 2)}\n`;
}

/** A plan as data: what is chosen, what it costs, how well that is proven, what binds. */
function planJson(fleet: string, result: Exclude<PlanResult, { readonly status: "refused" }>): object {
  return { apiVersion: "siteform.dev/v1alpha1", kind: "CapacityPlan", fleet, ...withChosen(result) };
}

/** What is chosen, of a plan for the rest of what is wanted, too. */
function withChosen(result: Exclude<PlanResult, { readonly status: "refused" }>): object {
  if (result.status === "planned") return { ...result, chosen: chosenOffers(result) };
  if (result.status === "infeasible" && result.rest !== undefined) return { ...result, rest: withChosen(result.rest) };
  return result;
}
