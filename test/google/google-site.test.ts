import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Fleet, RemoteState } from "../../constructs";
import {
  flexStart,
  type GoogleResources,
  GoogleSite,
  kubernetes,
  onDemand,
  reservation,
} from "../../constructs/google";

const network = {
  nodes: "10.32.0.0/20",
  pods: "10.36.0.0/14",
  services: "10.40.0.0/20",
  controlPlane: "10.40.16.0/28",
};

function columbus(fleet: Fleet): GoogleSite {
  const site = new GoogleSite(fleet, "columbus", {
    project: "atlas-research",
    region: "us-east5",
    location: { country: "US", subdivision: "US-OH" },
  });
  return site.addCluster("train", {
    purpose: "training",
    scheduler: kubernetes({ version: "1.34" }),
    network,
    pools: [
      {
        name: "v5p",
        machine: "ct5p-hightpu-4t",
        topology: "4x4x8",
        slices: 3,
        capacity: reservation({ reservation: "held", zone: "us-east5-a" }),
      },
      { machine: "a3-highgpu-8g", count: 4, capacity: onDemand({ zone: "us-east5-b" }) },
    ],
  });
}

const atlas = () => new Fleet("atlas", { state: RemoteState.gcs({ bucket: "atlas-tfstate" }) });

describe("a Google Cloud site of a fleet", () => {
  let outdir = "";
  beforeEach(() => {
    outdir = mkdtempSync(join(tmpdir(), "siteform-google-"));
  });
  afterEach(() => rmSync(outdir, { recursive: true, force: true }));

  const synth = (fleet: Fleet) => fleet.synth({ outdir: join(outdir, "out"), quiet: true, asOf: "2026-03-01" });
  const stack = (name: string) => JSON.parse(readFileSync(join(outdir, "out/stacks", name, "cdk.tf.json"), "utf8"));

  test("becomes a stack, and its resources are handed to the hook", () => {
    const fleet = atlas();
    const seen: GoogleResources[] = [];
    columbus(fleet).terraform((_, resources) => {
      seen.push(resources);
      const train = resources.clusters["train"];
      if (train !== undefined) train.cluster.deletionProtection = false;
    });
    expect(synth(fleet)).toMatchObject({ ok: true });
    const [cluster] = Object.values<{ deletion_protection: boolean }>(
      stack("columbus").resource.google_container_cluster,
    );
    expect(cluster?.deletion_protection).toBe(false);
    expect(seen).toHaveLength(1);
    // Three slices of several hosts, and one pool of GPU machines.
    expect(seen[0]?.clusters["train"]?.pools["v5p"]).toHaveLength(3);
    expect(seen[0]?.clusters["train"]?.pools["h100"]).toHaveLength(1);
  });

  test("is recorded as it was said, and checked only with the whole fleet", () => {
    const fleet = atlas();
    expect(columbus(fleet).record()).toMatchObject({
      tenure: "cloud",
      provider: "google",
      name: "columbus",
      clusters: [
        {
          name: "train",
          pools: [
            { name: "v5p", machine: "ct5p-hightpu-4t" },
            { name: "h100", count: 4 },
          ],
        },
      ],
    });
  });

  test("leaves an empty stack when it is retired, and no hook is called", () => {
    const fleet = atlas();
    const hook = jest.fn();
    columbus(fleet).terraform(hook).retire();
    expect(synth(fleet)).toMatchObject({ ok: true });
    expect(stack("columbus").resource).toBeUndefined();
    expect(stack("columbus").terraform.required_providers.google.version).toBe(">= 6.50, < 7");
    expect(hook).not.toHaveBeenCalled();
    expect(existsSync(join(outdir, "out/stacks/columbus"))).toBe(true);
  });
});

test("what belongs to another cloud or another kind of machine does not compile", () => {
  const fleet = new Fleet("types");
  const site = new GoogleSite(fleet, "columbus", {
    project: "atlas-research",
    region: "us-east5",
    location: { country: "US", subdivision: "US-OH" },
  });
  const capacity = flexStart({ zone: "us-east5-a" });
  site.addCluster("types", {
    network,
    pools: [
      // @ts-expect-error a TPU machine comes in slices
      { machine: "ct5p-hightpu-4t", count: 4, capacity },
      // @ts-expect-error a GPU machine has no topology
      { machine: "a3-highgpu-8g", topology: "4x4", capacity },
      // @ts-expect-error a machine of another cloud
      { machine: "trn2.48xlarge", count: 4, capacity },
      // @ts-expect-error a topology has two or three dimensions
      { machine: "ct5p-hightpu-4t", topology: "large", capacity },
      // @ts-expect-error a contract of another cloud
      { machine: "a3-highgpu-8g", count: 1, capacity: { kind: "onDemand", zoneId: "use2-az1" } },
    ],
  });
  expect(fleet.name).toBe("types");
});
