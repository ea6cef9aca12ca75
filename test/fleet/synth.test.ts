import { existsSync, mkdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { Fleet, megawatts, OwnedSite, RemoteState, reported } from "../../constructs";
import { AwsSite, onDemand, scratchLustre } from "../../constructs/aws";
import { FleetDocument } from "../../constructs/model";
import { AS_OF, addLab, aGoodFleet, labProps } from "./fleets";
import { enterProject, type Project } from "./project";

const options = { asOf: AS_OF };

/** A fleet in which two values of two sites are wrong. */
function aBrokenFleet() {
  const fleet = aGoodFleet();
  const power = reported(megawatts(-1), { meaning: "criticalIT", source: "a slip" });
  new OwnedSite(fleet, "annex", { ...labProps, power, location: { country: "Germany" } });
  return fleet;
}

describe("synth", () => {
  let project: Project;
  beforeEach(() => {
    project = enterProject();
  });
  afterEach(() => project.leave());

  test("writes a stack and documents for each site, the fleet document and the manifest", () => {
    const { result } = project.run(() => aGoodFleet().synth(options));
    expect(result.ok).toBe(true);
    expect(project.files()).toEqual([
      "cdktf.out/fleet.json",
      "cdktf.out/fleet/schedules/exposure.csv",
      "cdktf.out/fleet/schedules/exposure.md",
      "cdktf.out/fleet/schedules/notices.csv",
      "cdktf.out/fleet/schedules/notices.md",
      "cdktf.out/manifest.json",
      "cdktf.out/schemas/v1alpha1/cluster.json",
      "cdktf.out/schemas/v1alpha1/lease.json",
      "cdktf.out/schemas/v1alpha1/site.json",
      "cdktf.out/sites/lab/cluster-train.yaml",
      "cdktf.out/sites/lab/schedules/access.csv",
      "cdktf.out/sites/lab/schedules/access.md",
      "cdktf.out/sites/lab/schedules/bill-of-materials.csv",
      "cdktf.out/sites/lab/schedules/bill-of-materials.md",
      "cdktf.out/sites/lab/schedules/responsibility.csv",
      "cdktf.out/sites/lab/schedules/responsibility.md",
      "cdktf.out/sites/lab/site.yaml",
      "cdktf.out/sites/memphis/cluster-serve.yaml",
      "cdktf.out/sites/memphis/lease.yaml",
      "cdktf.out/sites/memphis/schedules/access.csv",
      "cdktf.out/sites/memphis/schedules/access.md",
      "cdktf.out/sites/memphis/schedules/bill-of-materials.csv",
      "cdktf.out/sites/memphis/schedules/bill-of-materials.md",
      "cdktf.out/sites/memphis/schedules/commissioning-phase-all.md",
      "cdktf.out/sites/memphis/schedules/commissioning.csv",
      "cdktf.out/sites/memphis/schedules/notices.csv",
      "cdktf.out/sites/memphis/schedules/notices.md",
      "cdktf.out/sites/memphis/schedules/responsibility.csv",
      "cdktf.out/sites/memphis/schedules/responsibility.md",
      "cdktf.out/sites/memphis/site.yaml",
      "cdktf.out/stacks/lab/cdk.tf.json",
      "cdktf.out/stacks/memphis/cdk.tf.json",
    ]);
    expect([...result.files].sort()).toEqual(project.files("cdktf.out"));
    expect(FleetDocument.parse(project.json("cdktf.out/fleet.json"))).toEqual(result.document);
    expect(project.json("cdktf.out/manifest.json")).toMatchObject({ stacks: { lab: {}, memphis: {} } });
  });

  test("names no folder of this machine in what it writes", () => {
    project.run(() => aGoodFleet().synth(options));
    for (const file of project.files()) expect(project.read(file)).not.toContain(project.folder);
  });

  test("of the same fleet writes the same bytes again, and touches no file", () => {
    project.run(() => aGoodFleet().synth(options));
    for (const file of project.files("cdktf.out")) utimesSync(join("cdktf.out", file), 1000, 1000);
    const before = project.state("cdktf.out");
    project.run(() => aGoodFleet().synth(options));
    expect(project.state("cdktf.out")).toEqual(before);
  });

  test("says what was found, what was written and what to run next", () => {
    const { stdout, stderr, exitCode } = project.run(() => aGoodFleet().synth(options));
    expect(stderr).toBe("");
    expect(exitCode).toBeUndefined();
    expect(stdout).toContain("atlas");
    expect(stdout).toContain("cdktf.out/stacks/");
    expect(stdout).toContain("npx cdktf deploy lab");
  });

  test("says nothing when asked to", () => {
    const good = project.run(() => aGoodFleet().synth({ ...options, quiet: true }));
    const bad = project.run(() => aBrokenFleet().synth({ ...options, quiet: true }));
    expect([good.stdout, good.stderr, bad.stdout, bad.stderr]).toEqual(["", "", "", ""]);
    expect(bad.exitCode).toBe(1);
  });

  describe("of a fleet with errors", () => {
    test("writes nothing, not even a folder", () => {
      const { result } = project.run(() => aBrokenFleet().synth(options));
      expect(result).toMatchObject({ ok: false, files: [] });
      expect(project.files()).toEqual([]);
    });

    test("keeps the last good output byte for byte", () => {
      project.run(() => aGoodFleet().synth(options));
      const before = project.state("cdktf.out");
      const { result } = project.run(() => aBrokenFleet().synth(options));
      expect(result.ok).toBe(false);
      expect(project.state("cdktf.out")).toEqual(before);
      expect(project.files()).toEqual(project.files("cdktf.out").map((file) => `cdktf.out/${file}`));
    });

    test("prints every finding on stderr, without a stack trace, and lets the process fail", () => {
      const { stdout, stderr, exitCode, result } = project.run(() => aBrokenFleet().synth(options));
      expect(exitCode).toBe(1);
      expect(stdout).toBe("");
      for (const finding of result.findings) {
        expect(stderr).toContain(finding.path);
        expect(stderr).toContain(finding.message);
      }
      expect(stderr).toContain("sites.annex.power.valueMW");
      expect(stderr).toContain("sites.annex.location.country");
      expect(stderr).toContain("nothing was written");
      expect(stderr).not.toMatch(/^\s+at |Error:/m);
    });

    test("builds no stack, and so calls no hook", () => {
      const fleet = aBrokenFleet();
      const hook = jest.fn();
      addLab(fleet, "second").terraform(hook);
      project.run(() => fleet.synth(options));
      expect(hook).not.toHaveBeenCalled();
    });
  });

  describe("what lies in the output folder", () => {
    test("stale documents are removed with their folders", () => {
      const fleet = aGoodFleet();
      fleet.addDemand("tpus", {
        workload: "mixed",
        points: [{ from: "2027-01-01", accelerators: 1 }],
        basis: "assumed",
        source: "plan",
      });
      project.run(() => fleet.synth(options));
      project.write("cdktf.out/sites/gone/site.yaml", "old");
      project.write("cdktf.out/sites/lab/cluster-old.yaml", "old");
      const documents = () => project.files("cdktf.out/fleet").filter((file) => file.endsWith(".yaml"));
      expect(documents()).toEqual(["demand-tpus.yaml"]);

      project.run(() => aGoodFleet().synth(options));
      expect(project.files("cdktf.out/sites").filter((file) => /gone|old/.test(file))).toEqual([]);
      expect(documents()).toEqual([]);
      expect(() => project.files("cdktf.out/sites/gone")).toThrow(/ENOENT/);
    });

    test("answers of the cloud stay beside the volumes that need them, and go with these", () => {
      const answers = "cdktf.out/sites/ohio/kubernetes/train/storage/outputs.env";
      const cloud = (storage: boolean) => {
        const fleet = new Fleet("with-volumes");
        const site = new AwsSite(fleet, "ohio", {
          account: "111122223333",
          region: "us-east-2",
          location: { country: "US" },
          network: { cidrs: ["10.16.0.0/16"] },
        });
        site.addCluster("train", {
          pools: [{ machine: "trn2.48xlarge", count: 2, capacity: onDemand({ zoneId: "use2-az1" }) }],
          ...(storage ? { storage: [scratchLustre({ name: "fast", zoneId: "use2-az1", capacityGiB: 1200 })] } : {}),
        });
        return fleet;
      };
      project.run(() => cloud(true).synth(options));
      project.write(answers, "lustre-train-fast-id=fs-0123");
      project.run(() => cloud(true).synth(options));
      expect(existsSync(answers)).toBe(true);
      project.run(() => cloud(false).synth(options));
      expect(existsSync(answers)).toBe(false);
    });

    test("what Terraform keeps beside a stack stays", () => {
      const kept = [".terraform/terraform.tfstate", ".terraform.lock.hcl", "plan.out"];
      mkdirSync("cdktf.out", { recursive: true });
      for (const file of kept) project.write(`cdktf.out/stacks/lab/${file}`, "kept");
      project.run(() => aGoodFleet().synth(options));
      for (const file of kept) expect(project.read(`cdktf.out/stacks/lab/${file}`)).toBe("kept");
    });
  });

  describe("into another folder", () => {
    const remote = { state: RemoteState.gcs({ bucket: "atlas-tfstate" }) };

    test("is what the cdktf command asks for, or the program", () => {
      process.env["CDKTF_OUTDIR"] = "build";
      project.run(() => aGoodFleet("atlas", remote).synth(options));
      project.run(() => aGoodFleet("atlas", remote).synth({ ...options, outdir: "other/deep" }));
      expect(project.files("build")).toContain("fleet.json");
      expect(project.files("other/deep")).toEqual(project.files("build"));
    });

    test("is refused for local state, whose path would be another, empty one", () => {
      const { result, stderr } = project.run(() => aGoodFleet().synth({ ...options, outdir: "build" }));
      const errors = result.findings.filter((finding) => finding.severity === "error");
      expect(errors).toMatchObject([{ rule: "STATE-1", path: "state", observed: "build" }]);
      expect(stderr).toContain("local state needs the default output folder cdktf.out");
      expect(stderr).not.toContain(project.folder);
      expect(project.files()).toEqual([]);
    });

    test("is not blamed on local state when the state's form is wrong", () => {
      const fleet = aGoodFleet("atlas", { state: Reflect.apply(RemoteState.gcs, undefined, [{ bucket: 5 }]) });
      const { result } = project.run(() => fleet.synth({ ...options, outdir: "build" }));
      expect(result.findings.filter((finding) => finding.severity === "error").map(({ path }) => path)).toEqual([
        "state.bucket",
      ]);
    });
  });

  describe("of two fleets in one program", () => {
    test("into one folder is refused for the second, and the first stays", () => {
      project.run(() => aGoodFleet("production").synth(options));
      const before = project.state("cdktf.out");
      const { result, exitCode, stderr } = project.run(() => aGoodFleet("staging").synth(options));
      const errors = result.findings.filter((finding) => finding.severity === "error");
      expect(errors).toMatchObject([{ rule: "FLEET-1", path: "fleet", observed: "staging", limit: "production" }]);
      expect(stderr).toContain('the fleet "staging" would overwrite the fleet "production"');
      expect(exitCode).toBe(1);
      expect(project.state("cdktf.out")).toEqual(before);
    });

    test("into two folders is fine", () => {
      const state = RemoteState.s3({ bucket: "atlas-tfstate", region: "us-east-2" });
      for (const name of ["production", "staging"]) {
        const { result } = project.run(() => aGoodFleet(name, { state }).synth({ ...options, outdir: name }));
        expect(result.ok).toBe(true);
      }
      expect(project.files("staging")).toEqual(project.files("production"));
    });
  });

  test("of a retired site leaves a stack with nothing in it, and its documents say so", () => {
    const hook = jest.fn();
    const retired = aGoodFleet();
    addLab(retired, "old").terraform(hook).retire();
    const { result } = project.run(() => retired.synth(options));
    expect(result.ok).toBe(true);
    expect(hook).not.toHaveBeenCalled();
    const stack = project.json("cdktf.out/stacks/old/cdk.tf.json");
    expect(stack).not.toHaveProperty("resource");
    expect(stack).not.toHaveProperty("output");
    expect(stack).toHaveProperty("terraform.backend.local.path", "../../../state/atlas/old.tfstate");
    expect(project.read("cdktf.out/sites/old/site.yaml")).toMatch(/^ {2}retired: true$/m);
  });
});
