/** A type of Terraform's value system, in the JSON form the plugin protocol carries. */
export type CtyType =
  | "string"
  | "number"
  | "bool"
  | "dynamic"
  | readonly ["list" | "set" | "map", CtyType]
  | readonly ["object", Readonly<Record<string, CtyType>>];

export interface Attribute {
  readonly name: string;
  readonly type: CtyType;
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
  readonly sensitive: boolean;
  readonly writeOnly: boolean;
}

export interface NestedBlock {
  readonly name: string;
  readonly nesting: "single" | "list" | "set";
  readonly minItems: number;
  /** Zero means without limit. */
  readonly maxItems: number;
  readonly block: Block;
}

export interface Block {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly blocks: ReadonlyMap<string, NestedBlock>;
}

/** What one simulated provider can do: its configuration block and the types that the stacks use. */
export interface ProviderSchema {
  readonly provider: Block;
  readonly resources: ReadonlyMap<string, Block>;
  readonly dataSources: ReadonlyMap<string, Block>;
}

/** True when a value of this type may hold anything; Terraform refuses such a type inside a set block. */
export function isDynamic(type: CtyType): boolean {
  if (typeof type === "string") {
    return type === "dynamic";
  }
  return type[0] === "object" ? Object.values(type[1]).some(isDynamic) : isDynamic(type[1]);
}

/** True when the block, or a block inside it, has an attribute that may hold anything. */
export function hasDynamic(block: Block): boolean {
  return (
    [...block.attributes.values()].some((attribute) => isDynamic(attribute.type)) ||
    [...block.blocks.values()].some((nested) => hasDynamic(nested.block))
  );
}

interface SchemaMessage {
  version: number;
  block: object;
}

/** The schema as the message that the plugin protocol carries. */
export function schemaMessage(block: Block): SchemaMessage {
  return { version: 0, block: blockMessage(block) };
}

function blockMessage(block: Block): object {
  return {
    attributes: [...block.attributes.values()].map((attribute) => ({
      name: attribute.name,
      type: Buffer.from(JSON.stringify(attribute.type)),
      required: attribute.required,
      optional: attribute.optional,
      computed: attribute.computed,
      sensitive: attribute.sensitive,
      write_only: attribute.writeOnly,
    })),
    block_types: [...block.blocks.values()].map((nested) => ({
      type_name: nested.name,
      block: blockMessage(nested.block),
      nesting: nested.nesting.toUpperCase(),
      min_items: nested.minItems,
      max_items: nested.maxItems,
    })),
  };
}
