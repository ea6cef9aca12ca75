import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contracted, Fleet, megawatts, OwnedSite, owned } from "siteform";
import { inFolder, tempFolder } from "../support/temp";
import { readTree } from "../support/tree";

const asOf = "2026-11-23";

interface Wanted {
  readonly pools: readonly (readonly [name: string, count: number])[];
  readonly halls?: readonly string[];
  readonly machine?: "dgx-h100" | "dgx-h200";
}

/** A site of halls with 24 positions each. */
function fleetOf({ pools, halls = ["h1"], machine = "dgx-h100" }: Wanted): Fleet {
  const fleet = new Fleet("atlas").addRackType("rack-42", {
    units: 42,
    ratedKW: 50,
    basis: "vendor",
    source: "data sheet",
  });
  new OwnedSite(fleet, "lab", {
    location: { country: "DE", subdivision: "DE-BY" },
    power: contracted(megawatts(10), { meaning: "criticalIT", source: "the contract" }),
    halls: halls.map((name) => ({
      name,
      criticalItMW: 1,
      rackType: "rack-42",
      rows: [{ name: "main", rows: "r[1-2]", racks: 12 }],
    })),
    addressPlan: { networks: [{ name: "hosts", purpose: "hosts", cidrs: ["10.64.0.0/16"] }] },
  }).addCluster("train", {
    purpose: "training",
    pools: pools.map(([name, count]) => ({ name, machine, count, capacity: owned() })),
  });
  return fleet;
}

function project(): string {
  const folder = tempFolder();
  writeFileSync(join(folder, "cdktf.json"), "{}");
  return folder;
}

const LOCK = join("locks", "atlas", "lab.allocation.yaml");

/** Synthesizes, and gives the lines of what is committed then. */
function synth(folder: string, wanted: Wanted): { ok: boolean; lines: string[]; findings: string[] } {
  return inFolder(folder, () => {
    const before = process.exitCode;
    const { ok, findings } = fleetOf(wanted).synth({ quiet: true, asOf });
    process.exitCode = before;
    const lines = readFileSync(LOCK, "utf8")
      .split("\n")
      .filter((line) => line.startsWith("    - "));
    const said = findings
      .filter(({ severity }) => severity === "error")
      .map(({ rule, path, origin }) => `${rule} ${path} ${origin?.file}:${origin?.line}`);
    return { ok, lines, findings: said };
  });
}

test("a site that grows, that gets a hall before its first and whose pools change places, keeps every line it has", () => {
  const folder = project();
  let before = synth(folder, { pools: [["a", 8]] }).lines;
  expect(before.length).toBeGreaterThan(0);
  for (const wanted of [
    { pools: [["a", 11]] },
    {
      pools: [
        ["b", 5],
        ["a", 11],
      ],
    },
    {
      pools: [
        ["b", 5],
        ["a", 120],
      ],
      halls: ["h0", "h1"],
    },
    {
      pools: [
        ["a", 100],
        ["b", 6],
      ],
      halls: ["h1", "h0"],
    },
  ] as const satisfies readonly Wanted[]) {
    const { ok, lines } = synth(folder, wanted);
    expect(ok).toBe(true);
    expect(before.filter((line) => !lines.includes(line))).toEqual([]);
    expect(lines.length).toBeGreaterThan(before.length);
    before = lines;
  }
});

test("the same program again changes nothing", () => {
  const folder = project();
  const first = synth(folder, { pools: [["a", 8]] }).lines;
  const output = readTree(join(folder, "cdktf.out"));
  expect(synth(folder, { pools: [["a", 8]] }).lines).toEqual(first);
  expect(readTree(join(folder, "cdktf.out"))).toEqual(output);
});

test("a pool that is renamed, or gets another machine, is refused with the line that says so", () => {
  const folder = project();
  const { lines } = synth(folder, { pools: [["a", 8]] });
  const renamed = synth(folder, { pools: [["b", 8]] });
  const line = inFolder(folder, () =>
    readFileSync(LOCK, "utf8")
      .split("\n")
      .findIndex((each) => each.includes("id: p1")),
  );
  expect(renamed).toEqual({
    ok: false,
    lines,
    findings: [`ALLOC-3 sites.lab.allocation.placements.p1.pool locks/atlas/lab.allocation.yaml:${line + 1}`],
  });
  expect(synth(folder, { pools: [["a", 8]], machine: "dgx-h200" }).findings).toEqual([
    `ALLOC-3 sites.lab.allocation.placements.p1.machine locks/atlas/lab.allocation.yaml:${line + 1}`,
  ]);
});

test("two branches that have both appended are told apart after a careless merge", () => {
  const folder = project();
  const base = synth(folder, { pools: [["a", 8]] });
  const lock = () => inFolder(folder, () => readFileSync(LOCK, "utf8"));
  const text = lock();
  const ours = synth(folder, { pools: [["a", 12]] }).lines.find((line) => !base.lines.includes(line));
  inFolder(folder, () => writeFileSync(LOCK, text));
  const theirs = synth(folder, {
    pools: [
      ["a", 8],
      ["b", 4],
    ],
  }).lines.find((line) => !base.lines.includes(line));
  inFolder(folder, () => writeFileSync(LOCK, text.replace("  subnets:", `${ours}\n${theirs}\n  subnets:`)));
  const merged = synth(folder, {
    pools: [
      ["a", 12],
      ["b", 4],
    ],
  });
  expect(merged.ok).toBe(false);
  const found = merged.findings.map((each) => each.split(" ").slice(0, 2).join(" "));
  expect(found.filter((each) => each.startsWith("ALLOC-"))).toEqual([
    expect.stringMatching(/^ALLOC-4 .*positions$/),
    expect.stringMatching(/^ALLOC-4 .*p2\[\d\]$/),
  ]);
});
