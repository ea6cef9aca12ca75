import { findMachine } from "../constructs/catalog";
import { powerFiguresOf, siteFigures } from "../constructs/ledger";
import { type FleetDocument, type SiteSpec, siteDates } from "../constructs/model";
import { referenceFleet } from "../stacks/reference-fleet";

const { document, findings } = referenceFleet().validate({ asOf: "2026-11-23" });
const { sites, guarantees } = document.spec;

function site(name: string): SiteSpec {
  const found = sites.find((each) => each.name === name);
  if (found === undefined) throw new Error(`the reference fleet has no ${name}`);
  return found;
}

const figuresOf = (each: SiteSpec) => siteFigures(each, findMachine);
const leases = sites.filter((each) => each.name.startsWith("lease-"));

/** Chips of some accelerators over a set of sites. */
const chips = (of: readonly SiteSpec[], wanted: RegExp): number =>
  of
    .flatMap((each) => Object.entries(figuresOf(each).accelerators))
    .reduce((sum, [name, count]) => sum + (wanted.test(name) ? count : 0), 0);

test("the reference fleet has no errors, and the warnings that its contracts deserve", () => {
  expect(findings.map(({ rule, severity, path }) => `${severity} ${rule} ${path}`)).toEqual([
    // Inference in Memphis rests on a lease that its landlord can end at 90 days' notice; a million TPUs are more than stand there.
    "warning DEMAND-2 demands.answers",
    "warning DEMAND-2 demands.tpus",
    // Google's guarantees amortize over ten years, the leases are longer.
    "warning GUAR-1 guarantees.google-new-york.amortizationMonths",
    "warning GUAR-1 guarantees.google-new-york.amount",
    "warning GUAR-1 guarantees.google-texas.amortizationMonths",
    "warning GUAR-1 guarantees.google-texas.amount",
    "warning GUAR-5 guarantees.google-texas.covers",
    // Either side of the lease of Memphis can leave; its landlord runs the racks, and nobody has assessed what that protects.
    "warning LEASE-6 sites.colossus-1.lease.terminationRights",
    "warning SEC-1 sites.colossus-1.securityProfile",
    "warning PHYS-1 sites.colossus-1.securityProfile.access.landlord.bmc",
    "warning PHYS-1 sites.colossus-1.securityProfile.access.landlord.racks",
    "warning PHYS-1 sites.colossus-1.securityProfile.zones.site.entry",
    "warning SEC-1 sites.texas.securityProfile.attained.basis",
    // Tenfold, and eightyfold; the TPUs are wanted in both.
    "note DEMAND-2 demands.answers",
    "note DEMAND-2 demands.answers",
    "note DEMAND-2 demands.tpus",
    "note DEMAND-2 demands.tpus",
  ]);
});

describe("what the articles report", () => {
  test("article 000: Fluidstack builds in Texas and in New York, in a programme of 50 billion dollars", () => {
    for (const [name, subdivision] of [
      ["texas", "US-TX"],
      ["new-york", "US-NY"],
    ] as const) {
      expect(site(name)).toMatchObject({
        tenure: "partner",
        contractor: "Fluidstack",
        location: { subdivision },
        programme: { investment: { amount: "50000000000.00", currency: "USD", basis: "reported" } },
      });
    }
  });

  test("article 000: both are in service during 2026", () => {
    for (const name of ["texas", "new-york"]) {
      const built = site(name);
      if (built.tenure !== "partner") throw new Error(`${name} is not partner-built`);
      for (const phase of built.phases) {
        expect(siteDates(built).usable(phase)).toMatch(/^2026-/);
      }
    }
  });

  test("article 001: more than a dozen leases, together over 1 GW, none binding yet", () => {
    expect(leases.length).toBeGreaterThan(12);
    const power = leases.flatMap(powerFiguresOf);
    expect(power.reduce((sum, figure) => sum + figure.valueMW, 0)).toBeGreaterThanOrEqual(1000);
    expect(power.every((figure) => figure.bound === "atLeast")).toBe(true);
    for (const lease of leases) {
      expect(lease).toMatchObject({
        lease: { state: "proposed" },
        programme: { power: { valueMW: 1000, bound: "atLeast", basis: "reported" } },
      });
    }
  });

  test("article 001: Google negotiates to guarantee the rent of all of them", () => {
    expect(guarantees).toContainEqual(
      expect.objectContaining({
        obligor: "Google",
        covers: "rent",
        state: "proposed",
        sites: leases.map(({ name }) => name),
      }),
    );
  });

  test("article 001: TPUs toward one million", () => {
    const tpus = chips(sites, /^TPU/);
    expect(tpus).toBeGreaterThan(990_000);
    expect(tpus).toBeLessThanOrEqual(1_000_000);
  });

  test("article 001: Microsoft is the third cloud", () => {
    expect(new Set(sites.flatMap((each) => (each.tenure === "cloud" ? [each.provider] : [])))).toEqual(
      new Set(["aws", "google", "azure"]),
    );
  });

  test("articles 002 and 003: Colossus 1 in Memphis, all of it and for nobody else, over 300 MW and 220,000 GPUs", () => {
    const colossus = site("colossus-1");
    expect(colossus).toMatchObject({
      tenure: "leased",
      scope: "compute",
      location: { subdivision: "US-TN", locality: "Memphis" },
      lease: { landlord: "SpaceX", exclusive: true, state: "commenced" },
    });
    expect(powerFiguresOf(colossus)).toMatchObject([
      { valueMW: 300, bound: "atLeast", basis: "reported", meaning: "unstated" },
    ]);
    expect(chips([colossus], /./)).toBeGreaterThan(220_000);
    expect(Object.keys(figuresOf(colossus).accelerators)).toEqual(["GB200", "H100", "H200"]);
  });

  test("article 004: Rainier in Indiana, 2.2 GW of Trainium2 at AWS", () => {
    const rainier = site("rainier");
    expect(rainier).toMatchObject({ provider: "aws", location: { subdivision: "US-IN" } });
    expect(powerFiguresOf(rainier)).toMatchObject([
      { valueMW: 2200, bound: "exact", basis: "reported", meaning: "unstated" },
    ]);
    // The order of a million chips, on tens of thousands of machines.
    expect(figuresOf(rainier)).toMatchObject({ accelerators: { Trainium2: 1_024_000 }, machines: 64_000 });
  });

  test("article 000: Munich is under the law of another country", () => {
    expect(site("munich").location).toMatchObject({ country: "DE", subdivision: "DE-BY" });
  });
});

test.each(sites.map(({ name }) => name))(
  "the machines assumed at %s take 80 to 100 %% of its critical power",
  (name) => {
    const { criticalIT, load } = figuresOf(site(name));
    expect(criticalIT).toBeDefined();
    const share = load.value / (criticalIT?.value ?? Number.NaN);
    expect(share).toBeGreaterThanOrEqual(0.8);
    expect(share).toBeLessThanOrEqual(1);
  },
);

test("what no article reports is marked assumed", () => {
  const reported = sites.flatMap((each) =>
    powerFiguresOf(each).map((figure) => ({ name: each.name, basis: figure.basis })),
  );
  expect(reported.filter(({ basis }) => basis === "reported").map(({ name }) => name)).toEqual([
    "rainier",
    "colossus-1",
  ]);
  expect(reported.filter(({ basis }) => basis !== "reported" && basis !== "assumed")).toEqual([]);
});

test("the document stands alone: reading it back gives the same fleet", () => {
  const read: FleetDocument = JSON.parse(JSON.stringify(document));
  expect(read).toEqual(document);
});
