/** The planner: offers against demand, the cheapest mix over a horizon. */

export { discountFactors } from "../ledger/discount";
export { Offer, type OfferInput, OfferPrice } from "../model/offer";
export { checkPlanRequest } from "./check";
export { type ChosenOffer, type ChosenPart, chosenOffers } from "./chosen";
export type { Proof } from "./decide";
export { inFleet, planFindings } from "./fleet-findings";
export type { Hedge, HedgePrice } from "./hedge";
export type { LimitRef } from "./limits";
export { type FleetOptions, planRequestOf } from "./of-fleet";
export type { MonthCost, OfferCost, Outcome, Purchase, Return, ScenarioCost } from "./outcome";
export { type NoPlan, type Plan, type PlanOptions, type PlanResult, planCapacity } from "./plan";
export type { Feasible, LimitChange, Remedy } from "./remedies";
export { PlanRequest, type PlanRequestInput, PlanScenario, Supply, Workload } from "./request";
export type { Missing, Shortage } from "./shortage";
export type { SolverOptions } from "./solve";
export type { Unserved } from "./unserved";
export type { Binding, Saving, Worth } from "./worth";
