import { Fleet } from "siteform";
import { addAzureEastUs } from "./azure-east-us";
import { addColossus1 } from "./colossus-1";
import { addComparisons } from "./comparisons";
import { addDemand } from "./demand";
import { addGoogleUsCentral1 } from "./google-us-central1";
import { addGoogleUsEast5 } from "./google-us-east5";
import { addGuarantees, addPreliminaryLeases } from "./leases";
import { addMunich } from "./munich";
import { addNewYork } from "./new-york";
import { addOffers } from "./offers";
import { addPrices } from "./prices";
import { addRainier } from "./rainier";
import { addTexas } from "./texas";

/**
 * A fleet of cloud, leased and partner-built sites, modelled on press reports about one AI lab. It is nobody's real inventory.
 * One file a site; read `rainier.ts` for a cloud site, `colossus-1.ts` for a leased one, `texas.ts` for one a partner builds.
 */
export function referenceFleet(): Fleet {
  const fleet = new Fleet("reference", {
    organisation: "Reference AI",
    // A rate, and that the base is planned for, are assumptions of this fleet.
    planning: { currency: "USD", discountRatePerYear: 0.09 },
  });

  addRainier(fleet);
  addGoogleUsCentral1(fleet);
  addGoogleUsEast5(fleet);
  addAzureEastUs(fleet);
  addColossus1(fleet);
  addTexas(fleet);
  addNewYork(fleet);
  addPreliminaryLeases(fleet);
  addGuarantees(fleet);
  addMunich(fleet);
  addDemand(fleet);
  addOffers(fleet);
  addPrices(fleet);
  addComparisons(fleet);
  return fleet;
}
