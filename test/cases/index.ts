import type { Fleet } from "siteform";
import { awsCases } from "./aws";
import { azureCases } from "./azure";
import { dataCenters } from "./data-centers";
import { googleCases } from "./google";

/** Fleets whose whole output is committed under test/golden. */
export const cases: Readonly<Record<string, () => Fleet>> = {
  ...awsCases,
  ...googleCases,
  ...azureCases,
  "data-centers": dataCenters,
};
