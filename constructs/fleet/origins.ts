import type { Finding, Origin } from "../model";

/** Where in a file a path of the fleet was written. */
export interface Origins {
  /** Registers a lookup for everything at and below a path. */
  add(lookup: (path: string) => Origin | undefined): void;
  /** Problems met while reading files, before there was a document. */
  readonly problems: Finding[];
  /** The finding, with its place in a file when it has one. */
  locate(finding: Finding): Finding;
}

export function noOrigins(): Origins {
  const lookups: ((path: string) => Origin | undefined)[] = [];
  return {
    problems: [],
    add: (lookup) => {
      lookups.push(lookup);
    },
    locate(finding) {
      for (const lookup of lookups) {
        const origin = lookup(finding.path);
        if (origin !== undefined) return { ...finding, origin };
      }
      return finding;
    },
  };
}
