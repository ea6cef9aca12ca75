import { validateFleet } from "../../constructs/rules";
import { AS_OF, brief, check, checkDespite, cluster, fleet, fleetOf, hardwarePool, ownedSite, ruleOf } from "./support";

const fabric = {
  name: "compute",
  cluster: "train",
  technology: "infinibandNdr",
  switch: "qm9700",
  linkGbps: 400,
  scalableUnitHosts: 32,
};
const network = { name: "hosts", purpose: "hosts", cidrs: ["10.0.0.0/16"] };
const range = { name: "leaves", first: 4_200_000_000, last: 4_200_000_009 };

const site = (networkFabric?: string, rangeFabric?: string, fabrics: readonly object[] = [fabric]) =>
  ownedSite({
    name: "lab",
    clusters: [cluster([hardwarePool({ capacity: { kind: "owned" } })])],
    fabrics,
    addressPlan: {
      networks: [networkFabric === undefined ? network : { ...network, fabric: networkFabric }],
      asns: [rangeFabric === undefined ? range : { ...range, fabric: rangeFabric }],
    },
  });

describe("DOC-1: references between documents", () => {
  test("hold where they name something that is there, or nothing", () => {
    expect(check("DOC-1", fleetOf(site()))).toEqual([]);
    expect(check("DOC-1", fleetOf(site("compute", "compute")))).toEqual([]);
  });

  test("are found where they name nothing that is there, with what may be meant", () => {
    const found = check("DOC-1", fleetOf(site("computer", "ib")));
    expect(brief(found)).toEqual([
      "sites.lab.addressPlan.asns.leaves.fabric ib/-",
      "sites.lab.addressPlan.networks.hosts.fabric computer/-",
    ]);
    expect(found.map(({ message, hint }) => [message, hint])).toEqual([
      ['the site has no fabric "ib"; it has compute', undefined],
      ['the site has no fabric "computer"; it has compute', 'did you mean "compute"?'],
    ]);
    expect(check("DOC-1", fleetOf(site("x", undefined, [])))[0]?.message).toBe(
      'the site has no fabric "x"; it has no fabric',
    );
  });

  test("to what has a wrong form, and is left out, are not said to lead nowhere", () => {
    const broken = { ...fabric, scalableUnitHosts: "many" };
    expect(checkDespite("DOC-1", fleetOf(site("compute", undefined, [broken])))).toEqual([]);
  });
});

describe("DOC-2: no secrets", () => {
  const key = "AKIAIOSFODNN7EXAMPLE";

  test("a fleet without any is fine", () => {
    expect(check("DOC-2", fleetOf(site()))).toEqual([]);
  });

  test("one is found wherever it stands, by the path of where it stands, and never repeated", () => {
    const lab = { ...site(), displayName: key, location: { country: "US", locality: `near ${key}` } };
    const found = check("DOC-2", fleet({ organisation: key, sites: [lab] }));
    expect(found.map(({ path, message }) => `${path} ${message}`)).toEqual([
      "organisation holds what looks like an access key of AWS; its value is not shown",
      "sites.lab.displayName holds what looks like an access key of AWS; its value is not shown",
      "sites.lab.location.locality holds what looks like an access key of AWS; its value is not shown",
    ]);
    expect(JSON.stringify(found)).not.toContain(key);
  });

  test("no waiver covers it", () => {
    const waivers = [{ rule: "DOC-2", path: "sites.lab", reason: "a test key", until: "2030-01-01" }];
    const [found] = check("DOC-2", fleet({ sites: [{ ...site(), displayName: key }], waivers }));
    expect(found?.waived).toBeUndefined();
    expect(ruleOf("DOC-2").structural).toBe(true);
  });

  test("nor does what another rule says of a value repeat it", () => {
    const pool = hardwarePool({ machine: key, capacity: { kind: "owned" } });
    const lab = ownedSite({ name: "lab", power: { meaning: key }, clusters: [cluster([pool])] });
    const { findings } = validateFleet(fleetOf(lab), { asOf: AS_OF });
    expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["SCHEMA", "MACHINE-1", "DOC-2"]));
    expect(JSON.stringify(findings)).not.toContain(key);
  });

  test("a field that is called like a secret is refused, with where secrets belong", () => {
    const { findings } = validateFleet(fleetOf({ ...site(), bmcPassword: "hunter2" }), { asOf: AS_OF });
    const [found] = findings.filter(({ path }) => path === "sites.lab.bmcPassword");
    expect(found).toMatchObject({ rule: "SCHEMA", hint: expect.stringMatching(/^keep secrets in a secret store/) });
    expect(JSON.stringify(findings)).not.toContain("hunter2");
  });
});
