import fc from "fast-check";
import { accessRows, reaches, zoneAndOuter } from "../../constructs/ledger";
import { LeasedSiteSpec, OwnedSiteSpec, Zone } from "../../constructs/model";

const power = { valueMW: 10, meaning: "criticalIT", basis: "contract", source: "the lease" };
const base = { name: "site", location: { country: "US" } };
const leased = (scope: string, more: object = {}) =>
  LeasedSiteSpec.parse({
    ...base,
    tenure: "leased",
    scope,
    lease: { landlord: "L", state: "binding", phases: [{ id: "p1", power }] },
    ...more,
  });
const brief = (site: Parameters<typeof accessRows>[0]) =>
  accessRows(site).map(
    ({ party, racks, bmc, weights, basis }) => `${party} ${racks} ${bmc} ${weights ?? "-"} ${basis}`,
  );

test.each([
  ["compute", ["self none none - byScope", "landlord unescorted unescorted - byScope"]],
  ["turnkey", ["self unescorted unescorted - byScope", "landlord unescorted none - byScope"]],
  ["land", ["self unescorted unescorted - byScope", "landlord none none - byScope"]],
])("with the scope %s, who runs a layer reaches it", (scope, expected) => {
  expect(brief(leased(scope))).toEqual(expected);
});

test("nobody is landlord of a site one owns", () => {
  expect(brief(OwnedSiteSpec.parse({ ...base, tenure: "owned", power }))).toEqual([
    "self unescorted unescorted - byScope",
  ]);
});

test("what the profile states of a party takes the place of what the scope implies", () => {
  const access = [
    { name: "guards", party: "landlord", racks: "escorted", bmc: "none", weights: "none", reason: "clause 9" },
    { name: "field", party: "vendor", racks: "escorted", bmc: "escorted", weights: "none" },
  ];
  expect(brief(leased("turnkey", { securityProfile: { access } }))).toEqual([
    "self unescorted unescorted - byScope",
    "landlord escorted none none stated",
    "vendor escorted escorted none stated",
  ]);
});

describe("zones", () => {
  const zone = (id: string, parent?: string) =>
    Zone.parse({ id, protectionClass: 2, ...(parent === undefined ? {} : { parent }) });

  test("access to a zone is access to all within it", () => {
    const zones = [zone("site"), zone("hall", "site"), zone("cage", "hall"), zone("yard", "site")];
    const within = (name: string) => zones.filter((each) => reaches({ zone: name }, zones, each)).map(({ id }) => id);
    expect(within("site")).toEqual(["site", "hall", "cage", "yard"]);
    expect(within("hall")).toEqual(["hall", "cage"]);
    expect(zones.filter((each) => reaches({}, zones, each))).toHaveLength(4);
  });

  test("the way outwards ends, whatever the zones name as their parents", () => {
    const ids = ["a", "b", "c", "d"];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(undefined, ...ids, "nowhere"), { minLength: 4, maxLength: 4 }),
        (parents) => {
          const zones = ids.map((id, index) => zone(id, parents[index]));
          for (const id of ids) {
            const way = zoneAndOuter(zones, id);
            expect(way[0]?.id).toBe(id);
            expect(new Set(way).size).toBe(way.length);
          }
        },
      ),
    );
  });
});
