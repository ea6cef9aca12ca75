import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import type { Demand } from "./demands";

/** What the framework writes into the folder of a stack, and Terraform's lock file. */
const EXPECTED = ["cdk.tf.json", ".terraform.lock.hcl"];
/** Where the framework puts copies of files. Terraform reads what is in there only where the stack says so. */
const ASSETS = "assets";

/**
 * What lies in the folder of a stack beside what was looked into: Terraform reads every `*.tf`, `*.tf.json` and `*.auto.tfvars` there,
 * and runs the providers in `.terraform` and `terraform.d`. Links lead out of the folder.
 */
export function strayFiles(folder: string): Demand[] {
  if (lstatSync(folder).isSymbolicLink()) return [{ kind: "file", is: "a link for a folder", address: "." }];
  const stray = readdirSync(folder)
    .sort()
    .filter((name) => !(EXPECTED.includes(name) && lstatSync(join(folder, name)).isFile()) && name !== ASSETS);
  const links = entriesOf(join(folder, ASSETS)).filter(({ isLink }) => isLink);
  return [
    ...stray.map(
      (name): Demand => ({ kind: "file", is: `${name} ${digestOfPath(join(folder, name))}`, address: name }),
    ),
    ...links.map(({ name }): Demand => ({ kind: "file", is: `link ${name}`, address: `${ASSETS}/${name}` })),
  ];
}

interface Entry {
  readonly name: string;
  readonly isLink: boolean;
  readonly isFile: boolean;
}

/** Everything within a folder, at any depth, links not followed; nothing where there is none. A path that is no folder is an entry. */
function entriesOf(path: string, name = ""): Entry[] {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  const inner = stat.isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((each) => entriesOf(join(path, each), name === "" ? each : `${name}/${each}`))
    : [];
  return [{ name, isLink: stat.isSymbolicLink(), isFile: stat.isFile() }, ...inner];
}

/** A digest of a file, a link, or all that is in a folder. */
export function digestOfPath(path: string): string {
  const hash = createHash("sha256");
  for (const { name, isLink, isFile } of entriesOf(path)) {
    const at = join(path, name);
    if (isLink) hash.update(`${name}\0link ${readlinkSync(at)}\n`);
    else if (isFile) hash.update(`${name}\0${createHash("sha256").update(readFileSync(at)).digest("hex")}\n`);
    else hash.update(`${name}\n`);
  }
  return `sha256:${hash.digest("hex")}`;
}
