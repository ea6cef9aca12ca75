import { bodiesOf } from "../inputs/bodies";
import { isList, isObject, type Json, type JsonObject, objectAt } from "../plan/json";
import type { ResourceChange } from "../plan/resource-change";
import type { Diagnostic } from "../report/schema";
import { standIn } from "./stand-ins";

/**
 * The data sources of a stack that look for what another stack is yet to create; nothing where an error of the stack has another cause.
 * A data source looks for an object of its own type with the name and tags that it states: of that the other stack's plan must create
 * one.
 */
export function unappliedData(
  stack: JsonObject,
  diagnostics: readonly Diagnostic[],
  created: readonly ResourceChange[],
): ReadonlySet<string> | undefined {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const bodies = bodiesOf({ data: stack["data"] });
  const failing = errors.map(({ address }) => address?.replace(/\[[^\]]*\]$/, "") ?? "");
  const areLookups = failing.length > 0 && failing.every((address) => bodies.has(address));
  if (!areLookups || !failing.every((address) => created.some((each) => isLookedFor(stack, address, each))))
    return undefined;
  const found = new Set(failing);
  // What is looked for within what is not there is not there either.
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const [address, { references }] of bodies) if (references.some((each) => found.has(each))) found.add(address);
  }
  return found;
}

function isLookedFor(stack: JsonObject, address: string, { type, action, change }: ResourceChange): boolean {
  const after = change["after"];
  if (action !== "create" && action !== "replace") return false;
  const body = bodyAt(stack, address);
  return (
    address.startsWith(`data.${type}.`) &&
    saysSomething(body) &&
    isObject(after) &&
    holdsFor(body, withDefaultTags(after))
  );
}

/** An object with the tags that its provider adds to all it makes. */
function withDefaultTags(object: JsonObject): JsonObject {
  const [tags, all] = [object["tags"], object["tags_all"]];
  return isObject(all) ? { ...object, tags: { ...all, ...(isObject(tags) ? tags : {}) } } : object;
}

/** Whether a data source states any plain text to be found by. */
const saysSomething = (stated: Json | undefined): boolean =>
  typeof stated === "string"
    ? !stated.includes("${")
    : isObject(stated) &&
      Object.entries(stated).some(([key, value]) => key !== "//" && key !== "provider" && saysSomething(value));

/** Whether everything that a data source states in plain words holds for an object. */
function holdsFor(stated: Json | undefined, object: Json | undefined): boolean {
  if (typeof stated === "string" && stated.includes("${")) return true;
  if (!isObject(stated)) return isList(stated) || stated === object;
  return Object.entries(stated).every(
    ([key, value]) => key === "//" || key === "provider" || holdsFor(value, isObject(object) ? object[key] : undefined),
  );
}

/** A stack in which data sources are taken out, and stand-ins for what they would find put in place of what refers to them. */
export function withStandIns(stack: JsonObject, unapplied: ReadonlySet<string>): JsonObject {
  const data = Object.fromEntries(
    Object.entries(objectAt(stack, "data")).flatMap(([type, named]) => {
      const kept = Object.entries(isObject(named) ? named : {}).filter(
        ([name]) => !unapplied.has(`data.${type}.${name}`),
      );
      return kept.length === 0 ? [] : [[type, Object.fromEntries(kept)]];
    }),
  );
  const { data: _, ...others } = stack;
  const whole = Object.keys(data).length === 0 ? others : { ...others, data };
  const replaced = replaceIn(whole, (type, name, attribute) =>
    unapplied.has(`data.${type}.${name}`) ? statedOrStandIn(stack, type, name, attribute) : undefined,
  );
  return isObject(replaced) ? replaced : whole;
}

/** What a data source states of itself is what it would find; of the rest there is a stand-in. */
function statedOrStandIn(stack: JsonObject, type: string, name: string, attribute: string): string {
  const stated = objectAt({ body: bodyAt(stack, `data.${type}.${name}`) }, "body")[attribute];
  return typeof stated === "string" && !stated.includes("${") ? stated : standIn(type, name, attribute);
}

const REFERENCE = /(?<![\w.-])data\.([a-z]\w*)\.([A-Za-z_][\w-]*)\.(\w+)/g;

function replaceIn(value: Json, find: (type: string, name: string, attribute: string) => string | undefined): Json {
  if (typeof value === "string") {
    if (!value.includes("${data.") && !value.includes("data.")) return value;
    return value.replace(REFERENCE, (reference: string, type: string, name: string, attribute: string) => {
      const found = find(type, name, attribute);
      return found === undefined ? reference : JSON.stringify(found);
    });
  }
  if (isList(value)) {
    // What comes first is named without an expression: what is taken out is no longer there to come first.
    return value
      .filter((each) => typeof each !== "string" || !isTakenOut(each, find))
      .map((each) => replaceIn(each, find));
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaceIn(each ?? null, find)]));
}

const isTakenOut = (
  text: string,
  find: (type: string, name: string, attribute: string) => string | undefined,
): boolean => {
  const [, type, name] = /^data\.([a-z]\w*)\.([A-Za-z_][\w-]*)$/.exec(text) ?? [];
  return type !== undefined && name !== undefined && find(type, name, "id") !== undefined;
};

function bodyAt(stack: JsonObject, address: string): Json | undefined {
  const [, type = "", name = ""] = address.split(".");
  return objectAt(objectAt(stack, "data"), type)[name];
}
