import { contracted, Fleet, megawatts, OwnedSite, owned } from "../../../constructs";
import type { FleetDocument } from "../../../constructs/model";
import { readFleet } from "../../../constructs/model";
import { renderPage } from "../../../review/html/page";
import { buildReview, redactorOfPlans } from "../../../review/report/build-review";
import type { StackInput } from "../../../review/report/stack-input";
import { compareFleets } from "../../../review/spec/compare";
import { change, planOf, stack } from "../support";

/** What differs between two sides of a test. */
export interface Side {
  /** Machines of the first pool. @default 14 */
  readonly machines?: number;
  /** Rows of the hall. @default "r[01-02]" */
  readonly rows?: string;
  /** Positions of a row. @default 4 */
  readonly racks?: number;
  /** What feeds the panels of side B. @default "ups-b" */
  readonly feeder?: string;
  /** The day from which the second phase can be used. @default "2027-03-01" */
  readonly second?: string;
  /** The position of the rack that is filled by hand. @default "r02-04" */
  readonly byHand?: string;
  readonly displayName?: string;
  /** The name of the hall. @default "h1" */
  readonly hall?: string;
}

/** A lab of one hall with racks, a power tree and a fabric, at known coordinates, with two phases of 2 and 3 MW. */
export function labFleet({
  machines = 14,
  rows = "r[01-02]",
  racks = 4,
  feeder = "ups-b",
  second = "2027-03-01",
  byHand = "r02-04",
  displayName = "The lab",
  hall = "h1",
}: Side = {}): FleetDocument {
  const fleet = new Fleet("lab-fleet", { organisation: "Case AI" });
  const site = new OwnedSite(fleet, "lab", {
    displayName,
    location: { country: "DE", subdivision: "DE-BY", locality: "Garching", latitude: 48.25, longitude: 11.65 },
    power: contracted(megawatts(5), { meaning: "criticalIT", source: "contract" }),
    phases: [phase("p1", 2, "2026-06-01"), phase("p2", 3, second)],
    halls: [
      {
        name: hall,
        criticalItMW: 5,
        coolingMW: 5,
        rows: [{ name: "air", rows, racks, rackType: "air-48u" }],
        reserved: [{ name: "network", positions: "r01-01", use: "network", rackKW: 12 }],
      },
    ],
    rackLayouts: [{ name: "edge", hall, racks: byHand, entries: [{ name: "servers", pool: "h100", count: 2 }] }],
    fabrics: [
      {
        name: "compute",
        cluster: "train",
        technology: "infinibandNdr",
        switch: "qm9700",
        linkGbps: 400,
        scalableUnitHosts: 32,
      },
    ],
    powerTopology: {
      nodes: [
        { id: "grid", kind: "utility" },
        { id: "ups-a", kind: "ups", parents: ["grid"], ratedKW: 1000, efficiency: 0.8, side: "A" },
        { id: "ups-b", kind: "ups", parents: ["grid"], ratedKW: 500, efficiency: 0.8, side: "B" },
        { id: "rpp-a[1-2]", kind: "rpp", parents: ["ups-a"], ratedKVA: 200, side: "A" },
        { id: "rpp-b[1-2]", kind: "rpp", parents: [feeder], ratedKVA: 200, side: "B" },
      ],
      loads: [{ id: "storage-[1-2]", kind: "storage", powerKW: 100, feeds: ["rpp-a[1-2]", "rpp-b[1-2]"] }],
    },
  });
  site.addCluster("train", {
    purpose: "training",
    pools: [{ name: "h100", machine: "dgx-h100", count: machines, capacity: owned({ phase: "p1" }) }],
  });
  site.addCluster("later", {
    purpose: "training",
    pools: [{ name: "b200", machine: "dgx-b200", count: 4, capacity: owned({ phase: "p2" }) }],
  });
  const { document, findings } = readFleet(fleet.record());
  expect(findings).toEqual([]);
  return document;
}

const phase = (id: string, mw: number, day: string) => ({
  id,
  power: contracted(megawatts(mw), { meaning: "criticalIT" as const, source: "contract" }),
  milestones: { readyForService: { contract: day } },
});

const asOf = "2026-11-28";

/** A page of the lab on two sides, with the plans of some stacks: by default one update. */
export function pageOf(
  before: Side | undefined,
  after: Side | undefined,
  stacks: readonly StackInput[] = [stack("lab", planOf(change("a.b", ["update"])))],
): string {
  const [base, head] = [before, after].map((side) => (side === undefined ? undefined : labFleet(side)));
  const redactor = redactorOfPlans(stacks);
  const comparison = base === undefined || head === undefined ? undefined : compareFleets(base, head, asOf);
  const review = buildReview(stacks, { comparison, redactor });
  return renderPage({ review, redact: redactor.text, asOf, base, head, hasBase: before !== undefined });
}
