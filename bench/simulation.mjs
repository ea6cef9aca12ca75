// A simulated review of one changed pool in a stack of 4,000: how long it takes, and what Node and Terraform take together.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, report, root, run } from "./measure.mjs";

const POOLS = 4000;

/** An output folder whose stack is the reference fleet's TPU site with so many pools, one of which has a number of nodes. */
function output(folder, stack, pools, nodes) {
  const [name, pool] = Object.entries(stack.resource.google_container_node_pool).at(-1);
  const all = Object.fromEntries(
    Array.from({ length: pools }, (_, index) => [
      `${name}-${index}`,
      { ...pool, name: `slice-${index}`, node_count: index === 77 ? nodes : 8 },
    ]),
  );
  mkdirSync(join(folder, "stacks", "tpu"), { recursive: true });
  const json = { ...stack, output: {}, resource: { ...stack.resource, google_container_node_pool: all } };
  writeFileSync(join(folder, "stacks", "tpu", "cdk.tf.json"), JSON.stringify(json, null, 2));
  const manifest = {
    name: "tpu",
    dependencies: [],
    synthesizedStackPath: "stacks/tpu/cdk.tf.json",
    workingDirectory: "stacks/tpu",
  };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ version: "0.21.0", stacks: { tpu: manifest } }));
}

/** Memory in MB of a process and all that it has started, as Linux counts it; 0 where it cannot be read. */
function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const own = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean),
    );
    return own + children.reduce((sum, child) => sum + memoryOf(child), 0);
  } catch {
    // It has ended.
    return 0;
  }
}

function measured(folder) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const args = ["review", "--simulate", "--base", "base", "-f", "json", "-o", "review.json"];
    const child = spawn(process.execPath, [join(root, "dist", "cli", "main.js"), ...args], {
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
    });
    let [megabytes, said] = [0, ""];
    child.stderr.on("data", (text) => {
      said += text;
    });
    const watch = setInterval(() => {
      megabytes = Math.max(megabytes, memoryOf(child.pid));
    }, 50);
    child.on("error", reject);
    child.on("close", (status) => {
      clearInterval(watch);
      const seconds = (performance.now() - began) / 1000;
      if (status !== 0) return reject(new Error(`the simulated review failed with ${status}\n${said}`));
      const { counters } = JSON.parse(readFileSync(join(folder, "review.json"), "utf8"));
      if (counters.update !== 1 || counters.create + counters.destroy > 0) {
        return reject(new Error(`one pool changes, and the review says ${JSON.stringify(counters)}`));
      }
      resolve({ seconds, megabytes });
    });
  });
}

export async function simulation(runs) {
  const terraform = process.env.TERRAFORM_BINARY_NAME ?? "terraform";
  if (spawnSync(terraform, ["version"]).status !== 0) {
    process.stdout.write(`skipped a simulated review: there is no ${terraform}\n`);
    return true;
  }
  const fleet = run(join(root, "dist", "stacks", "main.js"), { keep: true });
  const folder = mkdtempSync(join(tmpdir(), "siteform-bench-"));
  const written = join(fleet.folder, "cdktf.out", "stacks", "tpu-east", "cdk.tf.json");
  const stack = JSON.parse(readFileSync(written, "utf8"));
  output(join(folder, "base"), stack, POOLS, 8);
  output(join(folder, "cdktf.out"), stack, POOLS, 9);
  const found = [];
  for (let index = 0; index < runs; index += 1) found.push(await measured(folder));
  for (const each of [fleet.folder, folder]) rmSync(each, { recursive: true });
  const title = `a simulated review of one changed pool of ${POOLS}`;
  const time = report(title, 10, median(found.map(({ seconds }) => seconds)), " s", `the median of ${runs} runs`);
  const memory = median(found.map(({ megabytes }) => megabytes));
  return report("its memory", 1000, memory, " MB", "peak of Node and Terraform together") && time;
}
