import { LeasedSiteSpec } from "../../../constructs/model";

const power = { valueMW: 10, meaning: "criticalIT", basis: "contract", source: "the lease" };
const ready = { readyForService: { contract: "2027-03-01" } };

/** A leased site of one phase with forty servers, its scope and whatever else is given. */
export const leasedSite = (scope: string, more: object = {}, lease: object = {}): LeasedSiteSpec =>
  LeasedSiteSpec.parse({
    name: "memphis",
    displayName: "Memphis <1>",
    tenure: "leased",
    location: { country: "US", subdivision: "US-TN" },
    scope,
    lease: { landlord: "Landlord, Inc.", state: "binding", phases: [{ id: "p1", power, milestones: ready }], ...lease },
    clusters: [
      { name: "train", pools: [{ name: "h100", machine: "dgx-h100", count: 40, capacity: { kind: "owned" } }] },
    ],
    ...more,
  });

/** One of some files, by its name. */
export function textOf(files: readonly { readonly file: string; readonly text: string }[], name: string): string {
  const found = files.find(({ file }) => file === `schedules/${name}`);
  if (found === undefined) throw new Error(`no ${name} among ${files.map(({ file }) => file).join(", ")}`);
  return found.text;
}
