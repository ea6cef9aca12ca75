/** One argument as `synthesizeHclAttributes` or a `...ToHclTerraform` function describes it. */
export interface Argument {
  readonly value: string;
  readonly isBlock: boolean;
  readonly type: string;
}

/** What the comment above an attribute says, and the code below it. */
export interface Flags {
  readonly computed: boolean;
  readonly optional: boolean;
  readonly required: boolean;
  /** The accessor, or the member that holds a nested structure; empty when only the interface is known. */
  readonly accessor: string;
}

/** The classes, interfaces and functions of one binding, by name. */
export class Declarations {
  private readonly bodies = new Map<string, string>();
  private readonly mainClass: string;

  public constructor(source: string) {
    const heads = [...source.matchAll(/^export (class|interface|function) (\w+)(.*)$/gm)];
    let main: string | undefined;
    for (const [position, head] of heads.entries()) {
      const [, kind = "", name = "", rest = ""] = head;
      this.bodies.set(`${kind} ${name}`, source.slice(head.index, heads[position + 1]?.index));
      if (kind === "class" && /extends cdktf\.Terraform(Resource|DataSource|Provider)\b/.test(rest)) {
        main = name;
      }
    }
    if (main === undefined) {
      throw new Error("the binding declares no resource, data source or provider class");
    }
    this.mainClass = main;
  }

  /** The members of the type itself. */
  public root(): { flags: ReadonlyMap<string, Flags>; arguments: ReadonlyMap<string, Argument> } {
    const body = this.bodies.get(`class ${this.mainClass}`) ?? "";
    return { flags: readFlags(body), arguments: readArguments(body) };
  }

  /** The members of a nested structure, by the name of its interface. */
  public struct(name: string): { flags: ReadonlyMap<string, Flags>; arguments: ReadonlyMap<string, Argument> } {
    const lowerFirst = name.charAt(0).toLowerCase() + name.slice(1);
    const reference = this.bodies.get(`class ${name}OutputReference`);
    return {
      // Structures of a provider's configuration cannot be referred to, so they have an interface and no class.
      flags: reference ? readFlags(reference) : readInterface(this.bodies.get(`interface ${name}`) ?? ""),
      arguments: readArguments(this.bodies.get(`function ${lowerFirst}ToHclTerraform`) ?? ""),
    };
  }

  /** The class that a list or map class hands out for one element. */
  public elementClass(name: string): string | undefined {
    return /public get\(\w+: \w+\): (\w+)/.exec(this.bodies.get(`class ${name}`) ?? "")?.[1];
  }

  /** The class of the bindings' library that a nested class extends, as "ComplexList". */
  public baseClass(name: string): string | undefined {
    return /^export class \w+ extends cdktf\.(\w+)/.exec(this.bodies.get(`class ${name}`) ?? "")?.[1];
  }
}

function readFlags(body: string): Map<string, Flags> {
  const flags = new Map<string, Flags>();
  const comment = /^ {2}\/\/ ([\w-]+) - computed: (\w+), optional: (\w+), required: (\w+)\n((?:.*\n){1,3})/gm;
  for (const [, name = "", computed, optional, required, following = ""] of body.matchAll(comment)) {
    const accessor = /= (new .*\));|return (.*);/.exec(following);
    flags.set(name, {
      computed: computed === "true",
      optional: optional === "true",
      required: required === "true",
      accessor: accessor?.[1] ?? accessor?.[2] ?? "",
    });
  }
  return flags;
}

function readInterface(body: string): Map<string, Flags> {
  const flags = new Map<string, Flags>();
  // The link in a property's comment ends with the Terraform name, which the camel-case property no longer has.
  for (const [, name = "", question] of body.matchAll(/#(\w+)\}\n(?: +\*.*\n)*? +\*\/\n +readonly \w+(\??):/g)) {
    flags.set(name, { computed: false, optional: question === "?", required: question !== "?", accessor: "" });
  }
  return flags;
}

function readArguments(body: string): Map<string, Argument> {
  const found = new Map<string, Argument>();
  const entry = /^ +"?([\w-]+)"?: \{\n +value: (.*),\n +isBlock: (true|false),\n +type: "(\w+)",\n/gm;
  for (const [, name = "", value = "", isBlock, type = ""] of body.matchAll(entry)) {
    found.set(name, { value, isBlock: isBlock === "true", type });
  }
  return found;
}
