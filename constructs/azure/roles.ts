import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import type { Construct } from "constructs";
import type { TerraformResource } from "../core/cdktf";

/** A role on something, for an identity that was just made. */
export function grant(
  scope: Construct,
  id: string,
  role: {
    readonly on: string;
    readonly name: string;
    readonly to: string;
    readonly after?: readonly TerraformResource[];
  },
): RoleAssignment {
  return new RoleAssignment(scope, id, {
    scope: role.on,
    roleDefinitionName: role.name,
    principalId: role.to,
    // A new identity takes minutes to reach every directory server; a look-up before then fails.
    principalType: "ServicePrincipal",
    skipServicePrincipalAadCheck: true,
    ...(role.after === undefined || role.after.length === 0 ? {} : { dependsOn: [...role.after] }),
  });
}
