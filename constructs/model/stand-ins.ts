import { child } from "./path";

const figure = { valueMW: 0, meaning: "unstated", basis: "assumed", source: "unknown" };
const phases = [{ id: "unknown", power: figure }];

/**
 * What takes the place of a field that must be there and is missing or of the wrong form, so that the rest of its site is still
 * ruled. Nothing is ever built with one, and no rule's finding about one is reported. Fields on which rules about other fields
 * depend, such as a machine, have none: without them their pool is left out.
 */
const standIns: Readonly<Record<string, unknown>> = {
  account: "000000000000",
  basis: "assumed",
  contractor: "unknown",
  count: 1,
  covers: "rent",
  landlord: "unknown",
  lease: { landlord: "unknown", state: "proposed", phases },
  location: { country: "US" },
  meaning: "unstated",
  obligor: "unknown",
  phases,
  power: figure,
  project: "unknown-project",
  scope: "turnkey",
  source: "unknown",
  state: "proposed",
  subscription: "00000000-0000-0000-0000-000000000000",
  title: { kind: "owned" },
  value: 1,
  valueMW: 0,
};

/** A region of each cloud. Rules about zones name it as a field they need, and say nothing where it is a stand-in. */
const regions: Readonly<Record<string, string>> = { aws: "us-east-1", google: "us-central1", azure: "eastus" };

/** The stand-in for a field of an object, `undefined` when it has none. */
export function standInFor(field: PropertyKey | undefined, of: unknown): unknown {
  if (typeof field !== "string") return undefined;
  if (field === "region") return regions[String(child(of, "provider"))];
  return Object.hasOwn(standIns, field) ? standIns[field] : undefined;
}
