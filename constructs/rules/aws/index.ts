import type { Rule } from "../rule";
import { awsAddresses } from "./aws-addresses";
import { awsKeys, awsRoles } from "./aws-arns";
import { awsNames } from "./aws-names";
import { awsProviderFloor } from "./aws-provider-floor";
import { awsRegion } from "./aws-region";
import { awsStacks } from "./aws-stacks";
import { awsSystemAddresses } from "./aws-system-addresses";
import { awsTags } from "./aws-tags";
import { awsZoneRange } from "./aws-zone-range";
import { bucketLifecycle } from "./bucket-lifecycle";
import { bucketNames } from "./bucket-names";
import { capacityBlockLength } from "./capacity-block-length";
import { capacityBlockOver } from "./capacity-block-over";
import { capacityBlocksTogether } from "./capacity-blocks-together";
import { efaMissing, efaPlacement } from "./efa-cards";
import { efaInterfaceCards } from "./efa-interfaces";
import { eksAccess, eksNodeAccess } from "./eks-access";
import { eksAddonFit } from "./eks-addon-fit";
import { eksAddons, eksPodIdentities, eksSystemNodes } from "./eks-addons";
import { eksImage } from "./eks-image";
import { eksNodeGroups } from "./eks-node-groups";
import { eksPublicEndpoint } from "./eks-public-endpoint";
import { eksRelease } from "./eks-release";
import { eksServices } from "./eks-services";
import { eksVersion } from "./eks-version";
import { eksZones } from "./eks-zones";
import { lustreLinks } from "./lustre-links";
import { lustreSize } from "./lustre-size";
import { lustreZone } from "./lustre-zone";
import { podAddresses } from "./pod-addresses";
import { poolDisk } from "./pool-disk";
import { poolLabels } from "./pool-labels";
import { reservationOver } from "./reservation-over";
import { reservationTarget } from "./reservation-target";
import { retiredProtected } from "./retired-protected";
import { ultraServerVersion } from "./ultra-server-version";
import { ultraServers } from "./ultra-servers";
import { vpcQuotas } from "./vpc-quotas";
import { vpcRangeKinds } from "./vpc-range-kinds";
import { vpcRanges } from "./vpc-ranges";

/** Rules about AWS, in the order of docs/rules.md. */
export const awsRules: readonly Rule[] = [
  capacityBlockOver,
  awsRegion,
  awsStacks,
  awsNames,
  awsProviderFloor,
  awsTags,
  awsKeys,
  awsRoles,
  vpcRanges,
  vpcRangeKinds,
  vpcQuotas,
  awsAddresses,
  awsZoneRange,
  awsSystemAddresses,
  podAddresses,
  eksZones,
  eksServices,
  eksPublicEndpoint,
  eksNodeAccess,
  eksNodeGroups,
  eksSystemNodes,
  eksAccess,
  eksAddons,
  eksPodIdentities,
  ultraServerVersion,
  eksAddonFit,
  eksVersion,
  capacityBlockLength,
  ultraServers,
  capacityBlocksTogether,
  reservationTarget,
  reservationOver,
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
  retiredProtected,
];
