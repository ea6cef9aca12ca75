import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import type { FleetDocument } from "../../constructs/model";
import { isObject, type Json, type JsonObject, objectAt, textAt } from "../plan/json";
import { type Body, bodiesOf } from "./bodies";

/** A folder that is no output of a synthesis, or one that cannot be read. */
export class OutputError extends Error {}

/** A stack as it lies in an output folder. */
export interface OutputStack {
  readonly name: string;
  /** The site that it belongs to, where the output says which sites there are. */
  readonly site: string | undefined;
  /** Its folder. */
  readonly folder: string;
  /** Names of stacks that are to be applied before it. */
  readonly dependencies: readonly string[];
  /** What the program wrote of it, as it stands there. */
  readonly text: string;
  /** Files in its folder that Terraform reads beside it, which somebody else has put there. */
  readonly beside: readonly string[];
  /** Of what Terraform reads: two stacks of one digest plan the same on the same state. */
  readonly digest: string;
  /** What the program says of each object, by its address. */
  readonly bodies: ReadonlyMap<string, Body>;
  /** Where the program made each object, by its address. */
  readonly constructPaths: ReadonlyMap<string, string>;
}

/** What of a stack is needed to plan it. */
export type StackFolder = Pick<OutputStack, "name" | "folder" | "digest">;

/** What one synthesis wrote: the stacks, and the fleet that they were made of. */
export interface Output {
  readonly folder: string;
  readonly stacks: readonly OutputStack[];
  /** Absent where the output was not written by a fleet. */
  readonly fleet: FleetDocument | undefined;
}

/**
 * Reads an output folder, such as `cdktf.out`.
 *
 * @throws OutputError where it is none
 */
export function readOutput(folder: string): Output {
  const manifest = join(folder, "manifest.json");
  if (!existsSync(manifest)) {
    throw new OutputError(`there is no ${manifest}: run \`cdktf synth\` first, or name the folder that it wrote`);
  }
  const stacks = Object.values(objectAt(readObject(manifest), "stacks")).filter(isObject);
  const fleet = fleetOf(folder);
  const sites = once(() => new Map(sitesOfStacks(fleet())));
  return {
    folder,
    get fleet() {
      return fleet();
    },
    stacks: stacks.map((stack) => readStack(folder, stack, sites)),
  };
}

/** Asks once. The schemas of a fleet take longer to load than most commands take. */
function once<T>(ask: () => T): () => T {
  let answer: { readonly is: T } | undefined;
  return () => {
    answer ??= { is: ask() };
    return answer.is;
  };
}

function sitesOfStacks(fleet: FleetDocument | undefined): [stack: string, site: string][] {
  if (fleet === undefined) return [];
  const { stackNames } =
    require("../../constructs/ledger/cloud-names") as typeof import("../../constructs/ledger/cloud-names");
  return fleet.spec.sites.flatMap((site) => stackNames(site).map((name): [string, string] => [name, site.name]));
}

function readStack(folder: string, manifest: JsonObject, sites: () => ReadonlyMap<string, string>): OutputStack {
  const name = textAt(manifest, "name") ?? "?";
  // It becomes the name of a folder of ours, and the manifest may be anybody's.
  if (!/^\w[\w.-]*$/.test(name)) {
    throw new OutputError(
      `${join(folder, "manifest.json")} names a stack ${JSON.stringify(name)}, which no folder can be`,
    );
  }
  const own = within(folder, textAt(manifest, "workingDirectory") ?? join("stacks", name));
  const path = within(folder, textAt(manifest, "synthesizedStackPath") ?? join("stacks", name, "cdk.tf.json"));
  if (path !== join(own, "cdk.tf.json")) {
    throw new OutputError(
      `${join(folder, "manifest.json")} says that the stack ${name} is run in ${relative(folder, own)} and was written to ${relative(folder, path)}: what Terraform is to read must be the cdk.tf.json in the folder where it is run; run \`cdktf synth\` again`,
    );
  }
  const text = readText(path);
  const json = parse(path, text);
  const dependencies = manifest["dependencies"];
  const bodies = once(() => bodiesOf(parse(path, text)));
  return {
    name,
    get site() {
      return sites().get(name);
    },
    folder: own,
    dependencies: Array.isArray(dependencies) ? dependencies.filter((each) => typeof each === "string") : [],
    text,
    beside: besideOf(own, path),
    digest: digestOf(own, path, text),
    get bodies() {
      return bodies();
    },
    constructPaths: constructPathsOf(json),
  };
}

/** Whether Terraform reads a file of a stack's folder: what people put beside the program's own is read with it. */
export const isRead = (file: string): boolean => /\.(tf|tf\.json|tfvars|tfvars\.json)$/.test(file);

const besideOf = (folder: string, path: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => isRead(file) && join(folder, file) !== path)
        .sort()
    : [];

function digestOf(folder: string, path: string, text: string): string {
  const digest = createHash("sha256").update(text);
  for (const file of besideOf(folder, path)) digest.update(`\0${file}\0`).update(readFileSync(join(folder, file)));
  return digest.digest("hex");
}

/** A path that a manifest names, which must not lead out of its folder. */
function within(folder: string, path: string): string {
  const to = relative(folder, join(folder, path));
  if (to === "" || to === ".." || to.startsWith(`..${sep}`) || isAbsolute(path)) {
    throw new OutputError(`${join(folder, "manifest.json")} names ${JSON.stringify(path)}, which leads out of it`);
  }
  return join(folder, path);
}

/** The paths that the framework writes beside each resource and data source. */
function constructPathsOf(stack: JsonObject): Map<string, string> {
  const paths = new Map<string, string>();
  for (const [block, prefix] of [
    ["resource", ""],
    ["data", "data."],
  ] as const) {
    for (const [type, named] of Object.entries(objectAt(stack, block))) {
      if (!isObject(named)) continue;
      for (const [name, body] of Object.entries(named)) {
        const path = isObject(body) ? textAt(objectAt(objectAt(body, "//"), "metadata"), "path") : undefined;
        if (path !== undefined) paths.set(`${prefix}${type}.${name}`, path);
      }
    }
  }
  return paths;
}

/** The fleet of an output, read when it is asked for: that it is JSON is seen at once. */
function fleetOf(folder: string): () => FleetDocument | undefined {
  const path = join(folder, "fleet.json");
  if (!existsSync(path)) return () => undefined;
  const json = parse(path, readText(path));
  return once(() => {
    const model = require("../../constructs/model/fleet") as typeof import("../../constructs/model/fleet");
    const read = model.FleetDocument.safeParse(json);
    // An output of another version of the package has its stacks all the same.
    return read.success ? read.data : undefined;
  });
}

const readText = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new OutputError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const readObject = (path: string): JsonObject => parse(path, readText(path));

function parse(path: string, text: string): JsonObject {
  let json: Json;
  try {
    json = JSON.parse(text);
  } catch {
    throw new OutputError(`${path} is no JSON`);
  }
  if (!isObject(json)) throw new OutputError(`${path} must be one JSON object`);
  return json;
}
