export { type AssumptionForm, type AssumptionKey, rowFor } from "./assumption-rows";
export type { CumulatedCost, MonthBreakEven, UtilizationSpan } from "./break-even";
export type { CostFlow, CostPart } from "./flows";
export { lastDue } from "./look";
export { acceleratorsIn, comparedClusters, comparisonSheet } from "./of-fleet";
export type { CheaperSide, HourCost, Outcome, PartCost, SideCost, YearCost } from "./outcome";
export { type OwnOrRent, ownOrRent } from "./report";
export { CHANGES, type ChangedAssumption, type Flip, type Sensitivity, spreadOf } from "./sensitivity";
export { type Assumption, assuming, type ComparisonFacts, type Sheet, sheetOf, valueIn } from "./sheet";
