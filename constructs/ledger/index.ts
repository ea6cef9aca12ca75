export { type AddressPlan, MOST_ZONES, planAddresses, zoneOf, zonesOf } from "./aws-address-plan";
export { expandFleet } from "./expand";
export { missingPaths, protectedPaths } from "./protected-parts";
export { type MachineLookup, powerFiguresOf, type SiteFigures, siteFigures } from "./site-figures";
export { clustersNeeded, eachRangesOf, isSpread, spreadCount, spreadFleet, spreadName } from "./spread";
