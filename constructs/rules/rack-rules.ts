import { airCooling } from "./air-cooling";
import { coolingRefs } from "./cooling-refs";
import { coolingTemperatures } from "./cooling-temperatures";
import { hallLoad } from "./hall-load";
import { hallPositions } from "./hall-positions";
import { heatRejection } from "./heat-rejection";
import { layoutRefs } from "./layout-refs";
import { liquidCooling } from "./liquid-cooling";
import { rackDensity } from "./rack-density";
import { rackTypesKnown } from "./rack-types-known";
import { rackUnits } from "./rack-units";
import { rackWeight } from "./rack-weight";
import type { Rule } from "./rule";

/** Rules of halls, racks and cooling, in the order in which they run. */
export const rackRules: readonly Rule[] = [
  hallPositions,
  hallLoad,
  layoutRefs,
  rackTypesKnown,
  rackUnits,
  rackWeight,
  rackDensity,
  coolingRefs,
  liquidCooling,
  airCooling,
  coolingTemperatures,
  heatRejection,
];
