import type { OutputStack } from "../inputs/output";
import { isObject, type Json, textAt } from "../plan/json";
import { run, type Terraform } from "./terraform";

/** A state, by its line and its number in it: it is another one after every change. */
export interface StateVersion {
  readonly lineage: string;
  readonly serial: number;
}

/** The version that a state names in itself; nothing where it is none, or an empty one. */
export function versionIn(json: Json): StateVersion | undefined {
  if (!isObject(json)) return undefined;
  const [lineage, serial] = [textAt(json, "lineage"), json["serial"]];
  return lineage === undefined || lineage === "" || typeof serial !== "number" ? undefined : { lineage, serial };
}

export const isSameVersion = (one: StateVersion | undefined, other: StateVersion | undefined): boolean =>
  one?.lineage === other?.lineage && one?.serial === other?.serial;

/** The version of a stack's state as it is now, or why it cannot be known. The stack's folder must be prepared. */
export type CurrentState = { readonly version: StateVersion | undefined } | { readonly failure: string };

/** Asks the backend of a stack for its state. What it holds, which is full of secrets, is dropped at once. */
export async function currentState(terraform: Terraform, { folder }: OutputStack): Promise<CurrentState> {
  const { status, stdout } = await run(terraform, folder, ["state", "pull"]);
  if (status !== 0) return { failure: "its state cannot be read" };
  const text = stdout.toString("utf8").trim();
  if (text === "") return { version: undefined };
  try {
    return { version: versionIn(JSON.parse(text)) };
  } catch {
    return { failure: "its state is no JSON" };
  }
}
