import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type AwsClusterProps, existingVpc, onDemand } from "siteform/aws";
import { inFolder, tempFolder } from "../support/temp";
import { fleetWith, nameOf, nothing, type SiteOptions, synthesizedStacks } from "./synth";

const perCluster = (clusters: Readonly<Record<string, Partial<AwsClusterProps>>>, site: SiteOptions = {}) =>
  synthesizedStacks(fleetWith({ stacks: "perCluster", ...site }, clusters));

describe("a site with a stack a cluster", () => {
  const pools = [{ machine: "p5.48xlarge", count: 2, capacity: onDemand({ zoneId: "use2-az2" }) }] as const;
  const stacks = perCluster({ train: {}, serve: { pools } });
  const foundation = stacks["ohio"] ?? nothing("ohio");
  const train = stacks["ohio-train"] ?? nothing("ohio-train");

  test("has a stack of the site's name with the VPC and no cluster, and one a cluster without a VPC", () => {
    expect(Object.keys(stacks).sort()).toEqual(["ohio", "ohio-serve", "ohio-train"]);
    expect(foundation.all("vpc")).toHaveLength(1);
    expect(foundation.all("eks_cluster")).toEqual([]);
    expect(train.all("vpc")).toEqual([]);
    expect(train.all("subnet")).toEqual([]);
    expect(train.all("eks_cluster")).toHaveLength(1);
  });

  test("makes the accelerator subnets of every cluster in the foundation", () => {
    expect(foundation.all("subnet", "accelerators").map((each) => each["availability_zone_id"])).toEqual([
      "use2-az1",
      "use2-az2",
    ]);
  });

  test("finds what it shares by the names and tags that the foundation gives", () => {
    const [site] = foundation.json.provider.aws;
    expect(site).toMatchObject({ default_tags: [{ tags: { "siteform:fleet": "atlas", "siteform:site": "ohio" } }] });
    const tags = { "siteform:fleet": "atlas", "siteform:site": "ohio" };
    expect(train.data("vpc")).toEqual([expect.objectContaining({ tags: { ...tags, Name: "ohio" } })]);
    expect(foundation.one("vpc")["tags"]).toEqual({ Name: "ohio" });
    const made = foundation.all("subnet").map(nameOf);
    for (const found of train.data("subnet")) {
      expect(found["tags"]).toMatchObject(tags);
      expect(made).toContain(nameOf(found));
    }
    // Three of the control plane, one of the accelerators.
    expect(train.data("subnet")).toHaveLength(4);
  });

  test("refers to no other stack", () => {
    expect(JSON.stringify(train.json)).not.toContain("terraform_remote_state");
  });

  test("keeps a retired cluster's stack with nothing in it, and its subnets until it leaves the program", () => {
    const retired = perCluster({ train: {}, serve: { pools, retired: true } });
    expect(retired["ohio-serve"]?.json.resource).toBeUndefined();
    expect(retired["ohio-serve"]?.json.data).toBeUndefined();
    expect(retired["ohio"]?.all("subnet", "accelerators-use2-az2")).toHaveLength(1);
  });

  test("has no foundation where every cluster has a network of its own", () => {
    const own = perCluster({ train: { network: { cidrs: ["10.20.0.0/16"] } } }, { network: "none" });
    expect(Object.keys(own)).toEqual(["ohio-train"]);
    expect(own["ohio-train"]?.one("vpc")["cidr_block"]).toBe("10.20.0.0/16");
  });
});

test("a deploy of all stacks begins with the foundation, and where the site is retired ends with it", () => {
  const dependencies = (retire: boolean) => {
    const folder = tempFolder();
    const fleet = fleetWith({ stacks: "perCluster" }, { train: {} });
    if (retire) for (const site of fleet.sites) site.retire();
    inFolder(folder, () => fleet.synth({ quiet: true, asOf: "2026-11-23" }));
    const { stacks }: { stacks: Record<string, { dependencies: string[] }> } = JSON.parse(
      readFileSync(join(folder, "cdktf.out", "manifest.json"), "utf8"),
    );
    return Object.fromEntries(Object.entries(stacks).map(([name, stack]) => [name, stack.dependencies]));
  };
  expect(dependencies(false)).toEqual({ ohio: [], "ohio-train": ["ohio"] });
  expect(dependencies(true)).toEqual({ ohio: ["ohio-train"], "ohio-train": [] });
});

describe("a VPC that exists", () => {
  const network = existingVpc({
    vpcId: "vpc-0123456789abcdef0",
    cidrs: ["10.20.0.0/16"],
    systemSubnets: { "use2-az1": "subnet-0aaaaaaaaaaaaaaa1", "use2-az2": "subnet-0aaaaaaaaaaaaaaa2" },
    acceleratorSubnets: { "use2-az1": "subnet-0bbbbbbbbbbbbbbb1" },
  });
  const stack = synthesizedStacks(fleetWith({ network }, { train: {} }))["ohio"] ?? nothing("ohio");

  test("is used by its ids, and nothing of a network is made", () => {
    for (const type of ["vpc", "subnet", "nat_gateway", "route_table", "vpc_endpoint", "flow_log"])
      expect(stack.all(type)).toEqual([]);
    expect(stack.one("eks_cluster")).toMatchObject({
      vpc_config: { subnet_ids: ["subnet-0aaaaaaaaaaaaaaa1", "subnet-0aaaaaaaaaaaaaaa2"] },
    });
    expect(stack.one("eks_node_group", "pool-h100")["subnet_ids"]).toEqual(["subnet-0bbbbbbbbbbbbbbb1"]);
    expect(stack.one("security_group")["vpc_id"]).toBe("vpc-0123456789abcdef0");
  });

  test("is asked with each plan whether it resolves names and its subnets lie where they are said to", () => {
    expect(stack.data("vpc")).toEqual([
      expect.objectContaining({
        id: "vpc-0123456789abcdef0",
        lifecycle: {
          postcondition: [
            expect.objectContaining({ condition: "${self.enable_dns_support && self.enable_dns_hostnames}" }),
          ],
        },
      }),
    ]);
    expect(stack.data("subnet")).toHaveLength(3);
    expect(JSON.stringify(stack.data("subnet", "accelerators"))).toContain("map_public_ip_on_launch");
  });

  test("needs no foundation", () => {
    const stacks = synthesizedStacks(fleetWith({ network, stacks: "perCluster" }, { train: {} }));
    expect(Object.keys(stacks)).toEqual(["ohio-train"]);
  });
});
