/** Names that AWS sees. The rules check their length, so they stand where both can read them. */
export {
  type AwsStackPlan,
  awsStacks as stacksOf,
  clusterLogGroup,
  clusterName,
  launchTemplateName,
  nodeGroupPrefix,
  podRoleName,
  roleName,
  subnetName,
} from "../ledger/cloud-names";
