import { stateKey } from "../ledger";
import { stackNames } from "../ledger/cloud-names";
import type { State } from "../model";
import type { Report, Rule, RuleContext } from "./rule";

/** Bytes of an object's name in S3 and Cloud Storage, characters of a blob's in Azure: the same, since only ASCII passes. */
const LONGEST_KEY = 1024;
/** What Terraform appends to the longest key in S3; it locks the others otherwise, under a shorter name. */
const LOCK = ".tflock";

export const statePrefix: Rule = {
  id: "STATE-3",
  title: "the prefix of the state's keys is a plain path, and the keys are short enough",
  severity: "error",
  formula: "<prefix>/<stack>.tfstate.tflock <= 1024 characters",
  source:
    "Terraform, S3 backend: a key may not begin or end with a slash, nor have two in a row; Amazon S3 user guide, object key names, safe characters; Cloud Storage, object names; Azure Storage, naming containers and blobs",
  *check(context) {
    const { state } = context.fleet;
    const [field, prefix] = prefixOf(state);
    if (prefix === undefined) return;
    const path = `state.${field}`;
    const trouble = troubleWith(prefix, state);
    if (trouble !== undefined)
      yield { path, observed: prefix, message: `the prefix ${JSON.stringify(prefix)} ${trouble}` };
    else yield* tooLong(context, state, path);
  },
};

function prefixOf(state: State): readonly [field: string, prefix: string | undefined] {
  if (state.kind === "local") return ["", undefined];
  return state.kind === "gcs" ? ["prefix", state.prefix] : ["keyPrefix", state.keyPrefix];
}

function troubleWith(prefix: string, state: State): string | undefined {
  const parts = prefix.split("/");
  if (/(AKIA|ASIA)[A-Z0-9]{16}/.test(prefix))
    return "contains what looks like an AWS access key; keys are listed in logs and plans, and credentials come from the environment";
  if (/^\/|\/$/.test(prefix))
    return "may not begin or end with a slash: one stands between it and the stack's name already";
  if (parts.includes("")) return "may not have two slashes in a row";
  if (parts.some((part) => part === "." || part === "..")) return 'may not have "." or ".." as a part';
  if (!/^[A-Za-z0-9!_.*'()/-]+$/.test(prefix)) return "must be letters, digits and !_.*'()- with slashes between";
  if (state.kind === "azureBlob" && parts.some((part) => part.endsWith(".")))
    return "may not have a part that ends with a dot, which Azure drops";
  return undefined;
}

/** Stacks of the program's own are not known here; their names are as short as others. */
function* tooLong({ fleet, authored }: RuleContext, state: State, path: string): Generator<Report> {
  // Clusters that spread have longer names, and retired ones still have a stack.
  const names = [...fleet.sites, ...authored.sites].flatMap((site) => stackNames(site));
  const stacks = [...names, ...fleet.stateStores.map(({ name }) => name)];
  const longest = stacks.reduce((long, name) => (name.length > long.length ? name : long), "");
  const key = `${stateKey("", state, longest)}${state.kind === "s3" ? LOCK : ""}`;
  if (key.length <= LONGEST_KEY) return;
  yield {
    path,
    observed: key.length,
    limit: LONGEST_KEY,
    unit: "characters",
    message: `the longest key of the state, that of the stack ${longest}, has ${key.length} characters; at most ${LONGEST_KEY} are allowed`,
    hint: `shorten the prefix by ${key.length - LONGEST_KEY}`,
  };
}
