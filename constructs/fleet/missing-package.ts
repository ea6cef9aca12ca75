import type { Finding } from "../model";
import { packages } from "./output-checks";

/** What stacks are built of, and the packages that it takes. */
export interface PackageUser {
  readonly path: string;
  readonly packages: readonly string[];
}

/** The providers are optional: a user of one cloud has one. What a site's stacks are built with and is not installed is found here. */
export function missingPackages(users: readonly PackageUser[]): Finding[] {
  return users.flatMap(({ path, packages: names }) =>
    names
      .filter((name) => !isInstalled(name))
      .map((name) => ({
        rule: packages.id,
        severity: packages.severity,
        path,
        message: `needs the package ${name}, which is not installed`,
        hint: `npm install ${name}`,
      })),
  );
}

function isInstalled(name: string): boolean {
  try {
    require.resolve(`${name}/package.json`);
    return true;
  } catch {
    return false;
  }
}
