import { Argument, Declarations, Flags } from "./declarations";
import { Attribute, Block, CtyType, hasDynamic, NestedBlock } from "./schema";
import { ProviderName, providerSource, TypeKind, typeSource } from "./schema-source";
import { isSensitive } from "./sensitive";

type Members = ReturnType<Declarations["root"]>;

/** Schemas do not change while a test process lives, and several servers of one process use the same types. */
const known = new Map<string, Block | undefined>();

/** The schema of a resource or data source type; undefined when the provider has no such type. */
export function readTypeSchema(provider: ProviderName, kind: TypeKind, typeName: string): Block | undefined {
  return once(`${kind} ${typeName}`, () => {
    const source = typeSource(provider, kind, typeName);
    return source === undefined ? undefined : readBlock(new Declarations(source), typeName);
  });
}

/** The schema of the provider's own configuration block. */
export function readProviderSchema(provider: ProviderName): Block {
  const block = once(`provider ${provider}`, () => readBlock(new Declarations(providerSource(provider)), provider));
  if (block === undefined) {
    throw new Error(`provider "${provider}" has no configuration block`);
  }
  // Terraform itself takes `alias` out of the block before the provider sees it.
  return { ...block, attributes: new Map([...block.attributes].filter(([name]) => name !== "alias")) };
}

function once(key: string, read: () => Block | undefined): Block | undefined {
  if (!known.has(key)) {
    known.set(key, read());
  }
  return known.get(key);
}

function readBlock(declarations: Declarations, typeName: string): Block {
  return new SchemaReader(declarations, typeName).block(declarations.root(), []);
}

class SchemaReader {
  public constructor(
    private readonly declarations: Declarations,
    private readonly typeName: string,
  ) {}

  public block(members: Members, parents: readonly string[]): Block {
    const attributes = new Map<string, Attribute>();
    const blocks = new Map<string, NestedBlock>();
    for (const [name, flags] of members.flags) {
      const argument = members.arguments.get(name);
      if (argument !== undefined && isNestedBlock(argument, flags)) {
        const nested = this.nestedBlock(name, argument, flags, parents);
        if (nested) {
          blocks.set(name, nested);
        }
        continue;
      }
      const { computed, optional, required } = flags;
      // A write-only attribute comes in a pair: the value, and a version that says when it changed.
      const writeOnly = name.endsWith("_wo") && members.flags.has(`${name}_version`);
      const type = this.memberType(argument, flags, parents);
      attributes.set(name, {
        name,
        type,
        computed,
        optional,
        required,
        sensitive: isSensitive(name, this.typeName),
        writeOnly,
      });
    }
    return { attributes, blocks };
  }

  private nestedBlock(
    name: string,
    argument: Argument,
    flags: Flags,
    parents: readonly string[],
  ): NestedBlock | undefined {
    const struct = structName(argument.value);
    // A structure that holds itself has no finite schema; the bindings cut such trees off too.
    if (struct === undefined || parents.includes(struct)) {
      return undefined;
    }
    const block = this.block(this.declarations.struct(struct), [...parents, struct]);
    const nesting = argument.type === "struct" ? "single" : argument.type === "set" ? "set" : "list";
    return {
      name,
      nesting: nesting === "set" && hasDynamic(block) ? "list" : nesting,
      minItems: flags.required ? 1 : 0,
      // Only a structure that may occur once is rendered without a list mapper around it.
      maxItems: nesting !== "single" && !argument.value.startsWith("cdktf.listMapperHcl(") ? 1 : 0,
      block,
    };
  }

  private memberType(argument: Argument | undefined, flags: Flags, parents: readonly string[]): CtyType {
    if (argument === undefined) {
      return this.accessorType(flags.accessor, parents);
    }
    const type = this.mapperType(argument.value.replace(/^.* === undefined \? null : /, ""), parents);
    if (argument.type !== "set" && argument.type !== "list") {
      return type;
    }
    // The mappers do not tell a set from a list, and a structure that may occur once has no mapper at all.
    return [argument.type, typeof type !== "string" && type[0] === "list" ? type[1] : type];
  }

  /** The type of an argument, from the expression that renders it. */
  private mapperType(expression: string, parents: readonly string[]): CtyType {
    const collection = /^cdktf\.(list|hash)MapperHcl\(/.exec(expression);
    if (collection) {
      const element = this.mapperType(expression.slice(collection[0].length), parents);
      return [collection[1] === "hash" ? "map" : "list", element];
    }
    const scalar = /^cdktf\.(string|number|boolean)ToHclTerraform/.exec(expression)?.[1];
    if (scalar !== undefined) {
      return scalarType(scalar);
    }
    const struct = structName(expression);
    return struct === undefined ? "dynamic" : this.objectType(struct, parents);
  }

  /** The type of an attribute that cannot be set, from the code that reads it. */
  private accessorType(accessor: string, parents: readonly string[]): CtyType {
    const wrap = accessor.includes("cdktf.Fn.tolist(") ? "set" : "list";
    const getter = /this\.get(String|Number|Boolean|)(List|Map|)Attribute\(/.exec(accessor);
    if (getter) {
      const scalar = scalarType(getter[1] || "string");
      return getter[2] === "Map" ? ["map", scalar] : getter[2] === "List" ? [wrap, scalar] : scalar;
    }
    const member = /^new (cdktf\.)?(\w+)\(this, "[^"]*"(?:, (true|false))?\)/.exec(accessor);
    if (!member) {
      return "dynamic";
    }
    const [, library, name = "", isSet] = member;
    if (library === undefined) {
      return this.classType(name, isSet === "true", parents);
    }
    const [, scalar = "string", isMapList] = /^(\w+?)Map(List)?$/.exec(name) ?? [];
    const map: CtyType = ["map", scalarType(scalar)];
    return isMapList === undefined ? map : [isSet === "true" ? "set" : "list", map];
  }

  private classType(name: string, isSet: boolean, parents: readonly string[]): CtyType {
    const base = this.declarations.baseClass(name);
    if (base === "ComplexObject") {
      return this.objectType(name.replace(/OutputReference$/, ""), parents);
    }
    const element = this.declarations.elementClass(name);
    if (element === undefined) {
      return "dynamic";
    }
    const type = this.classType(element, false, parents);
    return [base === "ComplexMap" ? "map" : isSet ? "set" : "list", type];
  }

  private objectType(struct: string, parents: readonly string[]): CtyType {
    if (parents.includes(struct)) {
      return "dynamic";
    }
    const { flags, arguments: args } = this.declarations.struct(struct);
    const inner = [...parents, struct];
    return [
      "object",
      Object.fromEntries([...flags].map(([name, flag]) => [name, this.memberType(args.get(name), flag, inner)])),
    ];
  }
}

/**
 * Whether a structure is a nested block. The bindings say `isBlock` of attributes that hold objects too; those are
 * known by being computed as well as settable, which no block is, or by a mapper told not to treat them as blocks.
 */
function isNestedBlock(argument: Argument, flags: Flags): boolean {
  return argument.isBlock && argument.type !== "map" && !flags.computed && !/, false\)\(/.test(argument.value);
}

function structName(expression: string): string | undefined {
  const name = /(?:^|[(\s])(\w+)ToHclTerraform\b/.exec(expression)?.[1];
  return name === undefined ? undefined : name.charAt(0).toUpperCase() + name.slice(1);
}

function scalarType(word: string): CtyType {
  const lower = word.toLowerCase();
  return lower === "number" ? "number" : lower === "boolean" ? "bool" : lower === "string" ? "string" : "dynamic";
}
