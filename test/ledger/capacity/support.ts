import { expandFleet } from "../../../constructs/ledger";
import { type SupplyLine, supplyOf } from "../../../constructs/ledger/capacity";
import type { FleetSpec } from "../../../constructs/model";
import { planningContextOf } from "../../../constructs/owned/allocation/planning-context";
import { validateFleet } from "../../../constructs/rules";
import { awsPool, awsSite, fleet, power, type Raw } from "../../rules/support";

/** A fleet as it is built, of which nothing has a wrong form. */
export function built(spec: Raw): FleetSpec {
  const { document, findings } = validateFleet(fleet(spec), { asOf: "2026-01-01", rules: [] });
  if (findings.length > 0) throw new Error(findings.map(({ path, message }) => `${path} ${message}`).join("\n"));
  return expandFleet(document).spec;
}

export const optionsFor = (spec: FleetSpec, asOf = "2026-01-01") => ({
  machine: planningContextOf(spec).machine,
  asOf,
  organisation: spec.organisation,
});

export const supply = (raw: Raw, asOf?: string) => {
  const spec = built(raw);
  return supplyOf(spec, optionsFor(spec, asOf));
};

const text = (instant: number | undefined): string => (instant === undefined ? "" : new Date(instant).toISOString());

/** `2027-01-01T00:00:00.000Z..2027-02-01T00:00:00.000Z firm 128`: a line as a test reads it. */
export const brief = ({ from, until, commitment, accelerators }: SupplyLine): string =>
  `${text(from)}..${text(until)} ${commitment} ${accelerators}`;

/** A cloud with one cluster of these pools; a trn2.48xlarge has sixteen chips. */
export const cloud = (...pools: readonly Raw[]): Raw =>
  awsSite({
    clusters: [
      {
        name: "train",
        purpose: "training",
        pools: pools.map((each, index) => ({ ...awsPool({ name: `p${index}` }), ...each })),
      },
    ],
  });

/** A leased site with one phase from a day on, and ten servers of eight H100. */
export const leasedSite = (lease: Raw, more: Raw = {}): Raw => ({
  name: "memphis",
  tenure: "leased",
  location: { country: "US", subdivision: "US-TN" },
  scope: "turnkey",
  lease: {
    landlord: "Landlord",
    state: "commenced",
    phases: [
      {
        id: "p1",
        power: power(5),
        milestones: { readyForService: { contract: "2026-06-01" } },
        rentCommencement: "2026-06-01",
      },
    ],
    ...lease,
  },
  clusters: [
    {
      name: "train",
      purpose: "training",
      pools: [{ name: "h100", machine: "dgx-h100", count: 10, capacity: { kind: "leased", phase: "p1" } }],
    },
  ],
  ...more,
});
