import type { IConstruct } from "constructs";
import { TerraformDataSource, TerraformProvider, type TerraformStack } from "../core/cdktf";
import type { UnknownArgument } from "../rules/output/stack-output";

/** What Terraform itself knows of every resource. */
const META = new Set([
  "connection",
  "count",
  "depends_on",
  "dynamic",
  "for_each",
  "lifecycle",
  "provider",
  "provisioner",
  "//",
]);

/** A value as what has properties; undefined for texts, numbers and nothing. */
const objectOf = (value: unknown): object | undefined =>
  typeof value === "object" && value !== null ? value : undefined;

/**
 * The arguments that overrides of a program wrote into a stack and that the bindings do not know. Found on the constructs: the
 * bindings have no schema when a program runs, but a property for each argument.
 */
export function unknownArguments(stack: TerraformStack): UnknownArgument[] {
  const ofStack = objectOf(Reflect.get(objectOf(Reflect.get(stack, "rawOverrides")) ?? {}, "resource")) ?? {};
  return stack.node.findAll().flatMap((element) => {
    const type: unknown = Reflect.get(element, "terraformResourceType");
    const id: unknown = Reflect.get(element, "friendlyUniqueId");
    if (typeof type !== "string" || typeof id !== "string" || !hasBindings(element)) return [];
    const resource = `stacks.${stack.node.id}.${kindOf(element)}${type}.${id}`;
    // Types of resources begin with the name of their provider.
    const provider = type.split("_")[0] ?? type;
    return [Reflect.get(element, "rawOverrides"), Reflect.get(Reflect.get(ofStack, type) ?? {}, id)]
      .flatMap((overrides) => objectOf(overrides) ?? [])
      .flatMap((overrides) => [...unknownIn(element, overrides)])
      .map((unknown) => ({ resource, provider, ...unknown }));
  });
}

/** A resource that a program makes of its type alone has no properties to ask: it is how one uses what the bindings lack. */
const hasBindings = (element: IConstruct): boolean => "tfResourceType" in element.constructor;

const kindOf = (element: IConstruct): string =>
  TerraformDataSource.isTerraformDataSource(element)
    ? "data."
    : TerraformProvider.isTerraformProvider(element)
      ? "provider."
      : "";

type Found = Pick<UnknownArgument, "argument" | "meant">;

function* unknownIn(known: object, overrides: object, above = ""): Generator<Found> {
  const names = argumentsOf(known);
  for (const [key, value] of Object.entries(overrides)) {
    if (above === "" && META.has(key)) continue;
    const argument = `${above}${key}`;
    const property = names.get(key) ?? (/\d/.test(key) ? looselyNamed(names, key) : undefined);
    if (property === undefined) {
      const meant = [...names.keys()].find((name) => plain(name) === plain(key));
      yield { argument, ...(meant === undefined ? {} : { meant: `${above}${meant}` }) };
      continue;
    }
    const part = objectOf(Reflect.get(known, property));
    // What has no parts of its own, such as a text or a map, takes what is given.
    if (part === undefined || !("fqn" in part)) continue;
    const listed = "get" in part && typeof part.get === "function" ? objectOf(part.get(0)) : undefined;
    for (const block of Array.isArray(value) ? value : [value])
      yield* unknownInBlock(listed ?? part, block, argument, listed !== undefined);
  }
}

/** Of a list of blocks, single ones are overridden by their places; of a block that is one, nothing has a place. */
function* unknownInBlock(known: object, given: unknown, argument: string, isList: boolean): Generator<Found> {
  const block = objectOf(given);
  if (block === undefined) return;
  const places = Object.keys(block).filter((key) => /^\d+$/.test(key));
  if (places.length === 0) {
    yield* unknownIn(known, block, `${argument}.`);
    return;
  }
  for (const place of places) {
    const one = objectOf(Reflect.get(block, place));
    if (!isList) yield { argument: `${argument}.${place}`, meant: argument };
    else if (one !== undefined) yield* unknownIn(known, one, `${argument}.`);
  }
}

/** What can be said of a block, as Terraform names it, and the property that stands for it: each has a second one, with what was said. */
function argumentsOf(object: object): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (
    let each: object | null = object;
    each !== null && each !== Object.prototype;
    each = Object.getPrototypeOf(each)
  ) {
    for (const name of Object.getOwnPropertyNames(each)) {
      const [, property] = /^(.+)Input$/.exec(name) ?? [];
      if (property !== undefined) names.set(snake(property), property);
    }
  }
  return names;
}

/** `volumeSize` is `volume_size`; a name that means something to every resource has a suffix: `selfAttribute` is `self`. */
const snake = (property: string): string =>
  property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/_attribute$/, "");

const plain = (name: string): string => name.replaceAll("_", "").toLowerCase();

/** Where words meet digits, the bindings do not say where Terraform has its underscores. */
const looselyNamed = (names: ReadonlyMap<string, string>, key: string): string | undefined =>
  key === key.toLowerCase() ? [...names].find(([name]) => plain(name) === plain(key))?.[1] : undefined;
