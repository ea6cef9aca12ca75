import type { OutputStack } from "../../../review/inputs/output";
import type { JsonObject } from "../../../review/plan/json";
import { buildReview } from "../../../review/report/build-review";
import type { Review } from "../../../review/report/schema";
import { stackInputOf } from "../../../review/simulate/inputs";
import { type StackOptions, type StackSimulation, simulateStack } from "../../../review/simulate/simulate-stack";
import { versionOf } from "../../../review/simulate/versions";
import { findTerraform } from "../../support/terraform";

/** A stack that says something, as an output has it. */
export const stackOf = (json: JsonObject, name = "net"): OutputStack => ({
  name,
  site: undefined,
  folder: "/nowhere",
  dependencies: [],
  text: JSON.stringify(json),
  beside: [],
  digest: JSON.stringify(json),
  bodies: new Map(),
  constructPaths: new Map(),
});

/** Simulates what becomes of one stack. */
export const simulated = (
  base: JsonObject | undefined,
  head: JsonObject | undefined,
  options: Partial<StackOptions> = {},
): Promise<StackSimulation> =>
  simulateStack(
    {
      base: versionOf(base === undefined ? undefined : stackOf(base)),
      head: versionOf(head === undefined ? undefined : stackOf(head)),
    },
    { binary: findTerraform() ?? "terraform", ...options },
  );

/** The review of a change of one stack. */
export async function reviewed(
  base: JsonObject | undefined,
  head: JsonObject | undefined,
  options: Partial<StackOptions> = {},
): Promise<Review> {
  const simulation = await simulated(base, head, options);
  const stacks = { base: base && stackOf(base), head: head && stackOf(head) };
  return buildReview([stackInputOf(stacks, simulation, "net")], { isSimulated: true });
}

/** What a review does, by address: `{ "aws_vpc.main": "update" }`. */
export const actions = ({ changes }: Review): Record<string, string> =>
  Object.fromEntries(changes.map(({ address, action }) => [address, action]));

/** A stack on AWS with some resources, and what else it says. */
export const aws = (resource: JsonObject, others: JsonObject = {}): JsonObject => ({
  terraform: { required_providers: { aws: { source: "aws", version: "6.25.0" } }, backend: { local: { path: "x" } } },
  provider: { aws: [{ region: "us-east-2", allowed_account_ids: ["111122223333"] }] },
  resource,
  ...others,
});
