export { type BudgetUse, budgetUses, monthsOfYear, paidParties } from "./budgets";
export type { Hours } from "./hours";
export type { ExitFee } from "./leases";
export type { CostGap, CostLine, MonthWindow } from "./line";
export { type FleetCosts, fleetCosts, planningMonths } from "./lines";
export { type MeteredPower, meteredItems } from "./metered-power";
export { type MonthFlow, presentValue } from "./present-value";
export { type PricedThing, pricedThings } from "./priced-things";
export type { BookValue } from "./purchases";
export { priceName, UNNAMED } from "./rates";
export {
  type CostGroup,
  type CostReport,
  type CostReportOptions,
  costReport,
  type HourCost,
  type PresentValue,
  type YearCost,
} from "./report";
export { appliesTo, isOfSites, type Priced, pricedPools } from "./scope";
export { periodsOf } from "./spend";
export { type CostTotal, costTotals, sums, totalsBy } from "./totals";
export { type CostDimension, costDimensions } from "./words";
