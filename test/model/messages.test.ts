import { contracted, days, gigabitsPerSecond, megawatts, readFleet, usd } from "../../constructs/model";
import { aFleet, aLeasedSite, anAwsSite, anOwnedSite, aPartnerSite, aPool, aPower } from "./raw-fleet";

/** The only finding on a fleet of one site, as a person reads it. */
function said(site: object): string {
  const { findings } = readFleet(aFleet({ sites: [site] }));
  return findings
    .map(({ path, message, hint }) => `${path}: ${message}${hint === undefined ? "" : ` -> ${hint}`}`)
    .join("\n");
}

/** What a program without types may have contracted. */
const stated = (given: unknown): unknown =>
  Reflect.apply(contracted, undefined, [given, { meaning: "criticalIT", source: "the contract" }]);

const pools = (...all: unknown[]) => ({ clusters: [{ name: "c", pools: all }] });
const KINDS = '"onDemand", "spot", "onDemandReservation", "capacityBlock", "capacityBlockPurchase"';
const SITE_FIELDS =
  "name, tenure, displayName, location, power, peakPue, energy, retired, utilities, powerTopology, coolingTopology, halls, rackLayouts, fabrics, addressPlan, allocation, deployments, securityProfile, phases, clusters";

describe("a message says where, what is wrong, what was given and what is allowed", () => {
  test.each([
    [
      "a tenure that does not exist",
      anOwnedSite({ tenure: "ownd" }),
      'sites.lab.tenure: must be one of "cloud", "owned", "leased", "partner"; got "ownd" -> did you mean "owned"?',
    ],
    [
      "no tenure",
      anOwnedSite({ tenure: undefined }),
      'sites.lab.tenure: is missing; must be one of "cloud", "owned", "leased", "partner"',
    ],
    [
      "a provider nobody knows",
      anAwsSite({ provider: "oracle" }),
      'sites.rainier.provider: must be one of "aws", "google", "azure"; got "oracle"',
    ],
    [
      "a field with a slip in its name",
      anOwnedSite({ hals: [] }),
      `sites.lab.hals: is not a field here; there are ${SITE_FIELDS}`,
    ],
    [
      "a field of another tenure",
      anOwnedSite({ lease: {} }),
      `sites.lab.lease: is not a field here; there are ${SITE_FIELDS}`,
    ],
    [
      "no location",
      anOwnedSite({ location: undefined }),
      "sites.lab.location: is missing; must be an object with country",
    ],
    [
      "no account",
      anAwsSite({ account: undefined }),
      "sites.rainier.account: is missing; must be an AWS account id of twelve digits, in quotes",
    ],
    [
      "an account as a number, which loses its leading zeros",
      anAwsSite({ account: 1122223333 }),
      "sites.rainier.account: must be an AWS account id of twelve digits, in quotes; got 1122223333",
    ],
    [
      "a value out of a list",
      aLeasedSite({ scope: "turn-key" }),
      'sites.memphis.scope: must be one of "land", "poweredShell", "turnkey", "compute"; got "turn-key" -> did you mean "turnkey"?',
    ],
    [
      "a text where an object is wanted",
      aLeasedSite({ lease: "SpaceX" }),
      'sites.memphis.lease: must be an object with landlord, state and phases; got "SpaceX"',
    ],
    [
      "a date where a milestone's three are wanted",
      aPartnerSite({ phases: [{ id: "p1", power: aPower(), milestones: { permit: "2026-01-31" } }] }),
      'sites.texas.phases.p1.milestones.permit: must be an object of contract, forecast, actual and follows; got "2026-01-31"',
    ],
    [
      "a text where one of several kinds is wanted",
      aPartnerSite({ title: "owned" }),
      'sites.texas.title: must be an object whose kind is one of "owned", "leased"; got "owned"',
    ],
    ["an object where a list is wanted", anOwnedSite({ halls: {} }), "sites.lab.halls: must be a list; got an object"],
    [
      "an empty text",
      anOwnedSite({ location: { country: "DE", locality: "" } }),
      "sites.lab.location.locality: must not be empty",
    ],
    [
      "a number below its limit",
      aLeasedSite({ lease: { ...aLeasedSite().lease, terminationRights: [{ party: "x", noticeDays: -1 }] } }),
      "sites.memphis.lease.terminationRights[0].noticeDays: must be a whole number of days, 0 to 36525; got -1",
    ],
    [
      "a fraction of a whole number",
      aLeasedSite({ lease: { ...aLeasedSite().lease, termMonths: 1.5 } }),
      "sites.memphis.lease.termMonths: must be a whole number of months, 1 to 1200; got 1.5",
    ],
    [
      "a name that other systems would refuse",
      anOwnedSite({ name: "Lab_1" }),
      'sites.Lab_1.name: must be lower-case letters, digits and inner hyphens; got "Lab_1"',
    ],
    [
      "a Date of JavaScript",
      aLeasedSite({ lease: { ...aLeasedSite().lease, end: new Date(0) } }),
      'sites.memphis.lease.end: must be a date that exists, as YYYY-MM-DD, such as "2026-05-01"; got a Date',
    ],
  ])("%s", (_, site, text) => {
    const known = said(site).replace(/ -> did you mean "halls"\?$/, "");
    expect(known).toBe(text);
  });

  test("a slip in a field's name is told from its neighbours' names, not from fields that are there already", () => {
    const { halls: _, ...without } = anOwnedSite();
    expect(said({ ...without, hals: [] })).toMatch(/-> did you mean "halls"\?$/);
    expect(said(anOwnedSite({ hals: [] }))).not.toMatch(/did you mean/);
  });

  test("a very long text is cut in the message", () => {
    const message = said(anOwnedSite({ retired: "x".repeat(5000) }));
    expect(message.length).toBeLessThan(200);
    expect(message).toContain("xxx…");
  });
});

