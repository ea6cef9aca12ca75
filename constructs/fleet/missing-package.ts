import type { Finding } from "../model";

/** A site's builder needs a package that is not installed. The providers are optional: a user of one cloud has one. */
export class MissingPackage extends Error {
  constructor(
    readonly site: string,
    readonly missing: string,
  ) {
    super(`the site ${site} needs the package ${missing}`);
  }

  /** The error as the user of the package should see it. */
  toFinding(): Finding {
    return {
      rule: "PACKAGE-1",
      severity: "error",
      path: `sites.${this.site}`,
      message: `needs the package ${this.missing}, which is not installed`,
      hint: `npm install ${this.missing}`,
    };
  }
}

/** Loads what a site is built with, and says which package is missing when one is. */
export function loadFor<T>(site: string, packageName: string, load: () => T): T {
  try {
    return load();
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND";
    if (missing && error.message.includes(`'${packageName}/`)) throw new MissingPackage(site, packageName);
    throw error;
  }
}
