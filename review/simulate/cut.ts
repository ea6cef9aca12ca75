import { isObject, type Json, type JsonObject, objectAt, textAt } from "../plan/json";
import { listed, type Parts } from "./parts";

/** What a copy of a stack is made of. */
export interface CopyOptions {
  /** Parts that are in it; the others are left out. */
  readonly keep: ReadonlySet<string>;
  /** Local names of providers and their sources: those of both versions, so that one preparation is enough for both. */
  readonly providers: ReadonlyMap<string, string>;
  /** Files that stand for the states of other stacks, by the data source that reads them: `data.terraform_remote_state.net`. */
  readonly states: ReadonlyMap<string, string>;
}

/**
 * A stack cut to some of its parts, for a folder of its own: its state is a file there, states of other stacks are files, providers are whatever
 * runs, and a variable without a default has a stand-in.
 */
export function copyOf(stack: JsonObject, parts: Parts, { keep, providers, states }: CopyOptions): JsonObject {
  const blocks: Record<string, Json> = {};
  const lists = new Map<string, Json[]>();
  const objects = new Map<string, Record<string, Json>>();
  /** The object at a path of blocks and types, made where there is none. */
  const within = (...path: readonly string[]): Record<string, Json> => {
    const [last = "", before] = [path.at(-1), path.slice(0, -1)];
    const known = objects.get(path.join(" "));
    if (known !== undefined) return known;
    const made: Record<string, Json> = {};
    objects.set(path.join(" "), made);
    (before.length === 0 ? blocks : within(...before))[last] = made;
    return made;
  };
  for (const [name, { at }] of parts) {
    if (!keep.has(name)) continue;
    const body = stoodIn(name, at.reduce<Json | undefined>(childOf, stack) ?? null, states);
    const [path, last = ""] = [at.slice(0, -1).map(String), at.at(-1)];
    if (typeof last === "string") {
      within(...path)[last] = body;
      continue;
    }
    const list = lists.get(path.join(" ")) ?? [];
    lists.set(path.join(" "), list);
    list.push(body);
    const [block = "", local] = path;
    if (local === undefined) blocks[block] = list;
    else within(block)[local] = list;
  }
  return { ...blocks, terraform: settingsOf(stack, providers) };
}

/** Settings under which a copy is planned: those that decide how the program is read stay. */
function settingsOf(stack: JsonObject, providers: ReadonlyMap<string, string>): JsonObject {
  const { required_version: version, experiments } = objectAt(stack, "terraform");
  return {
    backend: { local: {} },
    required_providers: Object.fromEntries([...providers].map(([name, source]) => [name, { source }])),
    ...(version === undefined ? {} : { required_version: version }),
    ...(experiments === undefined ? {} : { experiments }),
  };
}

function stoodIn(name: string, body: Json, states: ReadonlyMap<string, string>): Json {
  if (!isObject(body)) return body;
  const path = states.get(name);
  if (path !== undefined) {
    const { workspace: _, ...rest } = body;
    return { ...rest, backend: "local", config: { path } };
  }
  return name.startsWith("var.") && body["default"] === undefined ? { ...body, default: standInOf(name, body) } : body;
}

/** Names of variables that have a value only where somebody gives them one. */
export const unsetVariables = (stack: JsonObject, keep: ReadonlySet<string>): string[] =>
  Object.entries(objectAt(stack, "variable")).flatMap(([name, body]) =>
    keep.has(`var.${name}`) && isObject(body) && body["default"] === undefined ? [name] : [],
  );

/** What a variable is where nobody says: both versions have the same. */
function standInOf(name: string, body: JsonObject): Json {
  const type = textAt(body, "type")?.replace(/^\$\{(.*)\}$/, "$1") ?? "string";
  if (type === "number") return 1;
  if (type === "bool") return false;
  if (/^(list|set|tuple)\b/.test(type)) return [];
  if (/^map\b/.test(type)) return {};
  return /^object\b/.test(type) ? null : `simulated-${name.slice("var.".length)}`;
}

const childOf = (value: Json | undefined, step: string | number): Json | undefined =>
  isObject(value) && typeof step === "string"
    ? value[step]
    : typeof step === "number"
      ? listed(value ?? null)[step]
      : undefined;
