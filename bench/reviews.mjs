// Reviews: how long a large plan takes to read, and what planning a fleet costs over calling Terraform by hand.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { median, report, root, run } from "./measure.mjs";

/**
 * A review of one plan of so many node groups, of which the first `updated` change: a plan holds each of them three times, and twice where
 * all are new.
 */
function projectOf(groups, updated, areNew) {
  const project = mkdtempSync(join(tmpdir(), "siteform-bench-"));
  mkdirSync(join(project, "cdktf.out", "stacks", "train"), { recursive: true });
  mkdirSync(join(project, "plans"));
  const stack = {
    name: "train",
    dependencies: [],
    synthesizedStackPath: "stacks/train/cdk.tf.json",
    workingDirectory: "stacks/train",
  };
  writeFileSync(
    join(project, "cdktf.out", "manifest.json"),
    JSON.stringify({ version: "0.21.0", stacks: { train: stack } }),
  );
  writeFileSync(join(project, "cdktf.out", "stacks", "train", "cdk.tf.json"), "{}");
  const changes = Array.from({ length: groups }, (_, index) => nodeGroup(index, index < updated, areNew));
  const values = (side) => ({
    root_module: {
      resources: changes.map(({ address, change }) => ({
        address,
        values: change[side],
        sensitive_values: change.after_sensitive,
      })),
    },
  });
  const plan = {
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: values("after"),
    resource_changes: changes,
    ...(areNew ? {} : { prior_state: { values: values("before") } }),
  };
  const file = join(project, "plans", "train.json");
  writeFileSync(file, JSON.stringify(plan));
  return { project, megabytes: statSync(file).size / 1e6 };
}

function nodeGroup(index, isUpdated, isNew) {
  const before = {
    ami_type: "AL2023_x86_64_NVIDIA",
    arn: `arn:aws:eks:us-east-2:111122223333:nodegroup/train/n-${index}`,
    labels: { "siteform/site": "rainier", "siteform/pool": `n-${index}` },
    launch_template: [{ id: `lt-${index}`, name: null, version: "3" }],
    release_token: `token-${index % 50}-of-a-pool`,
    scaling_config: [{ desired_size: 4, max_size: 4, min_size: 4 }],
    subnet_ids: ["subnet-0a", "subnet-0b", "subnet-0c"],
    user_data: "x".repeat(400),
  };
  const after = isUpdated ? { ...before, scaling_config: [{ desired_size: 8, max_size: 8, min_size: 4 }] } : before;
  const masks = { release_token: true, labels: {} };
  return {
    address: `aws_eks_node_group.n[${index}]`,
    mode: "managed",
    type: "aws_eks_node_group",
    name: "n",
    index,
    provider_name: "registry.terraform.io/hashicorp/aws",
    change: {
      actions: [isNew ? "create" : isUpdated ? "update" : "no-op"],
      before: isNew ? null : before,
      after,
      after_unknown: {},
      before_sensitive: isNew ? false : masks,
      after_sensitive: masks,
    },
  };
}

function reading(title, { groups, updated, areNew = false }, limits, runs) {
  const { project, megabytes } = projectOf(groups, updated, areNew);
  const program = join(root, "bench", "review.cjs");
  const figures = Array.from({ length: runs }, () => run(program, { env: { PROJECT: project } }));
  rmSync(project, { recursive: true });
  const details = `${megabytes.toFixed(1)} MB, ${groups} node groups of which ${areNew ? "all are new" : `${updated} change`}, beyond Node's start; the median of ${runs} runs`;
  const time = report(title, limits.seconds, median(figures.map(({ seconds }) => seconds)), " s", details);
  if (limits.megabytes === undefined) return time;
  return (
    report(
      `memory of ${title}`,
      limits.megabytes,
      median(figures.map((each) => each.megabytes)),
      " MB",
      "peak of the process",
    ) && time
  );
}

/** Plans of 10 MB and of 63 MB. */
export const plansRead = (runs) =>
  [
    reading("a review of 10 MB of plans", { groups: 2900, updated: 100 }, { seconds: 0.5 }, runs),
    reading("a review of 10 MB of plans in which all changes", { groups: 2900, updated: 2900 }, { seconds: 0.5 }, runs),
    reading("a review of 10 MB of plans in which all is new", { groups: 5000, areNew: true }, { seconds: 0.5 }, runs),
    reading("a review of 63 MB of plans", { groups: 18_000, updated: 100 }, { seconds: 4, megabytes: 600 }, runs),
  ].every(Boolean);

/** `siteform plan` over `xargs` that calls Terraform for the same stacks at the same parallelism: the reference fleet's without providers. */
export function planning(runs) {
  const terraform = process.env.TERRAFORM_BINARY_NAME ?? "terraform";
  if (spawnSync(terraform, ["version"]).status !== 0) {
    process.stdout.write(`skipped siteform plan over xargs: there is no ${terraform}\n`);
    return true;
  }
  const { folder } = run(join(root, "dist", "stacks", "main.js"), { keep: true });
  const stacks = readdirSync(join(folder, "cdktf.out", "stacks")).filter((stack) => needsNoProvider(folder, stack));
  const parallelism = availableParallelism();
  const env = { ...process.env, TF_IN_AUTOMATION: "1", CHECKPOINT_DISABLE: "1", TERRAFORM_BINARY_NAME: terraform };
  const timed = (command, args) => {
    const fresh = mkdtempSync(join(tmpdir(), "siteform-bench-"));
    cpSync(join(folder, "cdktf.out"), join(fresh, "cdktf.out"), { recursive: true });
    const began = performance.now();
    const { status, stderr } = spawnSync(command, args, {
      cwd: fresh,
      encoding: "utf8",
      env,
      input: stacks.join("\n"),
    });
    const seconds = (performance.now() - began) / 1000;
    rmSync(fresh, { recursive: true });
    // xargs ends with 123 where one call did: 2 is what Terraform says of a plan with changes.
    if (status !== 2 && status !== 0) throw new Error(`${command} failed with ${status}\n${stderr}`);
    return seconds;
  };
  const ours = () =>
    timed(process.execPath, [
      join(root, "dist", "cli", "main.js"),
      "plan",
      ...stacks,
      "--parallelism",
      String(parallelism),
    ]);
  const byHand = () =>
    timed("xargs", [
      "-P",
      String(parallelism),
      "-I",
      "{}",
      "sh",
      "-c",
      `cd cdktf.out/stacks/{} && "$TERRAFORM_BINARY_NAME" init -input=false >init.log && "$TERRAFORM_BINARY_NAME" plan -input=false -lock=false -out=plan >plan.log && "$TERRAFORM_BINARY_NAME" show -json plan >plan.json`,
    ]);
  ours();
  byHand();
  const pairs = Array.from({ length: runs }, () => [ours(), byHand()]);
  rmSync(folder, { recursive: true });
  const [one, other] = [0, 1].map((at) => median(pairs.map((pair) => pair[at])).toFixed(2));
  return report(
    "siteform plan over xargs and Terraform",
    1.2,
    median(pairs.map(([a, b]) => a / b)),
    " x",
    `${stacks.length} stacks without a provider, ${parallelism} at once: ${one} s over ${other} s; the median of ${runs} pairs`,
  );
}

function needsNoProvider(folder, stack) {
  const text = readFileSync(join(folder, "cdktf.out", "stacks", stack, "cdk.tf.json"), "utf8");
  return JSON.parse(text).terraform.required_providers === undefined;
}
