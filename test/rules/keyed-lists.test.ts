import { keyedLists } from "../../constructs/rules/keyed-lists";
import { brief, check, fleet, fleetOf, hardwarePool, leasedSite, ownedSite } from "./support";

test("finds every list whose items have names or ids, however deep, and says how one comes to it", () => {
  const value = {
    a: [
      { name: "x", steps: [{ id: "s1" }, { id: "s2" }] },
      { name: "y", steps: [] },
    ],
    skipped: [{ name: "z" }],
    codes: ["DE", "US"],
    rows: [{ layer: "fabric", within: [{ id: "w" }] }],
  };
  expect([...keyedLists(value, "site", ["skipped"])].map(({ path, names }) => `${path} ${names}`)).toEqual([
    "site.a x,y",
    "site.a.x.steps s1,s2",
    "site.rows[0].within w",
  ]);
});

test("names are unique in every list of a site that is not a cloud", () => {
  const deployment = { name: "d1", phase: "p1", pools: [{ name: "train.h100" }, { name: "train.h100" }] };
  const zone = { id: "hall", protectionClass: 2 };
  const site = leasedSite({
    clusters: [{ name: "train", pools: [hardwarePool()] }],
    deployments: [deployment, { ...deployment, pools: [{ name: "train.h100" }] }],
    securityProfile: { zones: [zone, zone] },
  });
  expect(brief(check("NAME-1", fleetOf(site)))).toEqual([
    "sites.colossus.deployments.d1.pools.train.h100[1] 2/1",
    "sites.colossus.deployments.d1[1] 2/1",
    "sites.colossus.securityProfile.zones.hall[1] 2/1",
  ]);
  expect(check("NAME-1", fleetOf(site))[1]?.message).toBe(
    'the name "d1" stands 2 times (positions 1, 2); each item of deployments needs a name of its own',
  );
});

test("a list is told of once", () => {
  const hall = { name: "a", criticalItMW: 1 };
  expect(brief(check("NAME-1", fleetOf(ownedSite({ halls: [hall, hall] }))))).toEqual(["sites.abilene.halls.a[1] 2/1"]);
});

test("and in the policy of the fleet", () => {
  const row = { name: "eu", allowed: ["DE"], source: "a law" };
  expect(brief(check("NAME-1", fleet({ policy: { residency: [row, row] } })))).toEqual(["policy.residency.eu[1] 2/1"]);
});
