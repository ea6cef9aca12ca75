import {
  awsPool,
  awsSite,
  brief,
  check,
  cluster,
  fleet,
  fleetOf,
  hardwarePool,
  leasedSite,
  ownedSite,
  type Raw,
} from "./support";

const at = "sites.colossus";
const profileAt = `${at}.securityProfile`;
const train = cluster([hardwarePool()], { purpose: "training" });

/** A turnkey site with a cluster `train` and this profile. */
const site = (securityProfile: Raw, more: Raw = {}) =>
  leasedSite({ scope: "turnkey", clusters: [train], securityProfile, ...more });

describe("PROV-1, where hardware comes from", () => {
  const row = (more: Raw = {}): Raw => ({
    name: "dgx-h100",
    manufacturer: "NVIDIA",
    country: "TW",
    custody: "sealed transport, inspected on arrival",
    firmware: "attested",
    ...more,
  });
  const found = (provenance: readonly Raw[], policy: Raw = {}, more: Raw = {}) =>
    brief(check("PROV-1", fleet({ sites: [site({ provenance }, more)], policy })));
  const place = `${profileAt}.provenance.dgx-h100`;

  test("takes hardware whose maker, custody and firmware are known", () => {
    expect(found([row()])).toEqual([]);
    expect(found([row({ firmware: "digest", firmwareDigest: `sha256:${"0a".repeat(32)}` })])).toEqual([]);
    expect(found([])).toEqual([]); // nobody states provenance
  });

  test("takes nothing of a supplier that the organisation bars, however it is written", () => {
    const policy = { barredSuppliers: ["Acme Corp."] };
    expect(found([row({ manufacturer: "ACME Corp" })], policy)).toEqual([`${place}.manufacturer ACME Corp/-`]);
    expect(found([row({ supplier: "acme corp." })], policy)).toEqual([`${place}.supplier acme corp./-`]);
    expect(found([row({ manufacturer: "Acme Corporation" })], policy)).toEqual([]);
    const deployments = [{ name: "d1", phase: "p1", pools: [{ name: "train.h100" }], supplier: "Acme Corp." }];
    expect(found([], policy, { deployments })).toEqual([`${at}.deployments.d1.supplier Acme Corp./-`]);
    // Whoever runs the hardware.
    expect(found([row({ manufacturer: "Acme Corp." })], policy, { scope: "compute" })).toEqual([
      `${place}.manufacturer Acme Corp./-`,
    ]);
  });

  test("warns of what is not known", () => {
    const { custody: _, ...loose } = row();
    expect(found([loose])).toEqual([`warning ${place} -/-`]);
    expect(found([row({ firmware: "unknown" })])).toEqual([`warning ${place}.firmware unknown/-`]);
    expect(found([row({ firmware: "digest" })])).toEqual([`warning ${place}.firmware digest/-`]);
    expect(found([row({ name: "dgx-b200" })])).toEqual([`warning ${profileAt}.provenance dgx-h100/-`]);
  });

  test("refuses a country that there is not", () => {
    expect(found([row({ country: "XX" })])).toEqual([`${place}.country XX/-`]);
  });
});

