import type { Rule } from "../rule";
import { azureAddresses } from "./azure-addresses";
import { azureAutoscale } from "./azure-autoscale";
import { azureDnsZones } from "./azure-dns-zones";
import { azureGatewaySubnet } from "./azure-gateway-subnet";
import { azureIds } from "./azure-ids";
import { azureImage } from "./azure-image";
import { azureInfiniband } from "./azure-infiniband";
import { azureKeys } from "./azure-keys";
import { azureLabels } from "./azure-labels";
import { azureLustre, azureLustreSubnet } from "./azure-lustre";
import { azureLustreZone } from "./azure-lustre-zone";
import { azureNetworkSize } from "./azure-network-size";
import { azureNodes } from "./azure-nodes";
import { azureProviderFloor } from "./azure-provider-floor";
import { azurePublicApi } from "./azure-public-api";
import { azureRegion } from "./azure-region";
import { azureRepeated } from "./azure-repeated";
import { azureReservationGroup } from "./azure-reservation-group";
import { azureReservedRanges } from "./azure-reserved-ranges";
import { azureReservedScaling } from "./azure-reserved-scaling";
import { azureServices } from "./azure-services";
import { azureStorage } from "./azure-storage";
import { azureSubnet } from "./azure-subnet";
import { azureTags } from "./azure-tags";
import { azureUpgrades } from "./azure-upgrades";
import { azureZoneNames } from "./azure-zone-names";

/** Rules about Azure, in the order of docs/rules.md. */
export const azureRules: readonly Rule[] = [
  azureProviderFloor,
  azureRegion,
  azureIds,
  azureRepeated,
  azureSubnet,
  azureGatewaySubnet,
  azureNetworkSize,
  azureDnsZones,
  azureZoneNames,
  azurePublicApi,
  azureAutoscale,
  azureImage,
  azureInfiniband,
  azureAddresses,
  azureServices,
  azureReservedRanges,
  azureUpgrades,
  azureLabels,
  azureNodes,
  azureReservationGroup,
  azureReservedScaling,
  azureLustre,
  azureLustreSubnet,
  azureLustreZone,
  azureStorage,
  azureKeys,
  azureTags,
];
