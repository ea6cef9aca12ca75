import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Fleet } from "siteform";
import {
  type AwsPoolProps,
  AwsSite,
  al2023,
  bottlerocket,
  buyCapacityBlock,
  capacityBlock,
  kubernetes,
  onDemand,
  onDemandReservation,
  spot,
} from "siteform/aws";
import {
  type SimulatedProviders,
  type SimulationOptions,
  startSimulatedProviders,
} from "../../review/simulate/provider";
import { inFolder, tempFolder } from "../support/temp";
import { terraform } from "../support/terraform";
import { describeWithTerraform } from "../support/with-tools";

type Drift = NonNullable<SimulationOptions["drift"]>;
type Pool = Partial<AwsPoolProps> & { readonly capacity: AwsPoolProps["capacity"] };

const zoneId = "use2-az1";
const block = { zoneId, start: "2026-12-01T11:30:00Z", end: "2026-12-15T11:30:00Z" };
const reserved = (number: number) => `cr-${String(number).padStart(17, "0")}`;

/** Writes the stack of a site with one pool, `train`, and what else is said of it. */
function synthesize(folder: string, pools: readonly Pool[], version = "1.33", protect = true): string {
  const fleet = new Fleet("changes");
  new AwsSite(fleet, "ohio", {
    account: "111122223333",
    region: "us-east-2",
    location: { country: "US" },
    network: { cidrs: ["10.16.0.0/16", "10.17.0.0/16"], accelerators: { [zoneId]: "10.17.0.0/16" } },
    protect,
  }).addCluster("c", {
    scheduler: kubernetes({ version }),
    pools: pools.map((pool) => ({ name: "train", machine: "trn2.48xlarge", count: 4, ...pool })),
  });
  const result = inFolder(folder, () => fleet.synth({ quiet: true, asOf: "2026-11-23" }));
  expect(result.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  return join(folder, "cdktf.out", "stacks", "ohio");
}

interface Change {
  readonly address: string;
  readonly type: string;
  readonly actions: readonly string[];
}

interface Stack {
  /** Synthesizes anew, and plans. */
  plan(pools: readonly Pool[], version?: string): Promise<readonly Change[]>;
  apply(): Promise<void>;
  run(...args: string[]): ReturnType<typeof terraform>;
}

const TYPES = [
  "aws_autoscaling_schedule",
  "aws_autoscaling_group_tag",
  "aws_ec2_capacity_block_reservation",
  "aws_ec2_capacity_reservation",
  "aws_eks_node_group",
  "aws_launch_template",
  "aws_placement_group",
];

/** Applies a stack with some pools, then lets an action see what becomes of changes. */
async function applied(
  pools: readonly Pool[],
  action: (stack: Stack) => Promise<void>,
  { drift = {}, protect = true }: { readonly drift?: Drift; readonly protect?: boolean } = {},
): Promise<void> {
  const folder = tempFolder();
  const cwd = synthesize(folder, pools, undefined, protect);
  const providers: SimulatedProviders = await startSimulatedProviders([cwd], { resourceTypes: TYPES, drift });
  const run = (...args: string[]) => terraform(cwd, [...args, "-no-color"], providers.env);
  const must = async (...args: string[]) => {
    const { code, stdout, stderr } = await run(...args);
    if (code !== 0) throw new Error(`terraform ${args.join(" ")}: ${code}\n${stdout}${stderr}`);
  };
  try {
    await must("init");
    await must("apply", "-auto-approve");
    await action({
      run,
      apply: () => must("apply", "-auto-approve"),
      async plan(changed, version) {
        synthesize(folder, changed, version, protect);
        await must("plan", "-out=plan");
        const { stdout } = await run("show", "-json", "plan");
        const plan: { resource_changes?: { address: string; type: string; change: { actions: string[] } }[] } =
          JSON.parse(stdout);
        return (plan.resource_changes ?? [])
          .map(({ address, type, change }) => ({ address, type, actions: change.actions }))
          .filter(({ actions }) => actions.join() !== "no-op" && actions.join() !== "read");
      },
    });
  } finally {
    await providers.close();
  }
}

/** What a plan does, by type: `aws_eks_node_group create,delete`. */
const brief = (changes: readonly Change[]): string[] =>
  changes.map(({ type, actions }) => `${type} ${actions.join()}`).sort();

const NEW_GROUP_FIRST = "aws_eks_node_group create,delete";
const spotPool = { capacity: spot({ zoneId }) };

describeWithTerraform("a change of a pool on AWS, with simulated providers", () => {
  test("of its count scales the group in place", async () => {
    await applied([spotPool], async ({ plan }) => {
      expect(brief(await plan([{ ...spotPool, count: 7 }]))).toEqual(["aws_eks_node_group update"]);
    });
  });

  test("of its count beyond what a group takes fills the first and adds others, which stay", async () => {
    await applied([{ ...spotPool, count: 400 }], async ({ plan, apply }) => {
      const changes = await plan([{ ...spotPool, count: 900 }]);
      const actions = changes.map(
        ({ address, actions }) => `${address.replace(/_[0-9A-F]{8}$/, "")} ${actions.join()}`,
      );
      expect(actions.sort()).toEqual([
        "aws_eks_node_group.cluster-c_pool-train_nodes update",
        "aws_eks_node_group.cluster-c_pool-train_nodes-2 create",
      ]);
      await apply();
      expect(brief(await plan([{ ...spotPool, count: 901 }]))).toEqual(["aws_eks_node_group create"]);
      expect(brief(await plan([{ ...spotPool, count: 450 }]))).toEqual(["aws_eks_node_group delete"]);
    });
  });

  test("of the cluster's version changes the group in place, after the cluster", async () => {
    await applied([spotPool], async ({ plan }) => {
      const changes = await plan([spotPool], "1.34");
      expect(brief(changes.filter(({ type }) => /cluster$|node_group$/.test(type)))).toEqual(
        expect.arrayContaining(["aws_eks_cluster update", "aws_eks_node_group update"]),
      );
      expect(brief(changes).filter((change) => change.includes("delete"))).toEqual([]);
    });
  });

  test("of its machine makes the new group first", async () => {
    await applied([spotPool], async ({ plan }) => {
      const changes = brief(await plan([{ ...spotPool, machine: "p5.48xlarge" }]));
      expect(changes).toContain(NEW_GROUP_FIRST);
      expect(changes.filter((change) => change.includes("delete,create"))).toEqual([]);
    });
  });

  test("of its image makes the new group first, of its release changes it in place", async () => {
    await applied([spotPool], async ({ plan }) => {
      expect(brief(await plan([{ ...spotPool, image: bottlerocket() }]))).toContain(NEW_GROUP_FIRST);
      const release = al2023({ releaseVersion: "1.33.5-20251120" });
      expect(brief(await plan([{ ...spotPool, image: release }]))).toEqual(["aws_eks_node_group update"]);
    });
  });

  test.each([
    ["on demand", onDemand({ zoneId }), NEW_GROUP_FIRST],
    ["a capacity block", capacityBlock({ ...block, reservationId: reserved(1) }), NEW_GROUP_FIRST],
    ["a reservation", onDemandReservation({ zoneId, reservationId: reserved(1) }), NEW_GROUP_FIRST],
  ])("from spot to %s makes the new group first", async (_, capacity, action) => {
    await applied([spotPool], async ({ plan }) => {
      const changes = brief(await plan([{ capacity }]));
      expect(changes).toContain(action);
      expect(changes.filter((change) => change.includes("delete,create"))).toEqual([]);
    });
  });

  test("from on demand to a capacity block makes the new group first", async () => {
    await applied([{ capacity: onDemand({ zoneId }) }], async ({ plan }) => {
      const capacity = capacityBlock({ ...block, reservationId: reserved(1) });
      expect(brief(await plan([{ capacity }]))).toContain(NEW_GROUP_FIRST);
    });
  });

  test("from one reservation or block to another changes template and group in place", async () => {
    const odcr = (number: number) => [
      { capacity: onDemandReservation({ zoneId, reservationId: reserved(number) }) },
      { name: "block", capacity: capacityBlock({ ...block, reservationId: reserved(number + 10) }) },
    ];
    await applied(odcr(1), async ({ plan }) => {
      expect(brief(await plan(odcr(2)))).toEqual([
        "aws_eks_node_group update",
        "aws_eks_node_group update",
        "aws_launch_template update",
        "aws_launch_template update",
      ]);
    });
  });

  test("of the count of a reservation that was made changes it in place", async () => {
    const accept = "I accept that billing starts at once and goes on until the reservation is cancelled";
    const made = (count: number) => [{ count, capacity: onDemandReservation({ zoneId, create: { accept } }) }];
    await applied(made(4), async ({ plan }) => {
      expect(brief(await plan(made(6)))).toEqual(["aws_ec2_capacity_reservation update", "aws_eks_node_group update"]);
      expect(brief(await plan(made(451)))).toEqual([
        "aws_ec2_capacity_reservation create",
        "aws_ec2_capacity_reservation update",
        "aws_eks_node_group create",
        "aws_eks_node_group update",
        "aws_launch_template create",
      ]);
    });
  });
});

describeWithTerraform("a capacity block in mid-window, with simulated providers", () => {
  test.each(["schedule", "autoscaler"] as const)("scaled by %s is left alone by an apply", async (scaling) => {
    const pools = [{ capacity: capacityBlock({ ...block, reservationId: reserved(1), scaling }) }];
    const drift: Record<string, Drift[string]> = {};
    await applied(
      pools,
      async ({ plan, run }) => {
        expect(brief(await plan(pools))).toEqual([]);
        // The window opens: the schedule, or the autoscaler, has asked for every machine. EC2 Auto Scaling answers with the time of
        // the next firing as the start of an action that recurs.
        const full = { scaling_config: [{ desired_size: 4, max_size: 4, min_size: 0 }] };
        drift["aws_eks_node_group"] = (group) => (group["node_group_name_prefix"] === "train-" ? full : group);
        drift["aws_autoscaling_schedule"] = { start_time: "2026-12-05T12:30:00Z" };
        expect(brief(await plan(pools))).toEqual([]);
        const { code, stdout } = await run("plan", "-detailed-exitcode");
        expect({ code, stdout: code === 0 ? "" : stdout }).toEqual({ code: 0, stdout: "" });
        // It was seen: after an apply the state has the group's real size, and the next plan is empty as well.
        expect((await run("apply", "-auto-approve")).code).toBe(0);
        expect((await run("show", "-json")).stdout).toContain('"desired_size":4');
        expect(brief(await plan(pools))).toEqual([]);
      },
      { drift },
    );
  });

  test("that is made in mid-window needs no time that is past", async () => {
    const folder = tempFolder();
    const cwd = synthesize(folder, [{ capacity: capacityBlock({ ...block, reservationId: reserved(1) }) }]);
    const stack: { resource: { aws_autoscaling_schedule: Record<string, object> } } = JSON.parse(
      readFileSync(join(cwd, "cdk.tf.json"), "utf8"),
    );
    const actions = Object.values(stack.resource.aws_autoscaling_schedule);
    expect(actions).toHaveLength(4);
    for (const action of actions) {
      expect(action).toHaveProperty("recurrence");
      expect(action).not.toHaveProperty("start_time");
      expect(action).not.toHaveProperty("end_time");
    }
  });
});

describeWithTerraform("a capacity block that is bought, with simulated providers", () => {
  const acceptPurchase = "I accept that this purchase is charged upfront and can be neither cancelled nor refunded";
  const bought = (offeringId: string) => [
    { machine: "p5en.48xlarge" as const, capacity: buyCapacityBlock({ ...block, offeringId, acceptPurchase }) },
  ];

  test("is bought once, whatever becomes of the offering's id", async () => {
    await applied(bought("cb-0123456789abcdef0"), async ({ plan }) => {
      expect(brief(await plan(bought("cb-0123456789abcdef0")))).toEqual([]);
      expect(brief(await plan(bought("cb-0fedcba9876543210")))).toEqual([]);
    });
  });

  test("is not destroyed, also where the site is not protected", async () => {
    await applied(
      bought("cb-0123456789abcdef0"),
      async ({ run }) => {
        const { code, stderr } = await run("plan", "-destroy");
        expect(code).toBe(1);
        expect(stderr).toContain("aws_ec2_capacity_block_reservation.cluster-c_pool-train_block");
        expect(stderr).toContain("prevent_destroy");
      },
      { protect: false },
    );
  });
});

describeWithTerraform("a reservation that was made, with simulated providers", () => {
  const accept = "I accept that billing starts at once and goes on until the reservation is cancelled";
  const pools = [{ capacity: onDemandReservation({ zoneId, create: { accept } }) }];

  test.each([
    [true, 1],
    [false, 0],
  ])("is destroyed only where the site is not protected (protect: %s)", async (protect, code) => {
    await applied(
      pools,
      async ({ run }) => {
        const planned = await run("plan", "-destroy");
        expect(planned.code).toBe(code);
        if (protect) expect(planned.stderr).toContain("aws_ec2_capacity_reservation.cluster-c_pool-train_reservation");
        else expect((await run("destroy", "-auto-approve")).code).toBe(0);
      },
      { protect },
    );
  });

  test("is for one machine: another one needs a pool of another name, or a site that is not protected", async () => {
    const moved = pools.map((pool) => ({ ...pool, machine: "p5en.48xlarge" as const }));
    await applied(pools, async ({ plan }) => {
      await expect(plan(moved)).rejects.toThrow(
        /Instance cannot be destroyed[\s\S]*aws_ec2_capacity_reservation\.cluster-c_pool-train_reservation[\s\S]*prevent_destroy/,
      );
      const beside = [...pools, ...moved.map((pool) => ({ ...pool, name: "second" }))];
      expect(brief(await plan(beside)).filter((change) => !change.endsWith(" create"))).toEqual([]);
    });
    await applied(
      pools,
      async ({ plan }) => {
        const changes = brief(await plan(moved));
        // New machines in a new reservation first.
        expect(changes).toContain("aws_ec2_capacity_reservation create,delete");
        expect(changes).toContain(NEW_GROUP_FIRST);
      },
      { protect: false },
    );
  });
});
