import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Fleet, RemoteState } from "siteform";
import {
  type GoogleClusterProps,
  type GooglePoolProps,
  GoogleSite,
  type GoogleSiteProps,
  kubernetes,
  onDemand,
  reservation,
  spot,
} from "siteform/google";
import {
  type SimulatedProviders,
  type SimulationOptions,
  startSimulatedProviders,
} from "../../review/simulate/provider";
import { LOCAL_BACKEND, synthesized } from "../support/reference";
import { inFolder, tempFolder } from "../support/temp";
import { terraform } from "../support/terraform";
import { describeWithTerraform } from "../support/with-tools";

const zone = "us-east5-a";
const held = reservation({ zone, reservation: "v5p" });
type TpuPool = Extract<GooglePoolProps, { readonly topology: string }>;
const v5p = (more: Partial<TpuPool> = {}): TpuPool => ({
  name: "v5p",
  machine: "ct5p-hightpu-4t",
  topology: "4x4x4",
  slices: 2,
  capacity: held,
  ...more,
});
const other: GooglePoolProps = {
  name: "other",
  machine: "ct5p-hightpu-4t",
  topology: "2x2x1",
  slices: 3,
  capacity: held,
};

type Site = Partial<GoogleSiteProps> & { readonly cluster?: Partial<GoogleClusterProps> };

/** The folder of the one stack of a site with these pools. */
function stackOf(pools: readonly GooglePoolProps[], { cluster = {}, ...site }: Site = {}): string {
  const folder = tempFolder();
  const fleet = new Fleet("changes", { state: RemoteState.gcs({ bucket: "unused" }) });
  new GoogleSite(fleet, "columbus", {
    project: "some-project",
    region: "us-east5",
    location: { country: "US", subdivision: "US-OH" },
    ...site,
  }).addCluster("train", {
    network: {
      nodes: "10.40.0.0/20",
      pods: "10.64.0.0/14",
      services: "10.41.0.0/20",
      controlPlane: "172.16.0.0/28",
    },
    pools,
    ...cluster,
  });
  const { ok, findings } = inFolder(folder, () => fleet.synth({ quiet: true, asOf: "2026-11-23" }));
  if (!ok) throw new Error(findings.map(({ path, message }) => `${path} ${message}`).join("\n"));
  const stack = join(folder, "cdktf.out", "stacks", "columbus");
  writeFileSync(join(stack, "local_override.tf.json"), LOCAL_BACKEND);
  return stack;
}

interface Plan {
  readonly resource_changes: readonly {
    readonly address: string;
    readonly change: { readonly actions: readonly string[] };
  }[];
}

async function run(cwd: string, providers: SimulatedProviders, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await terraform(cwd, [...args, "-no-color"], providers.env);
  if (code !== 0) throw new Error(`terraform ${args.join(" ")}: ${code}\n${stdout}${stderr}`);
  return stdout;
}

const name = (address: string): string => address.replace(/_[0-9A-F]{8}$/, "").replace(/^.*?\./, "");

/** What a plan does to each resource, after the stack was applied as it was before. */
async function changes(
  before: string,
  after: string,
  options: SimulationOptions = {},
): Promise<Record<string, string>> {
  const providers = await startSimulatedProviders([before, after], options);
  try {
    await run(before, providers, "init");
    await run(before, providers, "apply", "-auto-approve");
    if (after !== before) copyFileSync(join(before, "test.tfstate"), join(after, "test.tfstate"));
    await run(after, providers, "init");
    await run(after, providers, "plan", "-out=plan");
    const shown = await terraform(after, ["show", "-json", "plan"], providers.env);
    const plan: Plan = JSON.parse(shown.stdout);
    const found = plan.resource_changes.filter(({ change }) => !["no-op", "read"].includes(change.actions.join("+")));
    return Object.fromEntries(found.map(({ address, change }) => [name(address), change.actions.join("+")]));
  } finally {
    await providers.close();
  }
}

const REPLACED = "delete+create";

