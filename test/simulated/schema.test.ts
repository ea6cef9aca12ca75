import { Attribute, Block, NestedBlock } from "../../review/simulate/provider/schema";
import { readProviderSchema, readTypeSchema } from "../../review/simulate/provider/schema-reader";
import { ProviderName, TypeKind } from "../../review/simulate/provider/schema-source";

function schema(provider: ProviderName, typeName: string, kind: TypeKind = "resource"): Block {
  const block = readTypeSchema(provider, kind, typeName);
  if (!block) {
    throw new Error(`no schema for ${typeName}`);
  }
  return block;
}

function attribute(block: Block, name: string): Attribute {
  const found = block.attributes.get(name);
  if (!found) {
    throw new Error(`no attribute ${name}, there are ${[...block.attributes.keys()].join(", ")}`);
  }
  return found;
}

function nested(block: Block, name: string): NestedBlock {
  const found = block.blocks.get(name);
  if (!found) {
    throw new Error(`no block ${name}, there are ${[...block.blocks.keys()].join(", ")}`);
  }
  return found;
}

function size(block: Block): [attributes: number, blocks: number] {
  return [block.attributes.size, block.blocks.size];
}

describe("the schema rebuilt from the bindings", () => {
  test("an EKS node group has its attributes and blocks, with the types of the real provider", () => {
    const block = schema("aws", "aws_eks_node_group");
    expect(size(block)).toEqual([20, 7]);
    expect(attribute(block, "subnet_ids")).toMatchObject({ type: ["set", "string"], required: true, computed: false });
    expect(attribute(block, "ami_type")).toMatchObject({ type: "string", optional: true, computed: true });
    expect(attribute(block, "arn")).toMatchObject({ optional: false, computed: true });
    expect(attribute(block, "labels").type).toEqual(["map", "string"]);
    expect(attribute(block, "resources").type).toEqual([
      "list",
      [
        "object",
        {
          autoscaling_groups: ["list", ["object", { name: "string" }]],
          remote_access_security_group_id: "string",
        },
      ],
    ]);
    expect(nested(block, "scaling_config")).toMatchObject({ nesting: "list", minItems: 1, maxItems: 1 });
    expect(nested(block, "update_config")).toMatchObject({ nesting: "list", minItems: 0, maxItems: 1 });
    expect(nested(block, "taint")).toMatchObject({ nesting: "set", minItems: 0, maxItems: 0 });
    expect(nested(block, "timeouts").nesting).toBe("single");
  });

  test("a launch template keeps its repeatable and single blocks apart", () => {
    const block = schema("aws", "aws_launch_template");
    expect(size(block)).toEqual([23, 17]);
    expect(nested(block, "block_device_mappings")).toMatchObject({ nesting: "list", maxItems: 0 });
    expect(nested(block, "metadata_options")).toMatchObject({ nesting: "list", maxItems: 1 });
    expect(nested(block, "instance_requirements").block.blocks.size).toBe(9);
  });

  test("a GKE node pool has its deep node configuration", () => {
    const block = schema("google", "google_container_node_pool");
    expect(size(block)).toEqual([14, 8]);
    expect(nested(block, "node_config")).toMatchObject({ nesting: "list", maxItems: 1 });
    expect(nested(block, "node_config").block.blocks.size).toBe(20);
    expect(attribute(block, "node_locations").type).toEqual(["set", "string"]);
  });

  test("a type whose structures are spread over several files is read whole", () => {
    const block = schema("google", "google_container_cluster");
    const pool = nested(block, "node_pool").block;
    expect(nested(pool, "node_config").block.blocks.size).toBeGreaterThanOrEqual(20);
    expect(nested(block, "ip_allocation_policy").maxItems).toBe(1);
  });

  test("an AKS cluster requires its default node pool and hides its credentials", () => {
    const block = schema("azurerm", "azurerm_kubernetes_cluster");
    expect(nested(block, "default_node_pool")).toMatchObject({ nesting: "list", minItems: 1, maxItems: 1 });
    expect(attribute(block, "kube_config")).toMatchObject({ computed: true, optional: false, sensitive: true });
    expect(attribute(block, "location")).toMatchObject({ required: true, sensitive: false });
  });

  test("arguments written as blocks but typed as objects are attributes", () => {
    const block = schema("aws", "aws_default_security_group");
    const ingress = attribute(block, "ingress");
    expect(ingress.type).toMatchObject(["set", ["object", { from_port: "number", cidr_blocks: ["list", "string"] }]]);
  });

  test("a data source and a resource of one name have schemas of their own", () => {
    const resource = schema("aws", "aws_vpc");
    const data = schema("aws", "aws_vpc", "data");
    expect(resource.blocks.has("filter")).toBe(false);
    expect(nested(data, "filter").nesting).toBe("set");
  });

  test("secrets are marked by name and the names of secrets are not", () => {
    const connection = schema("aws", "aws_vpn_connection");
    expect(attribute(connection, "tunnel1_preshared_key").sensitive).toBe(true);
    expect(attribute(connection, "preshared_key_arn").sensitive).toBe(false);
    const tunnel = schema("google", "google_compute_vpn_tunnel");
    expect(attribute(tunnel, "shared_secret").sensitive).toBe(true);
    expect(attribute(tunnel, "shared_secret_hash").sensitive).toBe(false);
  });

  test("a provider's configuration block is read without its alias", () => {
    const aws = readProviderSchema("aws");
    expect(aws.attributes.has("alias")).toBe(false);
    expect(attribute(aws, "region").type).toBe("string");
    expect(attribute(nested(aws, "default_tags").block, "tags").type).toEqual(["map", "string"]);
    expect(readProviderSchema("azurerm").blocks.has("features")).toBe(true);
    expect(attribute(readProviderSchema("google"), "project").optional).toBe(true);
  });

  test("a type that the provider does not have has no schema", () => {
    expect(readTypeSchema("aws", "resource", "aws_eks_nodegroup")).toBeUndefined();
    expect(readTypeSchema("aws", "data", "aws_eks_node_group_typo")).toBeUndefined();
  });
});
