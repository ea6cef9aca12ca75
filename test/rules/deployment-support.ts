import { figure, fleet, hardwarePool, leasedSite, type Raw } from "./support";

export const at = "sites.colossus";

/** A machine of exactly 1 MW, so that a count of machines is a load in MW. */
const megawatt = {
  type: "block-1mw",
  offer: "hardware",
  accelerator: "H100",
  accelerators: figure(8),
  maxPowerKW: figure(1000),
};
export const critical = (valueMW: number): Raw => ({
  valueMW,
  meaning: "criticalIT",
  basis: "contract",
  source: "the lease",
});
export const phase = (id: string, valueMW: number, ready: string): Raw => ({
  id,
  power: critical(valueMW),
  milestones: { readyForService: { forecast: ready } },
});
export const twoPhases = [phase("p1", 60, "2027-03-01"), phase("p2", 40, "2027-09-01")];
export const pool = (name: string, count: number, capacity: Raw = { kind: "leased" }): Raw =>
  hardwarePool({ name, machine: "block-1mw", count, capacity });
export const deployment = (more: Raw = {}): Raw => ({
  name: "first",
  phase: "p1",
  pools: [{ name: "train.a" }],
  ...more,
});
export const milestones = (days: Readonly<Record<string, string>>): Raw => ({
  milestones: Object.fromEntries(Object.entries(days).map(([key, forecast]) => [key, { forecast }])),
});

/** A turnkey site of two phases: one's own hardware in the landlord's halls. */
export const site = (
  deployments: readonly Raw[],
  pools: readonly Raw[] = [pool("a", 60)],
  more: Raw = {},
  terms: Raw = {},
  rest: Raw = {},
) =>
  fleet({
    sites: [
      leasedSite(
        { scope: "turnkey", clusters: [{ name: "train", pools }], deployments, ...more },
        { phases: twoPhases, ...terms },
      ),
    ],
    machines: [megawatt],
    ...rest,
  });
