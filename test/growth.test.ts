import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Fleet } from "siteform";
import { AwsSite, onDemand } from "siteform/aws";
import { GoogleSite, onDemand as googleOnDemand, reservation } from "siteform/google";
import { inFolder, tempFolder } from "./support/temp";

type Resources = Readonly<Record<string, unknown>>;

/** Every resource of a stack by its address, without the order in which they are made: no plan shows a dependency more. */
function resourcesOf(fleet: Fleet, stack: string): Resources {
  const folder = tempFolder();
  expect(inFolder(folder, () => fleet.synth({ quiet: true, asOf: "2026-11-23" })).ok).toBe(true);
  const json: { resource: Record<string, Record<string, Record<string, unknown>>> } = JSON.parse(
    readFileSync(join(folder, "cdktf.out", "stacks", stack, "cdk.tf.json"), "utf8"),
  );
  return Object.fromEntries(
    Object.entries(json.resource).flatMap(([type, all]) =>
      Object.entries(all).map(([id, { depends_on: _, ...config }]) => [`${type}.${id}`, config]),
    ),
  );
}

/** What stood before stands as it was after. */
function expectOnlyAdditions(before: Resources, after: Resources): void {
  for (const [address, config] of Object.entries(before))
    expect({ [address]: after[address] }).toEqual({ [address]: config });
  expect(Object.keys(after).length).toBeGreaterThan(Object.keys(before).length);
}

interface AwsGrowth {
  readonly zones?: readonly string[];
  readonly clusters?: readonly string[];
}

function aws({ zones = ["use2-az1"], clusters = ["train"] }: AwsGrowth): Resources {
  const fleet = new Fleet("growth");
  const site = new AwsSite(fleet, "ohio", {
    account: "111122223333",
    region: "us-east-2",
    location: { country: "US" },
    network: { cidrs: ["10.16.0.0/16", "10.17.0.0/16"] },
  });
  for (const cluster of clusters) {
    site.addCluster(cluster, {
      pools: zones.map((zoneId) => ({
        name: `trn2-${zoneId}`,
        machine: "trn2.48xlarge",
        count: 10,
        capacity: onDemand({ zoneId }),
      })),
    });
  }
  return resourcesOf(fleet, "ohio");
}

function google(slices: number, generations: readonly string[] = ["v5p"]): Resources {
  const fleet = new Fleet("growth");
  const site = new GoogleSite(fleet, "columbus", {
    project: "some-project",
    region: "us-east5",
    location: { country: "US" },
  });
  site.addCluster("train", {
    network: { nodes: "10.40.0.0/20", pods: "10.64.0.0/14", services: "10.41.0.0/20", controlPlane: "172.16.0.0/28" },
    pools: generations.map((name) => ({
      name,
      machine: "ct5p-hightpu-4t",
      topology: "4x4x4",
      slices,
      capacity: reservation({ zone: "us-east5-a", reservation: name }),
    })),
  });
  return resourcesOf(fleet, "columbus");
}

test("a zone with accelerators more moves nothing in AWS", () => {
  expectOnlyAdditions(aws({}), aws({ zones: ["use2-az1", "use2-az2"] }));
});

test("a pool declared before the others, or taken away, moves nothing of the others in AWS", () => {
  const both = aws({ zones: ["use2-az1", "use2-az2"] });
  const turned = aws({ zones: ["use2-az2", "use2-az1"] });
  expect(turned).toEqual(both);
  expectOnlyAdditions(aws({ zones: ["use2-az2"] }), both);
});

test("a cluster more moves nothing in AWS", () => {
  expectOnlyAdditions(aws({}), aws({ clusters: ["train", "serve"] }));
});

test("slices more move nothing in Google Cloud, also beyond ten and a hundred", () => {
  expectOnlyAdditions(google(9), google(11));
  expectOnlyAdditions(google(99), google(101));
});

test("a second machine in a GPU pool changes its count alone", () => {
  const gpus = (count: number) => {
    const fleet = new Fleet("growth");
    const site = new GoogleSite(fleet, "iowa", {
      project: "some-project",
      region: "us-central1",
      location: { country: "US" },
    });
    site.addCluster("gpu", {
      network: { nodes: "10.40.0.0/20", pods: "10.64.0.0/14", services: "10.41.0.0/20", controlPlane: "172.16.0.0/28" },
      pools: [{ name: "h100", machine: "a3-megagpu-8g", count, capacity: googleOnDemand({ zone: "us-central1-a" }) }],
    });
    const [pool] = Object.entries(resourcesOf(fleet, "iowa")).filter(([address]) =>
      /node_pool.*pool-h100/.test(address),
    );
    return pool?.[1];
  };
  expect(gpus(2)).toEqual({ ...(gpus(1) ?? {}), node_count: 2 });
});

test("a pool more moves nothing in Google Cloud", () => {
  expectOnlyAdditions(google(2), google(2, ["v5p", "next"]));
});
