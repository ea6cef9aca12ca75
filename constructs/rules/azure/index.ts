import type { Rule } from "../rule";
import { azureAddresses } from "./azure-addresses";
import { azureAutoscale } from "./azure-autoscale";
import { azureImage } from "./azure-image";
import { azureInfiniband } from "./azure-infiniband";
import { azureKeys } from "./azure-keys";
import { azureLustre, azureLustreSubnet } from "./azure-lustre";
import { azureNodes } from "./azure-nodes";
import { azureRegion } from "./azure-region";
import { azureReservationGroup } from "./azure-reservation-group";
import { azureServices } from "./azure-services";
import { azureStorage } from "./azure-storage";
import { azureSubnet } from "./azure-subnet";
import { azureTags } from "./azure-tags";

/** Rules about Azure, in the order of docs/rules.md. */
export const azureRules: readonly Rule[] = [
  azureRegion,
  azureSubnet,
  azureAutoscale,
  azureImage,
  azureInfiniband,
  azureAddresses,
  azureServices,
  azureNodes,
  azureReservationGroup,
  azureLustre,
  azureLustreSubnet,
  azureStorage,
  azureKeys,
  azureTags,
];
