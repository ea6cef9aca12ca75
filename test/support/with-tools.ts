import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { basename, delimiter, join } from "node:path";
import { findTerraform } from "./terraform";

/** A group of tests that need Terraform or OpenTofu. Without one they are skipped, and their title says why. */
export const describeWithTerraform = (title: string, tests: () => void): void =>
  findTerraform() === undefined
    ? describe.skip(`${title} (skipped: no terraform or tofu on the PATH)`, tests)
    : describe(title, tests);

/** Where Terraform itself looks for providers that are at hand. Source: Terraform documentation, implied local mirror directories. */
const impliedMirrors = [
  join(homedir(), ".terraform.d", "plugins"),
  join(homedir(), ".local", "share", "terraform", "plugins"),
  "/usr/local/share/terraform/plugins",
  "/usr/share/terraform/plugins",
];

/** The versions of the real AWS provider in a folder of plugins, whichever registry they are of. */
function awsVersionsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const homes = readdirSync(folder).map((registry) => join(folder, registry, "hashicorp", "aws"));
  return homes.filter((home) => existsSync(home)).flatMap((home) => readdirSync(home));
}

const named = process.env["SITEFORM_TEST_PLUGIN_DIR"];

/** The folder of real provider plugins that the machine has, if any. */
export const pluginFolder = named ?? impliedMirrors.find((folder) => awsVersionsIn(folder).length > 0);

/** The versions of the real AWS provider at hand. */
export const realAwsVersions = pluginFolder === undefined ? [] : awsVersionsIn(pluginFolder);

/** A group of tests that need the real AWS provider. Without it they are skipped, and their title says why. */
export const describeWithRealAws = (title: string, tests: () => void): void =>
  // The folder names the providers of Terraform's registry; OpenTofu looks under its own.
  !basename(findTerraform() ?? "").startsWith("terraform") || realAwsVersions.length === 0
    ? describe.skip(
        `${title} (skipped: no terraform on the PATH, or no real AWS provider where SITEFORM_TEST_PLUGIN_DIR says or Terraform looks by itself)`,
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

/** Chromium on the PATH, if any, under the names that systems give it. */
const chromium = ["chromium", "chromium-browser", "google-chrome"]
  .flatMap((name) => (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, name)))
  .find((path) => existsSync(path));

/** A group of tests that need Chromium. Without it they are skipped, and their title says why. */
export const describeWithChromium = (title: string, tests: (chromium: string) => void): void =>
  chromium === undefined
    ? describe.skip(`${title} (skipped: no chromium, chromium-browser or google-chrome on the PATH)`, () =>
        tests("chromium"))
    : describe(title, () => tests(chromium));
