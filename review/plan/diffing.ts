let loaded: typeof import("diff") | undefined;

/** What compares sequences; loaded with the first that are compared, since most plans have none. */
export function diffing(): typeof import("diff") {
  loaded ??= require("diff") as typeof import("diff");
  return loaded;
}
