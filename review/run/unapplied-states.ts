import type { OutputStack } from "../inputs/output";
import { remoteStatesOf, stateOfOutputs } from "../inputs/remote-states";
import { stackJson } from "../inputs/stack-json";
import { isList, isObject, type Json, type JsonObject, objectAt } from "../plan/json";
import type { PlanJson } from "../plan/read-plan";
import type { Diagnostic } from "../report/schema";
import { standIn } from "./stand-ins";

/** A stack that reads files in place of states which are not there yet. */
export interface WithStates {
  readonly json: JsonObject;
  /** What is to stand beside it, by name. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * A stack in which every state that could not be read is one of which the outputs are those that another stack of the run plans: what is
 * known of them as it is, and stand-ins for the rest. Nothing where a state is none of these stacks'.
 *
 * @param planOf the plan of a stack of the run, where it has one
 */
export function withUnappliedStates(
  stack: OutputStack,
  failing: readonly Diagnostic[],
  stacks: readonly OutputStack[],
  planOf: (stack: string) => PlanJson | undefined,
): WithStates | undefined {
  const json = stackJson(stack);
  const backends = new Map(
    stacks.map((each) => [each.name, objectAt(objectAt(stackJson(each), "terraform"), "backend")]),
  );
  const missing = new Set(failing.map(({ address }) => address));
  const files = new Map<string, string>();
  const blocks: Record<string, Json> = {};
  for (const { name, stack: owner } of remoteStatesOf(json, stack.text, backends)) {
    if (!missing.has(name)) continue;
    const source = stacks.find((each) => each.name === owner);
    const plan = owner === undefined ? undefined : planOf(owner);
    if (plan === undefined || source === undefined) return undefined;
    const file = `unapplied-${files.size}.tfstate`;
    files.set(file, JSON.stringify(stateOfOutputs(plannedOutputs(plan, stackJson(source)))));
    blocks[name.slice(STATES.length + 1)] = { backend: "local", config: { path: `./${file}` } };
  }
  if (files.size < missing.size) return undefined;
  const data = objectAt(json, "data");
  const states = { ...objectAt(data, "terraform_remote_state"), ...blocks };
  return { json: { ...json, data: { ...data, terraform_remote_state: states } }, files };
}

const STATES = "data.terraform_remote_state";

/** Whether a failure is that of a state which cannot be read. */
export const isOfState = ({ address }: Diagnostic): boolean => address?.startsWith(`${STATES}.`) === true;

/** What a stack would give others once it is applied: what its plan knows, else what its program says with stand-ins for what that refers to. */
function plannedOutputs({ json }: PlanJson, program: JsonObject): JsonObject {
  const outputs = objectAt(objectAt(json, "planned_values"), "outputs");
  const written = objectAt(program, "output");
  return Object.fromEntries(
    Object.keys(outputs).map((name) => {
      const { value = stoodIn(objectAt(written, name)["value"] ?? null) } = objectAt(outputs, name);
      return [name, { value, type: typeOf(value) }];
    }),
  );
}

const REFERENCE = /\$\{[^}]*?([a-z]\w*)\.([A-Za-z_][\w-]*)(?:\[[^\]]*\])?\.(\w+)[^}]*\}/g;

/** A value of a program, in which a stand-in stands for each reference. What else is an expression is left as it is written. */
function stoodIn(value: Json): Json {
  if (typeof value === "string")
    return value.replace(REFERENCE, (_, type: string, name: string, attribute: string) =>
      standIn(type, name, attribute),
    );
  if (isList(value)) return value.map(stoodIn);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, stoodIn(each ?? null)]));
}

/** The type of a value as a state spells it: `string`, `["tuple", ["string"]]`, `["object", {"id": "string"}]`. */
function typeOf(value: Json): Json {
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "bool";
  if (isList(value)) return ["tuple", value.map(typeOf)];
  if (!isObject(value)) return "string";
  return ["object", Object.fromEntries(Object.entries(value).map(([key, each]) => [key, typeOf(each ?? null)]))];
}
