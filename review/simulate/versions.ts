import type { OutputStack } from "../inputs/output";
import { writtenJson } from "../inputs/stack-json";
import type { JsonObject } from "../plan/json";
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
  const json = writtenJson(stack);
  return { stack, json, parts: partsOf(json) };
}
