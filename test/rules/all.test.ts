import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { allRules, validateFleet } from "../../constructs/rules";
import { outputRules } from "../../constructs/rules/output";
import {
  AS_OF,
  awsPool,
  awsSite,
  check,
  checkDespite,
  cluster,
  fleet,
  fleetOf,
  hardwarePool,
  leasedSite,
  ownedSite,
  phase,
} from "./support";

const folder = join(__dirname, "../../constructs/rules");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

const every = [...allRules, ...outputRules];

describe("the rules", () => {
  test("have ids of their own", () => {
    const ids = every.map((rule) => rule.id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test.each(every.map((rule) => [rule.id, rule] as const))(
    "%s says what holds, how grave its breach is, and where its limit comes from",
    (_, rule) => {
      expect(rule.title).toMatch(/^[a-z]/i);
      expect(["error", "warning", "note"]).toContain(rule.severity);
      expect(rule.source.length).toBeGreaterThan(5);
      expect(rule.formula).not.toBe("");
    },
  );

  test("are all listed: each file of the folder that has one", () => {
    const declared = files.flatMap((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      return [...text.matchAll(/^ {2}id: (?:"([^"]+)"|ID),$/gm)].map(([, id = "WAIVE-1"]) => id);
    });
    expect(declared.sort()).toEqual(every.map((rule) => rule.id).sort());
  });

  test("import no cloud, no framework and no provider", () => {
    for (const file of files) {
      const text = readFileSync(join(folder, file), "utf8");
      expect(
        [...text.matchAll(/from "((?:\.\.\/)+[a-z]+\/?|cdktf|@cdktf)/g)]
          .map(([, from = ""]) => from.split("/").filter((step) => step !== "..")[0])
          .filter((room) =>
            ["cdktf", "@cdktf", "core", "emit", "fleet", "aws", "google", "azure"].includes(room ?? ""),
          ),
      ).toEqual([]);
    }
  });

  test("find nothing in an empty fleet", () => {
    expect(validateFleet(fleet({}), { asOf: AS_OF }).findings).toEqual([]);
  });
});

describe("a fleet with several problems", () => {
  const broken = (displayName: unknown) =>
    fleetOf(
      awsSite({ network: { cidrs: ["10.16.0.0/15"] }, clusters: [cluster([awsPool({ machine: "trn2.48xlrge" })])] }),
      { ...leasedSite({ scope: "land", clusters: [cluster([hardwarePool({ count: 10_000 })])] }), displayName },
      ownedSite({ location: { country: "US", subdivision: "US-TT" } }),
    );

  test("hears of all of them at once, over all sites, with what was received and what is allowed", () => {
    const { findings } = validateFleet(broken("Colossus"), { asOf: AS_OF });
    expect(
      findings.filter((finding) => finding.severity === "error").map((finding) => [finding.rule, finding.path]),
    ).toEqual([
      ["LOC-1", "sites.abilene.location.subdivision"],
      ["PWR-8", "sites.colossus.lease.phases"],
      ["MACHINE-1", "sites.rainier.clusters.train.pools.trn2.machine"],
      ["AWS-VPC-1", "sites.rainier.network.cidrs[0]"],
    ]);
  });

  test("hears of them although a value elsewhere has a wrong form", () => {
    const { findings } = validateFleet(broken(7), { asOf: AS_OF });
    const errors = findings.filter((finding) => finding.severity === "error").map((finding) => finding.rule);
    expect(errors.sort()).toEqual(["AWS-VPC-1", "LOC-1", "MACHINE-1", "PWR-8", "SCHEMA"]);
  });

  test("stays silent on sums whose parts have a wrong form", () => {
    const pools = [hardwarePool({ count: 10_000 })];
    const site = (valueMW: unknown) =>
      leasedSite(
        { clusters: [cluster(pools)] },
        { phases: [phase("p1", 50), { ...phase("p2", 1), power: { valueMW } }] },
      );
    expect(checkDespite("PWR-8", fleetOf(site("lots")))).toEqual([]);
  });

  test("does not hear that a machine is unknown whose definition has a wrong form", () => {
    const site = ownedSite({ clusters: [cluster([hardwarePool({ machine: "own-1", capacity: { kind: "owned" } })])] });
    expect(
      checkDespite("MACHINE-1", fleet({ sites: [site], machines: [{ type: "own-1", offer: "hardware" }] })),
    ).toEqual([]);
    expect(check("MACHINE-1", fleetOf(site))).toHaveLength(1);
  });
});
