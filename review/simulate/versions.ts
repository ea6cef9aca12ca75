import type { OutputStack } from "../inputs/output";
import { isObject, type Json, type JsonObject } from "../plan/json";
import { type Parts, partsOf } from "./parts";

/** One version of a stack, taken apart; empty where it is not in that version of the program. */
export interface Version {
  readonly stack: OutputStack | undefined;
  readonly json: JsonObject;
  readonly parts: Parts;
}

/** A stack in base and in head. */
export interface Versions {
  readonly base: Version;
  readonly head: Version;
}

const EMPTY: Version = { stack: undefined, json: {}, parts: new Map() };

/** Takes a stack apart. */
export function versionOf(stack: OutputStack | undefined): Version {
  if (stack === undefined) return EMPTY;
  const json: Json = JSON.parse(stack.text);
  return isObject(json) ? { stack, json, parts: partsOf(json) } : { ...EMPTY, stack };
}
