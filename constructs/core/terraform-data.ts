import type { Construct } from "constructs";
import { TerraformResource } from "./cdktf";

/**
 * Terraform's built-in `terraform_data`: it needs no provider and no credentials, and a plan shows each changed value of its
 * input. Written without the framework's own class, which runs `terraform version` while it synthesizes.
 */
export class TerraformData extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    private readonly input: Readonly<Record<string, unknown>>,
  ) {
    super(scope, id, { terraformResourceType: "terraform_data" });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { input: this.input };
  }
}
