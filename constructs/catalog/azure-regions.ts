/**
 * Regions of Azure by their programmatic names; they grow, so that an unknown one is a warning and never an error.
 * Source: Azure geographies documentation, list of Azure regions (snapshot 2026); Azure Government and 21Vianet documentation.
 */
export const azureRegions: readonly string[] = [
  "australiacentral australiacentral2 australiaeast australiasoutheast austriaeast belgiumcentral brazilsouth",
  "brazilsoutheast canadacentral canadaeast centralindia centralus chilecentral eastasia eastus eastus2 francecentral",
  "francesouth germanynorth germanywestcentral indonesiacentral israelcentral italynorth japaneast japanwest",
  "jioindiacentral jioindiawest koreacentral koreasouth malaysiawest mexicocentral newzealandnorth northcentralus",
  "northeurope norwayeast norwaywest polandcentral qatarcentral southafricanorth southafricawest southcentralus",
  "southeastasia southindia spaincentral swedencentral swedensouth switzerlandnorth switzerlandwest uaecentral uaenorth",
  "uksouth ukwest westcentralus westeurope westindia westus westus2 westus3",
  "usdodcentral usdodeast usgovarizona usgovtexas usgovvirginia",
  "chinaeast chinaeast2 chinaeast3 chinanorth chinanorth2 chinanorth3",
].flatMap((line) => line.split(" "));