describe("a contract of another cloud or tenure", () => {
  test.each([
    ["leased", `must be one of ${KINDS}; got "leased"`],
    ["ondemand", `must be one of ${KINDS}; got "ondemand" -> did you mean "onDemand"?`],
    [undefined, `is missing; must be one of ${KINDS}`],
    [7, `must be one of ${KINDS}; got 7`],
  ])("%j on AWS", (kind, text) => {
    expect(said(anAwsSite(pools(aPool({ capacity: { kind } }))))).toBe(
      `sites.rainier.clusters.c.pools.h100.capacity.kind: ${text}`,
    );
  });

  test("a capacity block in a leased site", () => {
    expect(said(aLeasedSite(pools(aPool({ capacity: { kind: "capacityBlock" } }))))).toBe(
      'sites.memphis.clusters.c.pools.h100.capacity.kind: must be one of "leased", "owned"; got "capacityBlock"',
    );
  });

  test("a helper that was named and not called", () => {
    expect(said(anOwnedSite(pools(aPool({ capacity: () => ({ kind: "owned" }) }))))).toBe(
      "sites.lab.clusters.c.pools.h100.capacity: must be an object with kind; got a function -> call it, with parentheses",
    );
  });
});

describe("figures", () => {
  const figure =
    "with valueMW, meaning, basis and source, as reported(megawatts(300), { meaning: ..., source: ... }) gives";
  const around = "write measured(...), contracted(...), vendorStated(...), reported(...) or assumed(...) around it";
  const bare = "must say where the figure comes from, its basis and source; got the bare";

  test.each([
    ["300 MW", '"300 MW"'],
    [300, "300"],
  ])("%j where a power figure is wanted", (power, shown) => {
    expect(said(anOwnedSite({ power }))).toBe(`sites.lab.power: must be a power figure ${figure}; got ${shown}`);
  });

  test.each([
    ["a quantity", megawatts(300), "300 MW"],
    ["a bound of a quantity", { bound: "atLeast", of: megawatts(300) }, "300 MW"],
  ])("%s that nobody stands for is one finding, not five", (_, power, shown) => {
    expect(said(anOwnedSite({ power }))).toBe(`sites.lab.power: ${bare} ${shown} -> ${around}`);
  });

  test("an amount that nobody stands for", () => {
    const lease = { ...aLeasedSite().lease, rentPerKWMonth: usd(150) };
    expect(said(aLeasedSite({ lease }))).toBe(`sites.memphis.lease.rentPerKWMonth: ${bare} 150.00 USD -> ${around}`);
  });

  test("a plain number where a figure with a source is wanted", () => {
    expect(said(anOwnedSite({ peakPue: 1.2 }))).toBe(
      "sites.lab.peakPue: must be a figure with value, basis and source, as assumed(1.2, { source: ... }) gives; got 1.2",
    );
  });

  test("a figure with everything but its source is told what it lacks", () => {
    expect(said(anOwnedSite({ power: aPower({ source: undefined }) }))).toBe(
      "sites.lab.power.source: is missing; must be a text",
    );
  });

  test.each([["12 MW"], ["12"], ["1,200"]])("%j as the number of megawatts", (valueMW) => {
    expect(said(anOwnedSite({ power: aPower({ valueMW }) }))).toBe(
      `sites.lab.power.valueMW: must be a finite number of MW, 0 or more; got "${valueMW}" -> write the number alone, without quotes and unit`,
    );
  });

  test("another unit in the field's name", () => {
    expect(said(anOwnedSite({ power: aPower({ powerGW: 1 }) }))).toBe(
      "sites.lab.power.powerGW: is not a field here; there are valueMW, bound, meaning, countedAs, basis, source -> power figures are written in MW, as valueMW; machine powers in kW",
    );
  });

  test.each([
    ["valueKW", 4000, "power is written in MW: 4,000 kW are valueMW: 4"],
    ["valueGW", 1, "power is written in MW: 1 GW is valueMW: 1000"],
    ["powerKW", 1500, "power is written in MW: 1,500 kW are valueMW: 1.5"],
    ["valueKW", "4000", "power is written in MW, as valueMW"],
  ])("%s: %j for a valueMW is one finding, which says what to write", (key, value, hint) => {
    const { valueMW: _, ...without } = aPower();
    expect(said(anOwnedSite({ power: { ...without, [key]: value } }))).toBe(
      `sites.lab.power.${key}: is not a field here; there are valueMW, bound, meaning, countedAs, basis, source -> ${hint}`,
    );
  });

  test("a slip in a name is no other unit", () => {
    const { valueMW, ...without } = aPower();
    expect(said(anOwnedSite({ power: { ...without, valuMW: valueMW } }))).toMatch(/-> did you mean "valueMW"\?$/);
  });

  test("years for months are counted in months", () => {
    const lease = { ...aLeasedSite().lease, termYears: 15 };
    expect(said(aLeasedSite({ lease }))).toMatch(/-> term is written in months: 15 years are termMonths: 180$/);
  });

  test("a word that ends as a unit does is no unit", () => {
    const { valueMW: _, ...without } = aPower();
    expect(said(anOwnedSite({ power: { ...without, VIEW: 1 } }))).not.toMatch(/written in/);
  });

  const wantsPower = "must be a power, as megawatts(20) gives";
  test.each([
    ["a duration", stated(days(20)), `${wantsPower}; got a duration of 20 days`],
    ["a bare duration", days(1), `${wantsPower}; got a duration of 1 day`],
    ["a data rate", stated(gigabitsPerSecond(400)), `${wantsPower}; got a data rate of 400 Gbit/s`],
    ["money", stated(usd(4)), `${wantsPower}; got an amount of 4.00 USD`],
    ["a number", stated(4), `${wantsPower}; got the plain number 4`],
    ["a text", stated("4 MW"), `${wantsPower}; got "4 MW"`],
  ])("%s for a power", (_, power, message) => {
    expect(said(anOwnedSite({ power }))).toBe(`sites.lab.power: ${message}`);
  });

  test("a power for a plain number of kilowatts", () => {
    const site = anOwnedSite(pools(aPool({ machinePowerKW: stated(megawatts(0.01)) })));
    expect(said(site)).toBe(
      "sites.lab.clusters.c.pools.h100.machinePowerKW: must be a plain number of kW with basis and source, as assumed(10) gives; got a power figure in MW",
    );
  });

  test("a document that calls its megawatts a value is told the field's name", () => {
    const { valueMW: value, ...without } = aPower();
    expect(said(anOwnedSite({ power: { ...without, value } }))).toMatch(
      /^sites\.lab\.power\.value: is not a field here; .* -> did you mean "valueMW"\?$/,
    );
  });
});
