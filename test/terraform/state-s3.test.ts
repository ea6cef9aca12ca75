import { cpSync, existsSync, writeFileSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { contracted, Fleet, megawatts, OwnedSite, owned, RemoteState } from "siteform";
import type { StateInput } from "../../constructs/model";
import { describeWithMoto, type Moto, startMoto } from "../support/moto";
import { inFolder, tempFolder } from "../support/temp";
import { terraform } from "../support/terraform";
import { describeWithTerraform } from "../support/with-tools";

const BUCKET = "atlas-tfstate";
const s3 = RemoteState.s3({ bucket: BUCKET, region: "us-east-2" });

/** A fleet of two owned sites, into a project of its own. */
function project(state: StateInput, { folder = tempFolder(), mw = 4 } = {}) {
  const fleet = new Fleet("atlas", { state });
  for (const name of ["lab", "annex"]) {
    const site = new OwnedSite(fleet, name, {
      location: { country: "DE" },
      power: contracted(megawatts(mw), { meaning: "criticalIT", source: "order 17" }),
    });
    site.addCluster("train", { pools: [{ machine: "dgx-h100", count: 100, capacity: owned() }] });
  }
  expect(inFolder(folder, () => fleet.synth({ quiet: true, asOf: "2026-11-23" })).findings).toEqual([]);
  return { folder, stack: (name: string) => join(folder, "cdktf.out", "stacks", name) };
}

describeWithMoto("state in S3, with moto as the S3 server", describeWithTerraform, () => {
  let moto: Moto;
  let backendConfig: string;

  beforeAll(async () => {
    moto = await startMoto();
    // What only this server needs is given on the command line, and is never in what is synthesized.
    backendConfig = join(tempFolder(), "moto.tfbackend");
    writeFileSync(
      backendConfig,
      `endpoints = { s3 = "${moto.url}" }\nuse_path_style = true\nskip_credentials_validation = true\nskip_requesting_account_id = true\n`,
    );
    await fetch(`${moto.url}/${BUCKET}`, { method: "PUT" });
  });
  afterAll(() => moto.close());

  const run = (cwd: string, ...args: string[]) => terraform(cwd, args, moto.env);

  async function must(cwd: string, ...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await run(cwd, ...args);
    if (code !== 0) throw new Error(`terraform ${args.join(" ")}: ${code}\n${stdout}${stderr}`);
    return stdout;
  }

  const init = (cwd: string, ...more: string[]) =>
    must(cwd, "init", "-no-color", `-backend-config=${backendConfig}`, ...more);
  const apply = ["apply", "-no-color", "-auto-approve"] as const;

  const get = async (key: string) => {
    // Signed as far as moto looks: it shows a private object to nobody without a name.
    const Authorization =
      "AWS4-HMAC-SHA256 Credential=testing/20260101/us-east-2/s3/aws4_request, SignedHeaders=, Signature=";
    const response = await fetch(`${moto.url}/${BUCKET}/${key}`, { headers: { Authorization } });
    if (response.status === 404) return undefined;
    expect(response.status).toBe(200);
    return await response.text();
  };
  const stateOf = async (key: string): Promise<{ serial: number; resources: readonly { name: string }[] }> =>
    JSON.parse((await get(key)) ?? "{}");
  const keys = async () => {
    const list = await (await fetch(`${moto.url}/${BUCKET}?list-type=2`)).text();
    return [...list.matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key]) => key);
  };

  test("two stacks have two keys, and no lock is left", async () => {
    const { stack } = project(s3);
    for (const name of ["lab", "annex"]) {
      await init(stack(name));
      await must(stack(name), ...apply);
    }
    expect(await keys()).toEqual(["atlas/annex.tfstate", "atlas/lab.tfstate"]);
    expect((await run(stack("lab"), "plan", "-detailed-exitcode")).code).toBe(0);
    await must(stack("lab"), "destroy", "-no-color", "-auto-approve");
    expect((await stateOf("atlas/annex.tfstate")).resources).toHaveLength(2);
  });

  describe("two applies of one stack at once", () => {
    const state = RemoteState.s3({ bucket: BUCKET, region: "us-east-2", keyPrefix: "race" });
    const KEY = "race/lab.tfstate";

    test("one wins, the other is told who holds the lock, and nothing is lost", async () => {
      const winner = project(state).stack("lab");
      // Another person's checkout, with another change.
      const loser = project(state, { mw: 5 }).stack("lab");
      const started = join(winner, "started");
      const released = join(winner, "released");
      // An apply that holds its lock until it is let go.
      const command = `touch '${started}'; until [ -e '${released}' ]; do sleep 0.1; done`;
      const hold = { terraform_data: { hold: { provisioner: [{ "local-exec": { command } }] } } };
      for (const cwd of [winner, loser]) {
        writeFileSync(join(cwd, "hold.tf.json"), JSON.stringify({ resource: hold }));
        await init(cwd);
      }
      const first = run(winner, ...apply);
      try {
        while (!existsSync(started)) await Promise.race([wait(50), first]);
        const lock: { ID: string; Who: string } = JSON.parse((await get(`${KEY}.tflock`)) ?? "{}");
        expect(lock.Who).toBe(`${userInfo().username}@${hostname()}`);

        const second = await run(loser, ...apply);
        expect(second.code).toBe(1);
        expect(second.stderr).toContain("Error acquiring the state lock");
        expect(second.stderr).toContain("PreconditionFailed");
        expect(second.stderr).toMatch(new RegExp(`ID: +${lock.ID}`));
        expect(second.stderr).toMatch(new RegExp(`Path: +${BUCKET}/${KEY}`));
        expect(second.stderr).toMatch(/Operation: +OperationTypeApply/);
        expect(second.stderr).toContain(lock.Who);
        // The lock is still the first one's.
        expect(JSON.parse((await get(`${KEY}.tflock`)) ?? "{}")).toEqual(lock);
      } finally {
        writeFileSync(released, "");
      }
      const { code, stdout } = await first;
      expect({ code, added: stdout.includes("Resources: 3 added, 0 changed, 0 destroyed") }).toEqual({
        code: 0,
        added: true,
      });
      expect(await get(`${KEY}.tflock`)).toBeUndefined();
      const won = await stateOf(KEY);
      expect(won.resources.map(({ name }) => name).sort()).toEqual(["cluster-train", "hold", "site"]);

      // The loser's turn: its plan is made on the winner's state.
      expect(await must(loser, ...apply)).toContain("Resources: 0 added, 1 changed, 0 destroyed");
      const after = await stateOf(KEY);
      expect(after.serial).toBeGreaterThan(won.serial);
      expect(after.resources.map(({ name }) => name).sort()).toEqual(["cluster-train", "hold", "site"]);
    });

    test("a lock that its holder left behind is released by its id", async () => {
      const cwd = project(state, { mw: 6 }).stack("lab");
      await init(cwd);
      const ID = "11111111-2222-3333-4444-555555555555";
      const stale = {
        ID,
        Operation: "OperationTypeApply",
        Who: "ada@laptop",
        Version: "1.11.4",
        Path: `${BUCKET}/${KEY}`,
      };
      await fetch(`${moto.url}/${BUCKET}/${KEY}.tflock`, { method: "PUT", body: JSON.stringify(stale) });
      const refused = await run(cwd, ...apply);
      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain("ada@laptop");
      const wrong = await run(cwd, "force-unlock", "-force", "99999999-2222-3333-4444-555555555555");
      expect(wrong.code).toBe(1);
      await must(cwd, "force-unlock", "-force", ID);
      expect(await get(`${KEY}.tflock`)).toBeUndefined();
      expect(await must(cwd, ...apply)).toContain("1 changed");
    });
  });

  test("state moves from a local file into the bucket, and on to another prefix, without a change", async () => {
    const { folder, stack } = project(RemoteState.local());
    const lab = stack("lab");
    await must(lab, "init", "-no-color");
    await must(lab, ...apply);
    expect(existsSync(join(folder, "state", "atlas", "lab.tfstate"))).toBe(true);

    for (const keyPrefix of ["moved", "moved-again"]) {
      project(RemoteState.s3({ bucket: BUCKET, region: "us-east-2", keyPrefix }), { folder });
      // Terraform does not go on by itself.
      expect((await run(lab, "plan", "-no-color")).stderr).toContain("Backend initialization required");
      await init(lab, "-migrate-state", "-force-copy");
      expect((await run(lab, "plan", "-no-color", "-detailed-exitcode")).code).toBe(0);
      expect((await stateOf(`${keyPrefix}/lab.tfstate`)).resources).toHaveLength(2);
    }
  });

  test("a state is copied under the new name of its stack with pull and push", async () => {
    const before = project(RemoteState.s3({ bucket: BUCKET, region: "us-east-2", keyPrefix: "names" }));
    await init(before.stack("lab"));
    await must(before.stack("lab"), ...apply);
    const pulled = join(before.folder, "lab.tfstate");
    writeFileSync(pulled, await must(before.stack("lab"), "state", "pull"));

    const after = tempFolder();
    cpSync(before.stack("lab"), after, { recursive: true, filter: (file) => !file.includes(".terraform") });
    const renamed = {
      terraform: { backend: { s3: { bucket: BUCKET, region: "us-east-2", key: "names/berlin.tfstate" } } },
    };
    writeFileSync(join(after, "renamed_override.tf.json"), JSON.stringify(renamed));
    await init(after);
    await must(after, "state", "push", pulled);
    expect((await run(after, "plan", "-detailed-exitcode")).code).toBe(0);
  });
});
