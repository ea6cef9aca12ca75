/** Names that AWS sees. The rules check their length, so they stand where both can read them. */
import type { StackPlan as Plan } from "../ledger/cloud-names";
import type { AwsCluster } from "../model";

export {
  awsStacks as stacksOf,
  clusterName,
  launchTemplateName,
  nodeGroupPrefix,
  roleName,
} from "../ledger/cloud-names";

/** A stack of a site and the clusters in it. */
export type StackPlan = Plan<AwsCluster>;
