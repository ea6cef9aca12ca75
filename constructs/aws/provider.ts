import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { TerraformStack } from "../core/cdktf";
import { awsProviderRange } from "../ledger/provider-floors";
import type { AwsCluster, AwsSiteSpec } from "../model";

/** What a stack without clusters asks of Terraform. */
export const AWS_PROVIDER = { source: "hashicorp/aws", version: awsProviderRange([]) } as const;

/**
 * The provider of a stack: works in the site's account and in no other, and tags everything. The bindings know provider 6.25; users
 * run 5.100 and later, unless an option that the stack's clusters use needs more.
 */
export function addAwsProvider(
  stack: TerraformStack,
  site: AwsSiteSpec,
  clusters: readonly AwsCluster[],
  tags: Readonly<Record<string, string>>,
): AwsProvider {
  const { assumeRole } = site;
  const provider = new AwsProvider(stack, "aws", {
    region: site.region,
    allowedAccountIds: [site.account],
    defaultTags: [{ tags: { ...tags } }],
    ...(assumeRole === undefined
      ? {}
      : {
          assumeRole: [
            {
              roleArn: assumeRole.roleArn,
              ...(assumeRole.externalId === undefined ? {} : { externalId: assumeRole.externalId }),
              ...(assumeRole.sessionName === undefined ? {} : { sessionName: assumeRole.sessionName }),
            },
          ],
        }),
  });
  stack.addOverride("terraform.required_providers.aws", {
    ...AWS_PROVIDER,
    version: awsProviderRange(clusters),
  });
  return provider;
}
