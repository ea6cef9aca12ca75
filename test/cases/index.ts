import type { Fleet } from "siteform";
import { awsCases } from "./aws";
import { azureCases } from "./azure";
import { dataCenters } from "./data-centers";
import { googleCases } from "./google";
import { stateCases } from "./state";

/** Fleets whose whole output is committed under test/golden. */
export const cases: Readonly<Record<string, () => Fleet>> = {
  ...awsCases,
  ...googleCases,
  ...azureCases,
  ...stateCases,
  "data-centers": dataCenters,
};
