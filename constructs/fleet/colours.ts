import pc from "picocolors";
import type { Colours } from "../model";

/**
 * Colours for a terminal, and none for a pipe, a file or a log: also in CI, where a colour is noise in what is kept.
 * `NO_COLOR` switches them off and `FORCE_COLOR` on.
 */
export function coloursFor(stream: { readonly isTTY?: boolean }): Colours {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const wanted = FORCE_COLOR !== undefined && FORCE_COLOR !== "0" ? true : stream.isTTY === true && TERM !== "dumb";
  return pc.createColors(wanted && (NO_COLOR === undefined || NO_COLOR === ""));
}
