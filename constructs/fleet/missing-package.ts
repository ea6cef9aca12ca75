import type { Finding } from "../model";
import { packages } from "./output-checks";
import type { Site } from "./site";

/** The providers are optional: a user of one cloud has one. What a site's stacks are built with and is not installed is found here. */
export function missingPackages(sites: readonly Site[]): Finding[] {
  return sites.flatMap((site) =>
    site.packages
      .filter((name) => !isInstalled(name))
      .map((name) => ({
        rule: packages.id,
        severity: packages.severity,
        path: `sites.${site.name}`,
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