describe("RES-1, where work may run", () => {
  const row = (more: Raw = {}): Raw => ({
    name: "eu-data",
    purposes: ["inference"],
    allowed: ["DE", "FR"],
    source: "a law",
    ...more,
  });
  const serve = (purpose?: string): Raw =>
    cluster([hardwarePool()], { name: "serve", ...(purpose === undefined ? {} : { purpose }) });
  const found = (residency: readonly Raw[], purpose?: string, location: Raw = { country: "US" }) =>
    brief(
      check("RES-1", fleet({ sites: [leasedSite({ location, clusters: [serve(purpose)] })], policy: { residency } })),
    );
  const place = `${at}.clusters.serve`;

  test("takes work in a place where it may run, and in no other", () => {
    expect(found([row()], "inference", { country: "DE", subdivision: "DE-BY" })).toEqual([]);
    expect(found([row()], "inference", { country: "FR" })).toEqual([]);
    expect(found([row()], "inference")).toEqual([`${place}.purpose US/DE, FR`]);
    expect(found([row()], "training")).toEqual([]);
  });

  test("takes a part of a country for that part alone", () => {
    const texas = [row({ allowed: ["US-TX"] })];
    expect(found(texas, "inference", { country: "US", subdivision: "US-TX" })).toEqual([]);
    expect(found(texas, "inference", { country: "US", subdivision: "US-TN" })).toEqual([
      `${place}.purpose US-TN/US-TX`,
    ]);
    expect(
      check("RES-1", fleet({ sites: [leasedSite({ clusters: [serve("inference")] })], policy: { residency: texas } })),
    ).toMatchObject([{ severity: "error", hint: "give location.subdivision" }]);
    // A whole country allows each of its parts.
    expect(found([row({ allowed: ["US"] })], "inference", { country: "US", subdivision: "US-TN" })).toEqual([]);
  });

  test("warns of clusters that may run anything", () => {
    expect(found([row()])).toEqual([`warning ${place}.purpose US/DE, FR`]);
  });

  test("holds for clusters by name whatever their purpose, and for clouds", () => {
    expect(found([row({ purposes: [], clusters: ["serve"] })], "training")).toEqual([`${place} US/DE, FR`]);
    const cloud = awsSite({ clusters: [{ name: "serve", purpose: "inference", pools: [awsPool()] }] });
    expect(brief(check("RES-1", fleet({ sites: [cloud], policy: { residency: [row()] } })))).toEqual([
      "sites.rainier.clusters.serve.purpose US/DE, FR",
    ]);
  });

  test("a site's own profile speaks of that site alone", () => {
    const own = leasedSite({ clusters: [serve("inference")], securityProfile: { residency: [row()] } });
    const other = ownedSite({
      clusters: [{ ...serve("inference"), pools: [hardwarePool({ capacity: { kind: "owned" } })] }],
    });
    expect(brief(check("RES-1", fleetOf(own, other)))).toEqual([`${place}.purpose US/DE, FR`]);
  });

  test("puts no site to a use that it bars", () => {
    const barring = (barredPurposes: readonly string[], purpose: string) =>
      brief(check("RES-1", fleetOf(leasedSite({ clusters: [serve(purpose)], securityProfile: { barredPurposes } }))));
    expect(barring(["training"], "inference")).toEqual([]);
    expect(barring(["training"], "training")).toEqual([`${place}.purpose training/-`]);
    expect(barring(["training"], "mixed")).toEqual([`warning ${place}.purpose mixed/-`]);
  });

  test("knows the codes of places", () => {
    expect(found([row({ allowed: ["UK", "US-TT"] })], "training")).toEqual([
      "policy.residency.eu-data.allowed[0] UK/-",
      "policy.residency.eu-data.allowed[1] US-TT/-",
    ]);
  });
});

describe("RESP-2, who operates and who reaches", () => {
  const grant = (party: string, more: Raw = {}): Raw => ({
    name: party,
    party,
    racks: "none",
    bmc: "none",
    weights: "none",
    ...more,
  });
  const found = (scope: string, access: readonly Raw[], more: Raw = {}) =>
    brief(check("RESP-2", fleetOf(site({ access }, { scope, ...more }))));
  const place = (name: string) => `${profileAt}.access.${name}`;

  test("wants who operates a layer to reach it", () => {
    const staff = grant("self", { racks: "unescorted", bmc: "unescorted" });
    expect(found("turnkey", [staff])).toEqual([]);
    expect(found("turnkey", [grant("self")])).toEqual([`${place("self")}.bmc none/-`, `${place("self")}.racks none/-`]);
    expect(found("compute", [grant("landlord")])).toEqual([
      `${place("landlord")}.bmc none/-`,
      `${place("landlord")}.racks none/-`,
    ]);
    expect(
      found("compute", [grant("landlord"), grant("operator", { racks: "unescorted", bmc: "unescorted" })]),
    ).toEqual([]);
    // Of the landlord nothing is said: it has what the scope implies.
    expect(found("compute", [grant("vendor")])).toEqual([]);
  });

  test("warns of others who are alone with the BMCs that one operates", () => {
    expect(found("turnkey", [grant("landlord", { bmc: "escorted" })])).toEqual([]);
    expect(found("turnkey", [grant("landlord", { bmc: "unescorted" })])).toEqual([
      `warning ${place("landlord")}.bmc unescorted/-`,
    ]);
    expect(found("compute", [grant("landlord", { racks: "escorted", bmc: "unescorted" })])).toEqual([]);
  });

  test("has one's own machines stand where hardware is one's own", () => {
    const own = cluster([hardwarePool({ capacity: { kind: "owned" } })]);
    const owns = (scope: string, more: Raw = {}) => found(scope, [], { clusters: [own], ...more });
    expect(owns("turnkey")).toEqual([]);
    expect(owns("compute")).toEqual([`${at}.clusters.train.pools.h100.capacity.kind owned/-`]);
    const exception = [{ layer: "hardware", owns: "self", operates: "counterparty", approves: "self" }];
    expect(owns("compute", { responsibilities: exception })).toEqual([]);
  });

  test("warns of changes to one's own layer that wait for the counterparty", () => {
    const row = (approves: string) => [{ layer: "fabric", owns: "self", operates: "self", approves }];
    expect(found("turnkey", [], { responsibilities: row("self") })).toEqual([]);
    expect(found("turnkey", [], { responsibilities: row("counterparty") })).toEqual([
      `warning ${at}.responsibilities[0].approves counterparty/-`,
    ]);
  });
});
