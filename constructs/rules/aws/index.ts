import type { Rule } from "../rule";
import { awsAddresses } from "./aws-addresses";
import { awsRegion } from "./aws-region";
import { awsStacks } from "./aws-stacks";
import { awsZoneRange } from "./aws-zone-range";
import { capacityBlockLength } from "./capacity-block-length";
import { capacityBlockOver } from "./capacity-block-over";
import { eksNodeGroups } from "./eks-node-groups";
import { eksServices } from "./eks-services";
import { eksZones } from "./eks-zones";
import { ultraServers } from "./ultra-servers";
import { vpcRanges } from "./vpc-ranges";

/** Rules about AWS, in the order of docs/rules.md. */
export const awsRules: readonly Rule[] = [
  capacityBlockOver,
  awsRegion,
  awsStacks,
  vpcRanges,
  awsAddresses,
  awsZoneRange,
  eksZones,
  eksServices,
  eksNodeGroups,
  capacityBlockLength,
  ultraServers,
];
