import type { Rule } from "../rule";
import { azureAddresses } from "./azure-addresses";
import { azureNodes } from "./azure-nodes";
import { azureRegion } from "./azure-region";
import { azureReservationGroup } from "./azure-reservation-group";
import { azureSubnet } from "./azure-subnet";

/** Rules about Azure, in the order of docs/rules.md. */
export const azureRules: readonly Rule[] = [
  azureRegion,
  azureSubnet,
  azureAddresses,
  azureNodes,
  azureReservationGroup,
];
