export { type CarbonStretch, carbonStretches, gridCarbonOf } from "./carbon";
export { type Estimate, weakerBasis } from "./estimate";
export { type EnergyFigures, type EnergySum, figuresOf, type Measure, measures } from "./figures";
export { type EnergyLine, type EnergyOptions, energyLines, type MonthSpan, monthSpans, SIGNED } from "./lines";
export { type EnergyPart, energyParts } from "./parts";
