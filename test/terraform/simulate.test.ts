import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readOutput } from "../../review/inputs/output";
import { buildReview } from "../../review/report/build-review";
import type { Review } from "../../review/report/schema";
import { simulate } from "../../review/simulate/simulate";
import { synthesized } from "../support/reference";
import { findTerraform } from "../support/terraform";
import { describeWithTerraform } from "../support/with-tools";

type Body = Record<string, unknown>;
type Resources = Record<string, Record<string, Body>>;

describeWithTerraform("a simulated change of the reference fleet", () => {
  const fleet = synthesized("reference");
  const base = join(fleet.folder, "cdktf.out");
  const head = join(fleet.folder, "head");
  cpSync(base, head, { recursive: true });

  /** The review of a change of one stack; the others are as they were. */
  async function changed(stack: string, change: (resources: Resources) => void): Promise<Review> {
    const file = join(head, "stacks", stack, "cdk.tf.json");
    const before = readFileSync(file, "utf8");
    const json: { resource: Resources } = JSON.parse(before);
    change(json.resource);
    writeFileSync(file, JSON.stringify(json));
    const ran: string[] = [];
    try {
      const inputs = await simulate(readOutput(base), readOutput(head), {
        binary: findTerraform() ?? "terraform",
        parallelism: 1,
        onDone: (name) => ran.push(name),
      });
      expect(ran).toEqual([stack]);
      return buildReview(inputs, { isSimulated: true });
    } finally {
      writeFileSync(file, before);
    }
  }

  const one = (named: Record<string, Body> | undefined): Body => {
    const [first] = Object.values(named ?? {});
    if (first === undefined) throw new Error("the reference fleet has lost what is changed here");
    return first;
  };
  const types = ({ changes }: Review) => changes.map(({ type, action }) => `${type} ${action}`).sort();

  test("a pool that grows is one update, whichever the cloud", async () => {
    const amazon = await changed("rainier-train", ({ aws_eks_node_group: groups }) => {
      one(groups)["scaling_config"] = { desired_size: 7, max_size: 7, min_size: 0 };
    });
    expect(types(amazon)).toEqual(["aws_eks_node_group update"]);
    expect(amazon).toMatchObject({ verdict: "CHANGES", counters: { update: 1 }, simulated: true });
    const azure = await changed("azure-east", ({ azurerm_kubernetes_cluster_node_pool: pools }) => {
      one(pools)["node_count"] = 513;
    });
    expect(types(azure)).toEqual(["azurerm_kubernetes_cluster_node_pool update"]);
    const google = await changed("tpu-central-train", ({ google_container_node_pool: pools }) => {
      one(pools)["node_count"] = 17;
    });
    expect(types(google)).toEqual(["google_container_node_pool update"]);
  });

  test("a policy that allows more is seen first, with what it allows", async () => {
    const review = await changed("rainier-train", ({ aws_iam_role_policy: policies }) => {
      const policy = one(policies);
      policy["policy"] = String(policy["policy"]).replace("logs:DescribeLogGroups", "logs:*");
    });
    expect(types(review)).toEqual(["aws_iam_role_policy update"]);
    expect(review.changes[0]?.concerns).toEqual(["access"]);
    expect(JSON.stringify(review.changes[0]?.attributes)).toContain("logs:*");
  });

  test("another image of nodes replaces their groups, new ones first", async () => {
    const review = await changed("rainier-train", ({ aws_eks_node_group: groups }) => {
      one(groups)["ami_type"] = "AL2023_x86_64_STANDARD";
    });
    expect(review).toMatchObject({ verdict: "DESTROYS", counters: { create: 1, destroy: 1, replace: 1 } });
    expect(review.changes).toMatchObject([
      { action: "replace", order: "createFirst", reasons: ["cannot be changed in place", "forced by ami_type"] },
    ]);
  });

  test("another name of a cluster is blocked by its guard; without the guard it takes its pools with it", async () => {
    const rename = (guard: boolean) => (resources: Resources) => {
      const cluster = one(resources["aws_eks_cluster"]);
      cluster["name"] = "other";
      cluster["lifecycle"] = { prevent_destroy: guard };
    };
    const blocked = await changed("rainier-train", rename(true));
    expect(blocked.verdict).toBe("INCOMPLETE");
    expect(blocked.changes).toMatchObject([{ type: "aws_eks_cluster", action: "replace", isBlocked: true }]);
    const free = await changed("rainier-train", rename(false));
    expect(free.verdict).toBe("DESTROYS");
    // 4,000 machines at 450 a group are nine groups, and the system's.
    expect(types(free).filter((each) => each === "aws_eks_node_group replace")).toHaveLength(10);
  });
});
