import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { TypeKind } from "./schema-source";

/** What a set of synthesized stacks asks of providers. */
export interface Requirements {
  /** Local name to source address, as "aws" to "hashicorp/aws". */
  readonly providers: ReadonlyMap<string, string>;
  readonly types: Readonly<Record<TypeKind, ReadonlySet<string>>>;
}

/** The part of Terraform's JSON configuration that names providers and types. */
interface StackFile {
  readonly terraform?: { readonly required_providers?: Readonly<Record<string, string | { source?: string }>> };
  readonly resource?: Readonly<Record<string, unknown>>;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Reads the Terraform JSON files of each folder. */
export function readRequirements(stackFolders: readonly string[]): Requirements {
  const providers = new Map<string, string>();
  const types = { resource: new Set<string>(), data: new Set<string>() };
  for (const folder of stackFolders) {
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".tf.json"))) {
      // Terraform checks these files itself, right after; a wrong one gets its message from there.
      const stack = JSON.parse(readFileSync(join(folder, file), "utf8")) as StackFile;
      for (const [name, requirement] of Object.entries(stack.terraform?.required_providers ?? {})) {
        const source = typeof requirement === "string" ? undefined : requirement.source;
        providers.set(name, sourceAddress(source ?? name));
      }
      for (const kind of ["resource", "data"] as const) {
        for (const type of Object.keys(stack[kind] ?? {})) {
          types[kind].add(type);
        }
      }
    }
  }
  return { providers, types };
}

/** `aws` is `hashicorp/aws`. */
export function sourceAddress(source: string): string {
  return source.includes("/") ? source : `hashicorp/${source}`;
}
