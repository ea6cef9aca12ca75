import type { Finding } from "../../constructs/model";
import { allRules, type Rule, validateFleet } from "../../constructs/rules";

/** The day for which every test asks. */
export const AS_OF = "2026-11-23";

/** Part of a raw document: what a user may have written. */
export type Raw = Readonly<Record<string, unknown>>;

export function ruleOf(id: string): Rule {
  const rule = allRules.find((each) => each.id === id);
  if (rule === undefined) throw new Error(`there is no rule ${id}`);
  return rule;
}

/** What one rule finds in a fleet whose form is right; a test whose fleet has a wrong form tests nothing. */
export function check(id: string, raw: unknown): readonly Finding[] {
  const { findings } = validateFleet(raw, { asOf: AS_OF, rules: [ruleOf(id)] });
  const wrong = findings.filter((finding) => finding.rule === "SCHEMA");
  if (wrong.length > 0) throw new Error(wrong.map(({ path, message }) => `${path} ${message}`).join("\n"));
  return findings;
}

/** What one rule finds in a fleet some of whose values have a wrong form; the findings on those are left out. */
export function checkDespite(id: string, raw: unknown): readonly Finding[] {
  const { findings } = validateFleet(raw, { asOf: AS_OF, rules: [ruleOf(id)] });
  if (!findings.some((finding) => finding.rule === "SCHEMA")) throw new Error("the fleet was to have a wrong form");
  return findings.filter((finding) => finding.rule !== "SCHEMA");
}

/** `path observed/limit`, with the severity where it is not an error: what a test compares. */
export const brief = (findings: readonly Finding[]): string[] =>
  findings.map(({ path, observed, limit, severity }) => {
    const values = `${observed ?? "-"}/${limit ?? "-"}`;
    return `${severity === "error" ? "" : `${severity} `}${path} ${values}`;
  });

export const fleet = (spec: Raw): Raw => ({
  apiVersion: "siteform.dev/v1alpha1",
  kind: "Fleet",
  metadata: { name: "atlas" },
  spec,
});

export const fleetOf = (...sites: readonly Raw[]): Raw => fleet({ sites });

/** The same fleet under another policy. */
export function underPolicy(raw: Raw, policy: Raw): Raw {
  const { spec } = raw;
  if (typeof spec !== "object" || spec === null) throw new Error("a fleet has a spec");
  return { ...raw, spec: { ...spec, policy } };
}

const location = { country: "US" };

export const power = (valueMW: number, more: Raw = {}): Raw => ({
  valueMW,
  meaning: "criticalIT",
  basis: "contract",
  source: "the lease",
  ...more,
});

export const figure = (value: number, more: Raw = {}): Raw => ({
  value,
  basis: "vendor",
  source: "data sheet",
  ...more,
});

export const usd = (amount: string, currency = "USD"): Raw => ({ amount, currency, basis: "reported", source: "8-K" });

export const awsSite = (more: Raw = {}): Raw => ({
  name: "rainier",
  tenure: "cloud",
  provider: "aws",
  location,
  account: "111122223333",
  region: "us-east-2",
  network: { cidrs: ["10.16.0.0/16"] },
  ...more,
});

export const awsPool = (more: Raw = {}): Raw => ({
  name: "trn2",
  machine: "trn2.48xlarge",
  count: 1,
  capacity: { kind: "onDemand", zoneId: "use2-az1" },
  ...more,
});

export const googleSite = (more: Raw = {}): Raw => ({
  name: "iowa",
  tenure: "cloud",
  provider: "google",
  location,
  project: "atlas-research",
  region: "us-central1",
  ...more,
});

export const googleNetwork = (more: Raw = {}): Raw => ({
  nodes: "10.0.0.0/16",
  pods: "10.64.0.0/12",
  services: "10.32.0.0/20",
  controlPlane: "10.48.0.0/28",
  ...more,
});

export const googlePool = (more: Raw = {}): Raw => ({
  name: "gpu",
  machine: "a3-highgpu-8g",
  count: 1,
  capacity: { kind: "onDemand", zone: "us-central1-a" },
  ...more,
});

export const tpuPool = (more: Raw = {}): Raw => ({
  name: "tpu",
  machine: "ct5p-hightpu-4t",
  topology: "4x4x8",
  capacity: { kind: "onDemand", zone: "us-central1-a" },
  ...more,
});

export const azureSite = (more: Raw = {}): Raw => ({
  name: "iris",
  tenure: "cloud",
  provider: "azure",
  location,
  subscription: "00000000-0000-4000-8000-000000000000",
  region: "eastus2",
  network: { cidrs: ["10.0.0.0/12"] },
  ...more,
});

export const azureNetwork = (more: Raw = {}): Raw => ({
  nodes: "10.0.0.0/16",
  pods: "10.128.0.0/10",
  services: "10.32.0.0/20",
  ...more,
});

export const azurePool = (more: Raw = {}): Raw => ({
  name: "h100",
  machine: "Standard_ND96isr_H100_v5",
  count: 1,
  capacity: { kind: "onDemand" },
  ...more,
});

/** A site of the given maker with one cluster `train` of these pools. */
export const cluster = (pools: readonly Raw[], more: Raw = {}): Raw => ({ name: "train", pools, ...more });

export const leasedSite = (more: Raw = {}, lease: Raw = {}): Raw => ({
  name: "colossus",
  tenure: "leased",
  location,
  scope: "compute",
  lease: { landlord: "SpaceX", state: "binding", phases: [phase("p1", 100)], ...lease },
  ...more,
});

export const ownedSite = (more: Raw = {}): Raw => ({
  name: "abilene",
  tenure: "owned",
  location,
  power: power(100),
  ...more,
});

export const phase = (id: string, valueMW: number, more: Raw = {}): Raw => ({ id, power: power(valueMW), ...more });

export const hardwarePool = (more: Raw = {}): Raw => ({
  name: "h100",
  machine: "dgx-h100",
  count: 1,
  capacity: { kind: "leased" },
  ...more,
});
