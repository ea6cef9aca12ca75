import { findMachine } from "../../../constructs/catalog";
import { outputRules } from "../../../constructs/rules/output";
import { stackOutput, type UnknownArgument, type Values } from "../../../constructs/rules/output/stack-output";

/** Resources of a stack: by type, then by name. */
export type Resources = Readonly<Record<string, Readonly<Record<string, Values>>>>;

const backend = { s3: { bucket: "atlas-tfstate" } };

/** What one rule finds in a stack `ohio`: `type.name.argument observed/limit`, with the severity where it is not an error. */
export function found(
  id: string,
  resource: Resources,
  terraform: Values = { backend },
  unknown: readonly UnknownArgument[] = [],
): string[] {
  const rule = outputRules.find((each) => each.id === id);
  if (rule === undefined) throw new Error(`there is no rule ${id}`);
  const stack = stackOutput("ohio", { resource, terraform }, unknown);
  return Array.from(
    rule.check(stack, { machine: findMachine }),
    ({ path, observed, limit, severity = rule.severity }) =>
      `${severity === "error" ? "" : `${severity} `}${path.replace(/^stacks\.ohio\./, "")} ${observed ?? "-"}/${limit ?? "-"}`,
  );
}

/** The expression for an attribute of a resource. */
export const ref = (type: string, name: string, attribute = "id"): string => `\${${type}.${name}.${attribute}}`;
