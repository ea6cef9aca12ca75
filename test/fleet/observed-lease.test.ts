import {
  Fleet,
  type FleetProps,
  LeasedSite,
  type LeasedSiteProps,
  leased,
  megawatts,
  type PowerTopologyInput,
  reported,
} from "siteform";
import { accessFiles } from "../../constructs/emit/schedules/access";
import { commissioningFiles } from "../../constructs/emit/schedules/commissioning";
import { responsibilityFiles } from "../../constructs/emit/schedules/responsibility";
import { type Artefact, artefactLayer, emits } from "../../constructs/ledger";
import type { Finding, PhysicalSiteSpec } from "../../constructs/model";
import { addColossus1 } from "../../stacks/colossus-1";
import { inFolder, tempFolder } from "../support/temp";

const asOf = "2026-11-23";

/** Of four systems of 1,000 kW one is lost: the one that shares 1,000 kW with it carries 1,000 + 250 kW. It trips. */
const trips: PowerTopologyInput = {
  nodes: [
    { id: "grid", kind: "utility", ratedKW: 10_000 },
    ...["a", "b", "c", "d"].map((id) => ({ id, kind: "ups" as const, parents: ["grid"], ratedKW: 1_000 })),
  ],
  loads: [
    ["ab", 1_000],
    ["cd", 1_000],
    ["ac", 250],
    ["ad", 250],
    ["bc", 250],
    ["bd", 250],
  ].map(([pair, powerKW]) => ({
    id: `load-${pair}`,
    kind: "it" as const,
    powerKW: Number(powerKW),
    feeds: [...String(pair)],
    survival: "system" as const,
  })),
};

/** A site like Colossus 1 with halls that do not hold what they are said to: machines that draw 10.2 of 10 MW, and that power tree. */
function observed(scope: LeasedSiteProps["scope"], props: FleetProps = {}): Fleet {
  const fleet = new Fleet("atlas", props);
  const site = new LeasedSite(fleet, "colossus-1", {
    location: { country: "US", subdivision: "US-TN", locality: "Memphis" },
    scope,
    powerTopology: trips,
    lease: {
      landlord: "SpaceX",
      state: "commenced",
      exclusive: true,
      phases: [
        {
          id: "all",
          power: reported(megawatts(10), { meaning: "criticalIT", source: "press" }),
          rentCommencement: "2026-05-01",
        },
      ],
    },
  });
  site.addCluster("hopper", { pools: [{ machine: "dgx-h100", count: 1_000, capacity: leased({ phase: "all" }) }] });
  return fleet;
}

const said = ({ rule, severity }: Finding): string => `${rule} ${severity}`;

/** What is said of the loss of the system a. */
const tripping = (findings: readonly Finding[]): string[] =>
  findings
    .filter(({ rule, path }) => rule === "PWR-2" && path.endsWith(".nodes.a"))
    .map(({ severity, observed: kilowatts, limit, unit }) => `${severity} ${kilowatts} of ${limit} ${unit}`);

function siteOf(fleet: Fleet): { site: PhysicalSiteSpec; findings: readonly Finding[] } {
  const { document, findings } = fleet.validate({ asOf });
  const site = document.spec.sites.find(({ name }) => name === "colossus-1");
  if (site === undefined || site.tenure === "cloud") throw new Error("the fleet has no colossus-1");
  return { site, findings };
}

const artefacts: readonly Artefact[] = [
  "powerTree",
  "racks",
  "devices",
  "bmcEnrolment",
  "fabricConfig",
  "cables",
  "hosts",
  "schedulerConfig",
];

describe("a lease of running machines whose halls do not add up", () => {
  test("is reported, stops nothing, and says why", () => {
    const { findings } = siteOf(observed("compute"));
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(findings.map(said)).toContain("PWR-8 warning");
    const downgraded = findings.filter(({ message }) => message.includes("observed: the counterparty operates"));
    expect(downgraded.map(({ rule }) => rule)).toContain("PWR-8");
    expect(downgraded.every(({ severity }) => severity === "warning")).toBe(true);
    expect(tripping(findings)).toEqual(["warning 1250 of 1000 kW"]);
  });

  test("stops everything where the same layers are one's own", () => {
    const { findings } = siteOf(observed("land"));
    expect(findings.map(said)).toContain("PWR-8 error");
    expect(findings.some(({ message }) => message.includes("observed:"))).toBe(false);
    expect(tripping(findings)).toEqual(["error 1250 of 1000 kW"]);
  });

  test("is synthesized with its documents, and with no file that configures what the landlord runs", () => {
    const folder = tempFolder();
    const result = inFolder(folder, () => observed("compute").synth({ asOf, quiet: true }));
    expect(result.ok).toBe(true);
    const files = result.files.filter((file) => file.includes("sites/colossus-1/"));
    expect(files.some((file) => file.endsWith("site.yaml"))).toBe(true);
    const configures = /bmh|baremetal|expected_|metal3|tinkerbell|netbox|sonic|config_db|clab|dps/i;
    expect(files.filter((file) => configures.test(file.slice(file.indexOf("colossus-1/"))))).toEqual([]);
  });
});

describe("Colossus 1 of the reference fleet", () => {
  const fleet = new Fleet("atlas");
  addColossus1(fleet);
  const { site, findings } = siteOf(fleet);

  test("is observed below the operating system, and only hosts and schedulers are configured", () => {
    expect(artefacts.filter((artefact) => emits(site, artefact))).toEqual(["hosts", "schedulerConfig"]);
    expect(artefacts).toEqual(Object.keys(artefactLayer));
  });

  test("has no errors; what is doubtful about its layers are warnings", () => {
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("has a responsibility matrix that names the landlord, and lists what is found", () => {
    const [, markdown] = responsibilityFiles(site, { findings });
    expect(markdown?.text).toContain("The agreement with SpaceX has the scope compute.");
    expect(markdown?.text).toContain("| hardware | SpaceX | SpaceX | SpaceX | yes | scope compute |  | devices |\n");
    expect(markdown?.text).toContain("| os | self | self | self | no | scope compute | hosts |  |\n");
    for (const { rule } of findings) expect(markdown?.text).toContain(`| ${rule} | `);
  });

  test("has an access matrix and a checklist of what a lessee sees", () => {
    expect(accessFiles(site).map(({ file }) => file)).toEqual(["schedules/access.csv", "schedules/access.md"]);
    const page = commissioningFiles(site).find(({ file }) => file.endsWith(".md"));
    expect(page?.text).toContain("| SpaceX | SpaceX |");
    expect(page?.text).not.toContain("factory");
  });
});
