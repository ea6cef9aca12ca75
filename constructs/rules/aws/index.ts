import type { Rule } from "../rule";
import { awsAddresses } from "./aws-addresses";
import { awsRegion } from "./aws-region";
import { awsStacks } from "./aws-stacks";
import { awsZoneRange } from "./aws-zone-range";
import { bucketLifecycle } from "./bucket-lifecycle";
import { bucketNames } from "./bucket-names";
import { capacityBlockLength } from "./capacity-block-length";
import { capacityBlockOver } from "./capacity-block-over";
import { efaMissing, efaPlacement } from "./efa-cards";
import { efaInterfaceCards } from "./efa-interfaces";
import { eksImage } from "./eks-image";
import { eksNodeGroups } from "./eks-node-groups";
import { eksRelease } from "./eks-release";
import { eksServices } from "./eks-services";
import { eksZones } from "./eks-zones";
import { lustreLinks } from "./lustre-links";
import { lustreSize } from "./lustre-size";
import { lustreZone } from "./lustre-zone";
import { poolDisk } from "./pool-disk";
import { poolLabels } from "./pool-labels";
import { reservationTarget } from "./reservation-target";
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
  reservationTarget,
  efaInterfaceCards,
  efaPlacement,
  efaMissing,
  eksImage,
  eksRelease,
  poolLabels,
  poolDisk,
  lustreSize,
  lustreLinks,
  lustreZone,
  bucketNames,
  bucketLifecycle,
];
