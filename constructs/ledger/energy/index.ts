export { type CarbonStretch, carbonStretches, gridCarbonOf } from "./carbon";
export { callableMW, type DemandResponse, demandResponses, type LostHours } from "./demand-response";
export { type Estimate, weakerBasis } from "./estimate";
export { type EnergyFigures, type EnergySum, figuresOf, type Measure, measures } from "./figures";
export type { EnergyGap, EnergyGaps } from "./gaps";
export { type EnergyLine, type EnergyOptions, energyLines, SIGNED } from "./lines";
export { type EnergyPart, energyParts } from "./parts";
export { type EnergyGroup, type EnergyReport, energyOf, type MonthEnergy, type SiteEnergyReport } from "./report";
export { type EnergyDimension, energyDimensions } from "./words";
