import { isObject, type Json, type JsonObject, objectAt, textAt } from "../plan/json";

/** A data source that reads the outputs of another state. */
export interface RemoteState {
  /** `data.terraform_remote_state.net` */
  readonly name: string;
  /** The stack of the same program whose state it is; undefined where none has it. */
  readonly stack: string | undefined;
  /** Outputs that the program reads from it by name. */
  readonly read: readonly string[];
}

/** Settings of a backend that say which state is meant, and not who asks. Source: Terraform documentation, backends. */
const LOCATION = [
  "bucket",
  "key",
  "prefix",
  "path",
  "storage_account_name",
  "container_name",
  "organization",
  "workspaces",
  "address",
  "schema_name",
  "secret_suffix",
  "namespace",
];

/** The states of others that a stack reads. */
export function remoteStatesOf(
  stack: JsonObject,
  said: string,
  backends: ReadonlyMap<string, JsonObject>,
): RemoteState[] {
  return Object.entries(objectAt(objectAt(stack, "data"), "terraform_remote_state")).map(([name, body]) => ({
    name: `data.terraform_remote_state.${name}`,
    stack: isObject(body) ? ownerOf(body, backends) : undefined,
    read: outputsRead(said, name),
  }));
}

function ownerOf(body: JsonObject, backends: ReadonlyMap<string, JsonObject>): string | undefined {
  const [kind = "", config] = [textAt(body, "backend"), objectAt(body, "config")];
  const workspace = textAt(body, "workspace") ?? "default";
  if (workspace !== "default") return undefined;
  for (const [stack, backend] of backends) {
    const own = backend[kind];
    if (!isObject(own)) continue;
    const told = LOCATION.filter((each) => own[each] !== undefined || config[each] !== undefined);
    if (told.length > 0 && told.every((each) => isSame(own[each], config[each]))) return stack;
  }
  return undefined;
}

const isSame = (a: Json | undefined, b: Json | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Names of outputs in expressions such as `data.terraform_remote_state.net.outputs.vpc_id` and `outputs["vpc_id"]`. */
function outputsRead(said: string, name: string): string[] {
  const reference = new RegExp(
    `data\\.terraform_remote_state\\.${name.replace(/[^\w-]/g, "")}\\.outputs(?:\\.([\\w-]+)|\\[\\\\?"([\\w-]+)\\\\?"\\])`,
    "g",
  );
  return [...new Set([...said.matchAll(reference)].flatMap(([, dotted, quoted]) => dotted ?? quoted ?? []))];
}

/** A state of which nothing but outputs is known. */
export const stateOfOutputs = (outputs: JsonObject): JsonObject => ({
  version: 4,
  terraform_version: "1.0.0",
  serial: 1,
  lineage: "00000000-0000-4000-8000-000000000000",
  outputs,
  resources: [],
  check_results: null,
});

/** Outputs with made-up texts for those that nobody knows. */
export const withStandIns = (outputs: JsonObject, read: readonly string[]): JsonObject => ({
  ...Object.fromEntries(read.map((name) => [name, { value: `simulated-${name}`, type: "string" }])),
  ...outputs,
});
