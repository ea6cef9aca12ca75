import type { OutputRule } from "../output-rule";
import { clusterIdentity } from "./cluster-identity";
import { gatewaySubnet } from "./gateway-subnet";
import { poolRotation } from "./pool-rotation";

export const azureOutputRules: readonly OutputRule[] = [clusterIdentity, poolRotation, gatewaySubnet];
