/** Arguments of a block of Terraform's JSON, by name. */
export type Values = Readonly<Record<string, unknown>>;

/** A resource of a stack. */
export interface Resource {
  readonly type: string;
  readonly name: string;
  readonly values: Values;
  /** Where findings about it stand: `stacks.<stack>.<type>.<name>`. */
  readonly path: string;
}

/** An argument that an override wrote and that the bindings of the resource do not know. */
export interface UnknownArgument {
  /** `stacks.<stack>.<type>.<name>`. */
  readonly resource: string;
  /** `network_config.accelerator_network_profile`. */
  readonly argument: string;
  /** What Terraform calls what was written in another way, such as `upgrade_policy` for `upgradePolicy`. */
  readonly meant?: string;
  /** The provider, as `required_providers` names it: `aws`, `google`, `azurerm`. */
  readonly provider: string;
}

/** The Terraform of one stack, as it is written to `cdk.tf.json`. */
export interface StackOutput {
  readonly name: string;
  readonly path: string;
  readonly config: Values;
  readonly unknownArguments: readonly UnknownArgument[];
  /** The resources of these types, in the order in which they are written. */
  resources(...types: readonly string[]): readonly Resource[];
  /** The resource that an expression such as `${aws_vpc.main.id}` refers to, where it is one of this type and stands in this stack. */
  referred(expression: unknown, type: string): Resource | undefined;
}

const isValues = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The blocks of an argument: Terraform's JSON has one as an object, several as a list. */
export const blocks = (value: unknown): readonly Values[] => (Array.isArray(value) ? value : [value]).filter(isValues);

/** The one block of an argument; an empty one where there is none. */
export const block = (value: unknown): Values => blocks(value)[0] ?? {};

/** The texts of a list, or a text alone. */
export const texts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === "string");

/** Whether an argument says something: `null`, an empty list and an empty block say nothing. */
export const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);

/** Whether a flag is set. Some arguments of hashicorp/aws are flags written as texts. */
export const isTrue = (value: unknown): boolean => value === true || value === "true";

/** Whether only Terraform will know the value. */
export const isExpression = (value: unknown): boolean => typeof value === "string" && value.includes("${");

/** What Terraform is told to leave alone when it differs. */
export const ignoresChanges = (resource: Resource, argument: string): boolean => {
  const ignored = texts(block(resource.values["lifecycle"])["ignore_changes"]);
  return ignored.includes("all") || ignored.includes(argument);
};

const REFERENCE = /^\$\{([a-z][a-z0-9_]*)\.([A-Za-z0-9_-]+)[.[}]/;

/** The Terraform of a stack. */
export function stackOutput(
  name: string,
  config: Values,
  unknownArguments: readonly UnknownArgument[] = [],
): StackOutput {
  const path = `stacks.${name}`;
  const byType = new Map(
    Object.entries(block(config["resource"])).map(([type, all]): [string, ReadonlyMap<string, Resource>] => [
      type,
      new Map(
        Object.entries(block(all)).map(([id, values]): [string, Resource] => [
          id,
          { type, name: id, values: block(values), path: `${path}.${type}.${id}` },
        ]),
      ),
    ]),
  );
  return {
    name,
    path,
    config,
    unknownArguments,
    resources: (...types) => types.flatMap((type) => [...(byType.get(type)?.values() ?? [])]),
    referred: (expression, type) => {
      const [, of, id = ""] = (typeof expression === "string" && REFERENCE.exec(expression)) || [];
      return of === type ? byType.get(type)?.get(id) : undefined;
    },
  };
}

const ADDRESS = /([a-z][a-z0-9_]*)\.([A-Za-z0-9_-]+)/g;

/** Whether a resource waits for another: by `depends_on`, by what it refers to, or by what these wait for. */
export function waitsFor(stack: StackOutput, resource: Resource, other: Resource): boolean {
  const seen = new Set<Resource>();
  const open = [resource];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const named = [...texts(next.values["depends_on"]), ...(JSON.stringify(next.values).match(/\$\{[^}]*\}/g) ?? [])];
    for (const [, type = "", name] of named.flatMap((text) => [...text.matchAll(ADDRESS)])) {
      const found = stack.resources(type).find((each) => each.name === name);
      if (found === other) return true;
      if (found === undefined || seen.has(found)) continue;
      seen.add(found);
      open.push(found);
    }
  }
  return false;
}

/** The oldest version of a provider that the stack takes; undefined where it does not say. */
export function leastVersion(stack: StackOutput, provider: string): string | undefined {
  const { version } = block(block(block(stack.config["terraform"])["required_providers"])[provider]);
  return typeof version === "string" ? /(?:>=|~>|=|^)\s*(\d[\d.]*)/.exec(version)?.[1] : undefined;
}