describeWithTerraform("a change to a GKE cluster, planned by Terraform with simulated providers", () => {
  test("slices more are new node pools, and nothing else", async () => {
    expect(await changes(stackOf([v5p(), other]), stackOf([v5p({ slices: 3 }), other]))).toEqual({
      "cluster-train_pool-v5p_v5p-002": "create",
    });
  });

  test("slices less are the last node pools gone, and nothing else", async () => {
    expect(await changes(stackOf([v5p(), other]), stackOf([v5p({ slices: 1 }), other]))).toEqual({
      "cluster-train_pool-v5p_v5p-001": "delete",
    });
  });

  test("single hosts more or less change a node pool in place", async () => {
    expect(await changes(stackOf([v5p(), other]), stackOf([v5p(), { ...other, slices: 5 }]))).toEqual({
      "cluster-train_pool-other": "update",
    });
  });

  test("another contract replaces the node pools of that pool alone", async () => {
    expect(await changes(stackOf([v5p(), other]), stackOf([v5p({ capacity: spot({ zone }) }), other]))).toEqual({
      "cluster-train_pool-v5p_v5p-000": REPLACED,
      "cluster-train_pool-v5p_v5p-001": REPLACED,
    });
  });

  test("another topology replaces the slices, of which the provider alone would say that they change in place", async () => {
    expect(await changes(stackOf([v5p(), other]), stackOf([v5p({ topology: "4x4x8" }), other]))).toEqual({
      "cluster-train_pool-v5p_shape": "update",
      "cluster-train_pool-v5p_v5p-000": REPLACED,
      "cluster-train_pool-v5p_v5p-001": REPLACED,
    });
  });

  test("another machine replaces the slices", async () => {
    const v6e = { machine: "ct6e-standard-4t", topology: "2x4" } as const;
    expect(
      await changes(
        stackOf([v5p({ ...v6e, topology: "4x4" })]),
        stackOf([v5p({ ...v6e, machine: "ct5lp-hightpu-4t", topology: "4x4" })]),
      ),
    ).toMatchObject({ "cluster-train_pool-v5p_v5p-000": REPLACED, "cluster-train_pool-v5p_v5p-001": REPLACED });
  });

  test("GPU machines more change a node pool in place, and those beyond a thousand are another; another machine replaces it", async () => {
    const gpus = (count: number, machine: "a3-highgpu-8g" | "a3-megagpu-8g" = "a3-highgpu-8g") =>
      stackOf([{ name: "gpu", machine, count, capacity: onDemand({ zone }) }, other]);
    expect(await changes(gpus(4), gpus(6))).toEqual({ "cluster-train_pool-gpu": "update" });
    expect(await changes(gpus(1000), gpus(1001))).toEqual({ "cluster-train_pool-gpu_gpu-2": "create" });
    expect(await changes(gpus(4), gpus(4, "a3-megagpu-8g"))).toEqual({ "cluster-train_pool-gpu": REPLACED });
  });

  test("another version changes the control plane in place", async () => {
    const of = (version: string) => stackOf([other], { cluster: { scheduler: kubernetes({ version }) } });
    expect(await changes(of("1.33"), of("1.34"))).toEqual({ "cluster-train_cluster": "update" });
  });

  test("a range for further networks changes the cluster in place, and replaces the GPU machines that get them", async () => {
    const mega: GooglePoolProps = { name: "mega", machine: "a3-megagpu-8g", count: 2, capacity: onDemand({ zone }) };
    const network = {
      nodes: "10.40.0.0/20",
      pods: "10.64.0.0/14",
      services: "10.41.0.0/20",
      controlPlane: "172.16.0.0/28",
    };
    const planned = await changes(
      stackOf([mega, other]),
      stackOf([mega, other], { cluster: { network: { ...network, gpu: "192.168.0.0/20" } } }),
    );
    expect(planned["cluster-train_cluster"]).toBe("update");
    expect(planned["cluster-train_pool-mega"]).toBe(REPLACED);
    expect(planned).not.toHaveProperty("cluster-train_pool-other");
    // Eight VPCs, each with a subnetwork and a rule for what passes within it.
    expect(Object.values(planned).filter((action) => action === "create")).toHaveLength(24);
  });

  test("a cluster that is protected is not replaced: the plan fails", async () => {
    const moved = {
      nodes: "10.44.0.0/20",
      pods: "10.68.0.0/14",
      services: "10.45.0.0/20",
      controlPlane: "172.16.0.16/28",
    };
    const change = (protect: boolean) =>
      changes(stackOf([other], { protect }), stackOf([other], { protect, cluster: { network: moved } }));
    await expect(change(true)).rejects.toThrow(/Instance cannot be destroyed/);
    expect(await change(false)).toMatchObject({ "cluster-train_cluster": REPLACED });
  });

  test("what GKE writes into a pool by itself changes nothing", async () => {
    const gpu: GooglePoolProps = { name: "h100", machine: "a3-highgpu-8g", count: 2, capacity: onDemand({ zone }) };
    const stack = stackOf([gpu]);
    const drift = { google_container_node_pool: { initial_node_count: 7n } };
    // The GPU pool states no count at first; only the system pool's is compared, and ignored.
    expect(await changes(stack, stack, { drift })).toEqual({});
  });
});

describeWithTerraform("every stack of the Google cases, applied by Terraform with simulated providers", () => {
  test.each(["google-tpus", "google-gpus", "google-secured"])(
    "%s is found unchanged by a second plan, and then destroyed",
    async (kind) => {
      const fleet = synthesized(kind);
      for (const stack of fleet.stacks) {
        const cwd = fleet.stackFolder(stack);
        writeFileSync(join(cwd, "local_override.tf.json"), LOCAL_BACKEND);
        const providers = await startSimulatedProviders([cwd]);
        try {
          await run(cwd, providers, "init");
          await run(cwd, providers, "validate");
          await run(cwd, providers, "apply", "-auto-approve");
          expect(await run(cwd, providers, "plan", "-detailed-exitcode")).toContain("No changes");
          expect(await run(cwd, providers, "destroy", "-auto-approve")).toContain("Destroy complete");
        } finally {
          await providers.close();
        }
      }
    },
  );
});
