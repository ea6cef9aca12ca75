import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assumed, Fleet, megawatts, OwnedSite } from "siteform";
import { inFolder, tempFolder } from "../support/temp";

function lab(name = "lab"): Fleet {
  const fleet = new Fleet(name);
  new OwnedSite(fleet, "site", {
    location: { country: "US" },
    power: assumed(megawatts(1), { meaning: "criticalIT" }),
  });
  return fleet;
}

/** Synthesizes in a folder, and leaves the exit code as it was. */
function synthIn(folder: string, fleet: Fleet, asOf = "2026-11-23") {
  const before = process.exitCode;
  try {
    return inFolder(folder, () => fleet.synth({ quiet: true, asOf }));
  } finally {
    process.exitCode = before;
  }
}

test("a file where the output folder must go is a finding, and the file stays", () => {
  const folder = tempFolder();
  writeFileSync(join(folder, "cdktf.out"), "mine");
  const { ok, findings } = synthIn(folder, lab());
  expect(ok).toBe(false);
  expect(findings).toMatchObject([{ rule: "OUTPUT-1", message: expect.stringContaining("cdktf.out") }]);
  expect(readdirSync(folder)).toEqual(["cdktf.out"]);
});

test.each(["tomorrow", "2026-02-30", ""])(
  "a day %j for rules that is none is a finding beside all the others",
  (asOf) => {
    const folder = tempFolder();
    const fleet = lab();
    new OwnedSite(fleet, "other", {
      location: { country: "XX" },
      power: assumed(megawatts(1), { meaning: "criticalIT" }),
    });
    const { findings } = synthIn(folder, fleet, asOf);
    expect(findings.map(({ rule }) => rule)).toEqual(["AS-OF-1", "LOC-1"]);
    expect(readdirSync(folder)).toEqual([]);
  },
);

test("a fleet that failed does not count as one that was written", () => {
  const folder = tempFolder();
  const broken = new Fleet("broken");
  new OwnedSite(broken, "site", {
    location: { country: "XX" },
    power: assumed(megawatts(1), { meaning: "criticalIT" }),
  });
  expect(synthIn(folder, broken).ok).toBe(false);
  expect(synthIn(folder, lab("whole")).ok).toBe(true);
  expect(synthIn(folder, lab("another")).findings).toMatchObject([{ rule: "FLEET-1" }]);
});

test("a folder that is there before, with somebody's files in it, keeps them", () => {
  const folder = tempFolder();
  mkdirSync(join(folder, "cdktf.out"));
  writeFileSync(join(folder, "cdktf.out", "notes.txt"), "mine");
  expect(synthIn(folder, lab()).ok).toBe(true);
  expect(readdirSync(join(folder, "cdktf.out")).sort()).toEqual([
    "fleet.json",
    "manifest.json",
    "notes.txt",
    "schemas",
    "sites",
    "stacks",
  ]);
});

test("a field that a site or the fleet does not have is reported, not dropped", () => {
  // What a program without types can say.
  const props: { location: { country: string }; power: ReturnType<typeof power>; nickname: string } = {
    location: { country: "US" },
    power: power(),
    nickname: "the barn",
  };
  const misspelt = { organization: "Atlas", organisation: "Atlas" };
  const fleet = new Fleet("typo", misspelt);
  new OwnedSite(fleet, "site", props);
  const { findings } = synthIn(tempFolder(), fleet);
  expect(findings.map(({ path }) => path).sort()).toEqual(["organization", "sites.site.nickname"]);
});

const power = () => assumed(megawatts(1), { meaning: "criticalIT" });
