import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The providers whose bindings carry enough to rebuild a schema, by the prefix of their types. */
export const PROVIDERS = ["aws", "google", "azurerm"] as const;

export type ProviderName = (typeof PROVIDERS)[number];

export type TypeKind = "resource" | "data";

const SOURCE_MAP = "sourceMappingURL=data:application/json;base64,";

/** Type name to folder, for the types that the naming rule does not find; filled by one scan per package. */
const scanned = new Map<ProviderName, ReadonlyMap<string, string>>();

/**
 * The TypeScript that the binding of a type was compiled from. The compiled JavaScript has lost which attributes are
 * computed; the source map at its end carries the original, with a comment line for each attribute. Undefined when the
 * provider has no such type.
 */
export function typeSource(provider: ProviderName, kind: TypeKind, typeName: string): string | undefined {
  const folder = guessFolder(provider, kind, typeName);
  const source = readSource(join(libFolder(provider), folder));
  if (source !== undefined && tfType(source) === typeName) {
    return source;
  }
  const found = scan(provider).get(`${kind} ${typeName}`);
  return found === undefined ? undefined : readSource(join(libFolder(provider), found));
}

/** The TypeScript of the provider's own configuration block. */
export function providerSource(provider: ProviderName): string {
  const source = readSource(join(libFolder(provider), "provider"));
  if (source === undefined) {
    throw new Error(`the binding of provider "${provider}" has no provider class`);
  }
  return source;
}

/** Whether the bindings of a provider are installed beside this package. */
export function hasBindings(provider: ProviderName): boolean {
  try {
    return existsSync(libFolder(provider));
  } catch {
    return false;
  }
}

function libFolder(provider: ProviderName): string {
  // The manifest, never the package's main file: loading that takes seconds and half a gigabyte.
  return join(dirname(require.resolve(`@cdktf/provider-${provider}/package.json`)), "lib");
}

function guessFolder(provider: ProviderName, kind: TypeKind, typeName: string): string {
  const kebab = typeName.replace(/_/g, "-");
  return kind === "data" ? `data-${kebab}` : kebab.replace(`${provider}-`, "");
}

/** The source of one folder, with the nested structures that large types keep in files of their own. */
function readSource(folder: string): string | undefined {
  const main = join(folder, "index.js");
  if (!existsSync(main)) {
    return undefined;
  }
  const shards = join(folder, "index-structs");
  const shardFiles = existsSync(shards)
    ? readdirSync(shards)
        .filter((file) => /^structs\d+\.js$/.test(file))
        .map((file) => join(shards, file))
    : [];
  return [main, ...shardFiles].map(originalSource).join("\n");
}

function originalSource(file: string): string {
  const compiled = readFileSync(file, "utf8");
  const start = compiled.lastIndexOf(SOURCE_MAP);
  if (start < 0) {
    throw new Error(`${file} has no inline source map, so its schema cannot be rebuilt`);
  }
  const json = Buffer.from(compiled.slice(start + SOURCE_MAP.length), "base64").toString("utf8");
  // The shape of a source map is fixed by its specification.
  const map = JSON.parse(json) as { sourcesContent?: string[] };
  return map.sourcesContent?.[0] ?? "";
}

function tfType(text: string): string | undefined {
  return /static readonly tfResourceType = "([^"]+)"/.exec(text)?.[1];
}

function scan(provider: ProviderName): ReadonlyMap<string, string> {
  const known = scanned.get(provider);
  if (known) {
    return known;
  }
  const folders = new Map<string, string>();
  const lib = libFolder(provider);
  for (const folder of readdirSync(lib)) {
    const declarations = join(lib, folder, "index.d.ts");
    const text = existsSync(declarations) ? readFileSync(declarations, "utf8") : "";
    const name = tfType(text);
    if (name !== undefined) {
      folders.set(`${text.includes("extends cdktf.TerraformDataSource") ? "data" : "resource"} ${name}`, folder);
    }
  }
  scanned.set(provider, folders);
  return folders;
}
