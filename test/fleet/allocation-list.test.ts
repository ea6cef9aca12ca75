import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readAllocation, stageAllocations } from "../../constructs/fleet/allocation-list";
import { allocationText } from "../../constructs/fleet/allocation-text";
import { Allocation } from "../../constructs/model/allocation";
import { planSite } from "../../constructs/owned/allocation/plan-site";
import { addressPlan, cluster, context, hall, pool, site } from "../owned/allocation/sites";
import { inFolder, tempFolder } from "../support/temp";

const planned = (count: number, allocation?: Allocation): Allocation =>
  planSite(
    site({
      halls: [hall("h1")],
      clusters: [cluster("train", [pool("h100", count)])],
      addressPlan: addressPlan(),
      ...(allocation === undefined ? {} : { allocation }),
    }),
    context,
  ).allocation;

/** A folder with a project in it. */
function project(): string {
  const folder = tempFolder();
  writeFileSync(join(folder, "cdktf.json"), "{}");
  return folder;
}

const FILE = join("locks", "atlas", "tx1.allocation.yaml");

const put = (folder: string, text: string) => {
  mkdirSync(join(folder, "locks", "atlas"), { recursive: true });
  writeFileSync(join(folder, FILE), text);
};

describe("an allocation as it is committed", () => {
  test("has one line for each decision", () => {
    const text = allocationText("tx1", planned(8));
    const lines = text.split("\n").filter((line) => line.startsWith("    - "));
    expect(lines).toEqual([
      '    - { id: p1, cluster: train, pool: h100, machine: dgx-h100, machines: 1-8, hall: h1, positions: "r1-[01-02]", rackType: rack-42, machinesPerRack: 4, hosts: "tx1-train-h100-n[0001-0008]" }',
      "    - { id: n1, network: management, hall: h1, first: 10.64.0.0/22, count: 1 }",
      "    - { id: n2, network: hosts, hall: h1, first: 10.65.0.0/29, count: 4 }",
    ]);
  });

  test("keeps each of its lines, byte for byte, when the site grows", () => {
    const first = planned(8);
    const [before, after] = [first, planned(300, planned(9, first))].map((each) =>
      allocationText("tx1", each).split("\n"),
    );
    const old = (before ?? []).filter((line) => line.startsWith("    - "));
    expect(old.every((line) => after?.includes(line))).toBe(true);
    expect(after?.length).toBeGreaterThan(before?.length ?? 0);
  });

  test("is read as it was written", () => {
    const folder = project();
    const allocation = planned(8);
    inFolder(folder, () => {
      const staged = stageAllocations("atlas", [["tx1", allocation]], join(folder, "cdktf.out"));
      expect(existsSync(FILE)).toBe(false);
      staged.keep();
      const read = readAllocation("atlas", "tx1");
      expect(read.problems).toEqual([]);
      expect(Allocation.parse(read.allocation)).toEqual(allocation);
      expect(stageAllocations("atlas", [["tx1", allocation]], join(folder, "cdktf.out")).files).toEqual([]);
    });
  });

  test("says where a line stands", () => {
    const folder = project();
    put(folder, allocationText("tx1", planned(8)));
    inFolder(folder, () => {
      const { locate } = readAllocation("atlas", "tx1");
      const lines = readFileSync(FILE, "utf8").split("\n");
      const origin = locate("placements.p1.machine");
      expect(origin?.file).toBe("locks/atlas/tx1.allocation.yaml");
      expect(lines[(origin?.line ?? 0) - 1]?.slice((origin?.column ?? 0) - 1)).toMatch(/^machine: dgx-h100/);
    });
  });
});

describe("an allocation is not written", () => {
  test("outside of a project, nor where the output goes elsewhere", () => {
    const folder = tempFolder();
    inFolder(folder, () => {
      stageAllocations("atlas", [["tx1", planned(8)]], join(folder, "cdktf.out")).keep();
      writeFileSync("cdktf.json", "{}");
      stageAllocations("atlas", [["tx1", planned(8)]], join(tempFolder(), "cdktf.out")).keep();
      expect(existsSync("locks")).toBe(false);
    });
  });

  test("where nothing has been decided, nor when it is discarded", () => {
    const folder = project();
    inFolder(folder, () => {
      const outdir = join(folder, "cdktf.out");
      stageAllocations("atlas", [["tx1", Allocation.parse({})]], outdir).keep();
      expect(existsSync("locks")).toBe(false);
      stageAllocations("atlas", [["tx1", planned(8)]], outdir).discard();
      expect([existsSync(FILE), existsSync(`${FILE}.new`)]).toEqual([false, false]);
    });
  });
});

describe("an allocation that cannot be read", () => {
  const said = (text: string) => {
    const folder = project();
    put(folder, text);
    return inFolder(folder, () => readAllocation("atlas", "tx1").problems.map(({ message }) => message));
  };
  const good = allocationText("tx1", planned(8));

  test("says why: a merge that was not finished, no YAML, another document, another site's", () => {
    expect(said(good)).toEqual([]);
    expect(said(good.replace("spec:", "<<<<<<< HEAD\nspec:"))).toEqual([expect.stringContaining("not finished")]);
    expect(said("spec: [")).toHaveLength(1);
    expect(said(good.replace("kind: Allocation", "kind: Site"))).toEqual([
      'must be a document of the kind "Allocation"; got "Site"',
    ]);
    expect(said(good.replace("name: tx1", "name: tx2"))).toEqual(['must be the allocation of "tx1"; got "tx2"']);
  });

  test("is no trouble where there is none", () => {
    expect(inFolder(project(), () => readAllocation("atlas", "tx1"))).toMatchObject({ problems: [] });
  });
});
