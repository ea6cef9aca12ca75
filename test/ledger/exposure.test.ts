import { exposures } from "../../constructs/ledger";
import { dollars, fleetOf, leasedSite, machine, mw } from "./lease-fixtures";

const asOf = "2026-11-23";

const leased = (name: string, megawatts: number, more: object = {}) =>
  leasedSite(
    {
      rentPerKWMonth: dollars("100.00"),
      end: "2027-12-31",
      phases: [{ id: "p1", power: mw(megawatts), rentCommencement: "2027-01-01" }],
      ...more,
    },
    { name },
  );
const cloud = (megawatts: number) => ({
  name: "iowa",
  tenure: "cloud",
  provider: "google",
  location: { country: "US" },
  project: "atlas-research",
  region: "us-central1",
  power: mw(megawatts),
});
const partner = {
  name: "texas",
  tenure: "partner",
  location: { country: "US" },
  contractor: "Fluidstack",
  scope: "turnkey",
  title: { kind: "owned" },
  phases: [{ id: "p1", power: mw(30) }],
};
const guarantee = (name: string, sites: readonly string[], more: object = {}) => ({
  name,
  obligor: "Google",
  covers: "rent",
  state: "binding",
  sites,
  amount: dollars("1000000.00"),
  start: "2027-01-01",
  ...more,
});
const of = (party: string, ...args: Parameters<typeof fleetOf>) =>
  exposures(fleetOf(...args), { machine, asOf }).find((each) => each.party === party);

describe("exposure to one party", () => {
  test("is over all its roles, each site counted once", () => {
    const sites = [leased("a", 10, { landlord: "google cloud" }), leased("b", 20), cloud(40), partner];
    // Landlord of a, obligor of a and b, and a cloud of 40 MW: 70 of 100 MW.
    const google = of("Google", sites, [guarantee("g1", ["a", "b"]), guarantee("g2", ["a"])]);
    expect(google).toMatchObject({ sites: ["a", "b", "iowa"], kW: 70_000, powerShare: 0.7 });
    expect(google?.roles.map(({ role, of: place }) => `${role} ${place}`)).toEqual([
      "landlord a",
      "cloudProvider iowa",
      "obligor g1",
      "obligor g2",
    ]);
    expect(google?.owedBy.map(({ amount }) => amount.toFixed(2))).toEqual(["2000000.00"]);
    // Twelve months of 10,000 kW at $100
    expect(google?.owedTo.map(({ amount }) => amount.toFixed(2))).toEqual(["12000000.00"]);
  });

  test("is of who builds and runs a site, too", () => {
    expect(of("Fluidstack", [partner])?.roles.map(({ role }) => role)).toEqual(["contractor", "operator"]);
    const operated = of("Operator Inc.", [{ ...partner, operator: "Operator Inc." }]);
    expect(operated).toMatchObject({ kW: 30_000, powerShare: 1 });
  });

  test("counts what is proposed in no sum, and shows it", () => {
    const sites = [leased("a", 10, { state: "exclusive" }), leased("b", 20)];
    const google = of("Google", sites, [guarantee("g", ["b"], { state: "proposed" })]);
    expect(google).toMatchObject({ sites: [], kW: 0, owedBy: [] });
    expect(google?.roles.map(({ counts }) => counts)).toEqual([false]);
    expect(of("Landlord Inc.", sites)).toMatchObject({ sites: ["b"], kW: 20_000, powerShare: 1 });
  });

  test("is the whole amount for each lease, where it stands behind each", () => {
    const sites = [leased("a", 10), leased("b", 20)];
    const amounts = (allocation: string) =>
      of("Google", sites, [guarantee("g", ["a", "b"], { allocation })])?.owedBy.map(({ amount }) => amount.toFixed(2));
    expect(amounts("perLease")).toEqual(["2000000.00"]);
    expect(amounts("sharedCap")).toEqual(["1000000.00"]);
  });

  test("is a deposit that the landlord holds, and a letter of credit that a bank has issued", () => {
    const security = [
      { id: "deposit", kind: "deposit", amount: dollars("3.00") },
      { id: "letter", kind: "letterOfCredit", amount: dollars("5.00"), issuer: "A bank" },
    ];
    const sites = [leased("a", 10, { security })];
    expect(of("Landlord Inc.", sites)?.owedBy.map(({ amount }) => amount.toFixed(2))).toEqual(["3.00"]);
    expect(of("A bank", sites)).toMatchObject({ kW: 10_000, roles: [{ role: "issuer" }] });
  });

  test("is the accelerators that it has made", () => {
    const pools = [{ name: "h100", machine: "dgx-h100", count: 10, capacity: { kind: "leased" } }];
    const site = { ...leased("a", 10), clusters: [{ name: "train", pools }] };
    // Makers depend on no site: the power is not theirs.
    expect(of("NVIDIA", [site])).toMatchObject({ accelerators: 80, acceleratorShare: 1, kW: 0 });
  });

  test("is none of a site that is retired", () => {
    expect(exposures(fleetOf([{ ...leased("a", 10), retired: true }]), { machine, asOf })).toEqual([]);
  });
});
