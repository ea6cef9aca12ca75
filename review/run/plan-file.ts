import { unzipSync } from "fflate";
import { type StateVersion, versionIn } from "./state-version";

/** A file of the state in a plan file, which is a zip. */
const STATE = "tfstate";

/** The state that a plan file was made on; nothing where there was none, or where the file is of a form that is not known. */
export function stateOf(planFile: Uint8Array): StateVersion | undefined {
  try {
    const { [STATE]: bytes } = unzipSync(planFile, { filter: ({ name }) => name === STATE });
    return bytes === undefined ? undefined : versionIn(JSON.parse(Buffer.from(bytes).toString("utf8")));
  } catch {
    return undefined;
  }
}
