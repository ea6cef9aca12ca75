import { awsOutputRules } from "./aws";
import { azureOutputRules } from "./azure";
import { backendExplicit } from "./backend-explicit";
import { beyondSchema } from "./beyond-schema";
import { googleOutputRules } from "./google";
import { linksInPhases } from "./links-in-phases";
import type { OutputRule } from "./output-rule";
import { secretsInState } from "./secrets-in-state";

/** Every rule about the Terraform that is written, in the order of docs/rules.md. */
export const outputRules: readonly OutputRule[] = [
  backendExplicit,
  beyondSchema,
  secretsInState,
  linksInPhases,
  ...awsOutputRules,
  ...googleOutputRules,
  ...azureOutputRules,
];
