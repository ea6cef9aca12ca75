import type { TerraformStack } from "../core/cdktf";
import type { UnknownArgument } from "../rules/output/stack-output";

/** What Terraform itself knows of every resource. */
const META = new Set(["connection", "count", "depends_on", "for_each", "lifecycle", "provider", "provisioner", "//"]);

/** A value as what has properties; undefined for texts, numbers and nothing. */
const objectOf = (value: unknown): object | undefined =>
  typeof value === "object" && value !== null ? value : undefined;

/**
 * The arguments that overrides of a program wrote into a stack and that the bindings do not know. Found on the constructs: the
 * bindings have no schema when a program runs, but a property for each argument.
 */
export function unknownArguments(stack: TerraformStack): UnknownArgument[] {
  return stack.node.findAll().flatMap((element) => {
    const overrides = objectOf(Reflect.get(element, "rawOverrides"));
    const type: unknown = Reflect.get(element, "terraformResourceType");
    const id: unknown = Reflect.get(element, "friendlyUniqueId");
    if (overrides === undefined || typeof type !== "string" || typeof id !== "string") return [];
    const resource = `stacks.${stack.node.id}.${type}.${id}`;
    // Types of resources begin with the name of their provider.
    const provider = type.split("_")[0] ?? type;
    return [...unknownIn(element, overrides)].map((argument) => ({ resource, argument, provider }));
  });
}

function* unknownIn(known: object, overrides: object, above = ""): Generator<string> {
  const properties = propertiesOf(known);
  for (const [key, value] of Object.entries(overrides)) {
    if (above === "" && META.has(key)) continue;
    const argument = `${above}${key}`;
    const property = properties.get(plain(key)) ?? properties.get(`${plain(key)}attribute`);
    if (property === undefined) {
      yield argument;
      continue;
    }
    const inner = blockOf(Reflect.get(known, property));
    if (inner === undefined) continue;
    // A list of blocks is overridden whole, or one of them by its place.
    for (const each of Array.isArray(value) ? value : [value]) {
      const below = objectOf(each);
      if (below === undefined) continue;
      const places = Object.entries(below).every(([place]) => /^\d+$/.test(place));
      for (const one of places ? Object.values(below) : [below]) {
        const block = objectOf(one);
        if (block !== undefined) yield* unknownIn(inner, block, `${argument}.`);
      }
    }
  }
}

/** Properties that an object has of itself and of its classes, by their names without case and underscores. */
function propertiesOf(object: object): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (
    let each: object | null = object;
    each !== null && each !== Object.prototype;
    each = Object.getPrototypeOf(each)
  ) {
    for (const name of Object.getOwnPropertyNames(each)) if (!names.has(plain(name))) names.set(plain(name), name);
  }
  return names;
}

const plain = (name: string): string => name.replaceAll("_", "").toLowerCase();

/** The block that a property of the bindings stands for: itself, or the first of a list; undefined for a plain value or a map. */
function blockOf(value: unknown): object | undefined {
  const object = objectOf(value);
  if (object === undefined || !("fqn" in object)) return undefined;
  if ("get" in object && typeof object.get === "function") return objectOf(object.get(0));
  return object;
}
