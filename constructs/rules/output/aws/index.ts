import type { OutputRule } from "../output-rule";
import { blockPurchase } from "./block-purchase";
import { blockStart } from "./block-start";
import { blockTemplate } from "./block-template";
import { efaGroup } from "./efa-group";
import { efaMachine } from "./efa-machine";
import { efaOnly } from "./efa-only";
import { efaPrimary } from "./efa-primary";
import { efaPublic } from "./efa-public";
import { eksNetwork } from "./eks-network";
import { eksOrder } from "./eks-order";
import { linkPrefixes } from "./link-prefixes";
import { lustreSubnet } from "./lustre-subnet";
import { templateCare } from "./template-care";
import { templateClusterGroup } from "./template-cluster-group";
import { templateForbidden } from "./template-forbidden";
import { templateGroups } from "./template-groups";
import { templateOnce } from "./template-once";

export const awsOutputRules: readonly OutputRule[] = [
  blockPurchase,
  blockTemplate,
  blockStart,
  templateForbidden,
  templateOnce,
  templateGroups,
  templateClusterGroup,
  templateCare,
  efaPrimary,
  efaMachine,
  efaOnly,
  efaPublic,
  efaGroup,
  eksOrder,
  eksNetwork,
  lustreSubnet,
  linkPrefixes,
];
