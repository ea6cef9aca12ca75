import { existsSync, readdirSync } from "node:fs";
import { basename, delimiter, join } from "node:path";
import { findTerraform } from "./terraform";

/** A group of tests that need Terraform or OpenTofu. Without one they are skipped, and their title says why. */
export const describeWithTerraform = (title: string, tests: () => void): void =>
  findTerraform() === undefined
    ? describe.skip(`${title} (skipped: no terraform or tofu on the PATH)`, tests)
    : describe(title, tests);

/** The folder of real provider plugins that the machine has, if any. */
export const pluginFolder = process.env["SITEFORM_TEST_PLUGIN_DIR"];

const realAws =
  pluginFolder === undefined ? undefined : join(pluginFolder, "registry.terraform.io", "hashicorp", "aws");

/** The versions of the real AWS provider at hand. */
export const realAwsVersions = realAws !== undefined && existsSync(realAws) ? readdirSync(realAws) : [];

/** A group of tests that need the real AWS provider. Without it they are skipped, and their title says why. */
export const describeWithRealAws = (title: string, tests: () => void): void =>
  // The folder names the providers of Terraform's registry; OpenTofu looks under its own.
  !basename(findTerraform() ?? "").startsWith("terraform") || realAwsVersions.length === 0
    ? describe.skip(
        `${title} (skipped: no terraform on the PATH, or SITEFORM_TEST_PLUGIN_DIR names no folder with a real AWS provider)`,
        tests,
      )
    : describe(title, tests);

/** kubectl on the PATH, if any. */
const kubectl = (process.env["PATH"] ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "kubectl"))
  .find((path) => existsSync(path));

/** A group of tests that need kubectl. Without it they are skipped, and their title says why. */
export const describeWithKubectl = (title: string, tests: (kubectl: string) => void): void =>
  kubectl === undefined
    ? describe.skip(`${title} (skipped: no kubectl on the PATH)`, () => tests("kubectl"))
    : describe(title, () => tests(kubectl));
