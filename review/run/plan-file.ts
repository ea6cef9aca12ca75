import { unzipSync } from "fflate";
import { isObject, type Json, textAt } from "../plan/json";

/** The state that a plan was made on. */
export interface StateVersion {
  readonly lineage: string;
  readonly serial: number;
}

/** A file of the state in a plan file, which is a zip. */
const STATE = "tfstate";

/** The state that a plan file was made on; nothing where there was none, or where the file is of a form that is not known. */
export function stateOf(planFile: Uint8Array): StateVersion | undefined {
  try {
    const { [STATE]: bytes } = unzipSync(planFile, { filter: ({ name }) => name === STATE });
    if (bytes === undefined) return undefined;
    const state: Json = JSON.parse(Buffer.from(bytes).toString("utf8"));
    if (!isObject(state)) return undefined;
    const [lineage, serial] = [textAt(state, "lineage"), state["serial"]];
    return lineage === undefined || lineage === "" || typeof serial !== "number" ? undefined : { lineage, serial };
  } catch {
    return undefined;
  }
}
