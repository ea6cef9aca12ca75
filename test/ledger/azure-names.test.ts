import { azureMachines } from "../../constructs/catalog";
import {
  azureCloud,
  groupIdOf,
  partsOfId,
  privateDnsZone,
  wantsInfinibandFeature,
} from "../../constructs/ledger/azure-names";

describe("names of Azure", () => {
  // Azure Private Link documentation, private DNS zone values: commercial, government, China.
  test.each([
    ["eastus2", "public", "privatelink.blob.core.windows.net", "privatelink.vaultcore.azure.net"],
    [
      "usgovvirginia",
      "usgovernment",
      "privatelink.blob.core.usgovcloudapi.net",
      "privatelink.vaultcore.usgovcloudapi.net",
    ],
    ["usdodeast", "usgovernment", "privatelink.blob.core.usgovcloudapi.net", "privatelink.vaultcore.usgovcloudapi.net"],
    ["chinanorth3", "china", "privatelink.blob.core.chinacloudapi.cn", "privatelink.vaultcore.azure.cn"],
  ])("%s belongs to the cloud %s, with its private DNS zones", (region, cloud, blob, vault) => {
    expect(azureCloud(region)).toBe(cloud);
    expect(privateDnsZone(region, "blob")).toBe(blob);
    expect(privateDnsZone(region, "dfs")).toBe(blob.replace("blob", "dfs"));
    expect(privateDnsZone(region, "vault")).toBe(vault);
  });

  test("every ND size of the catalogue has InfiniBand; GB200 and GB300 do without the feature", () => {
    const wanted = Object.keys(azureMachines).map((size) => [size, wantsInfinibandFeature(size)]);
    expect(Object.fromEntries(wanted)).toEqual({
      Standard_ND96asr_v4: true,
      Standard_ND96amsr_A100_v4: true,
      Standard_ND96isr_H100_v5: true,
      Standard_ND96isr_H200_v5: true,
      Standard_ND96isr_MI300X_v5: true,
      Standard_ND128isr_NDR_GB200_v6: false,
      Standard_ND128isr_GB300_v6: false,
    });
    // No `r`, no InfiniBand.
    expect(wantsInfinibandFeature("Standard_NC40ads_H100_v5")).toBeUndefined();
    expect(wantsInfinibandFeature("Standard_ND96is_H100_v5")).toBeUndefined();
  });

  test("an id says its parts", () => {
    const id = "/subscriptions/s/resourceGroups/hub/providers/Microsoft.Network/virtualNetworks/spoke";
    expect(partsOfId(id)).toEqual({ name: "spoke", resourceGroup: "hub", subscription: "s" });
    expect(groupIdOf(id)).toBe("/subscriptions/s/resourceGroups/hub");
  });
});
