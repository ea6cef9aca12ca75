import { readPlan } from "../../review/plan/read-plan";
import type { StackInput } from "../../review/report/stack-input";

/** Part of a plan, as it stands in its JSON. */
export type Raw = Readonly<Record<string, unknown>>;

/** The bytes of a plan of Terraform 1.11. */
export const planBytes = (parts: Raw): Uint8Array =>
  Buffer.from(JSON.stringify({ format_version: "1.2", terraform_version: "1.11.4", errored: false, ...parts }));

/** A stack with a plan. */
export const stack = (name: string, parts: Raw = {}, more: Partial<StackInput> = {}): StackInput => ({
  name,
  plan: readPlan(planBytes(parts)),
  ...more,
});

/** A change of a resource; what marks sensitive and unknown parts is written as Terraform does where there are none. */
export const change = (address: string, actions: readonly string[], sides: Raw = {}, more: Raw = {}): Raw => ({
  address,
  mode: "managed",
  type: address.split(".")[0],
  name: address.split(".").at(-1),
  provider_name: "registry.terraform.io/hashicorp/aws",
  change: {
    actions,
    before: actions[0] === "create" ? null : {},
    after: actions.at(-1) === "delete" ? null : {},
    after_unknown: actions.at(-1) === "delete" ? false : {},
    before_sensitive: actions[0] === "create" ? false : {},
    after_sensitive: actions.at(-1) === "delete" ? false : {},
    ...sides,
  },
  ...more,
});

export const planOf = (...changes: readonly Raw[]): Raw => ({ resource_changes: changes });
