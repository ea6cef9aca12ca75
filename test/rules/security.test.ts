import {
  brief,
  check,
  checkDespite,
  cluster,
  fleet,
  fleetOf,
  hardwarePool,
  leasedSite,
  ownedSite,
  phase,
  type Raw,
} from "./support";

const at = "sites.colossus";
const profileAt = `${at}.securityProfile`;
const train = cluster([hardwarePool()], { purpose: "training" });
const ownTrain = cluster([hardwarePool({ capacity: { kind: "owned" } })]);

/** A turnkey site with a cluster `train` and this profile. */
const site = (securityProfile: Raw, more: Raw = {}) =>
  leasedSite({ scope: "turnkey", clusters: [train], securityProfile, ...more });
const weights: Raw = { requiredLevel: 3, clusters: ["train"] };

describe("SEC-1, the level that weights need", () => {
  const attained = (level: number, basis = "vendor"): Raw => ({ attained: { level, basis, source: "an assessment" } });
  const found = (securityProfile: Raw, policy: Raw = {}) =>
    check("SEC-1", fleet({ sites: [site(securityProfile)], policy }));

  test.each([1, 2, 3, 4, 5])("takes SL%i where it is needed, and no level below", (level) => {
    const needed = { weights: { ...weights, requiredLevel: level } };
    expect(found({ ...needed, ...attained(level) })).toEqual([]);
    if (level === 1) return;
    expect(brief(found({ ...needed, ...attained(level - 1) }))).toEqual([
      `${profileAt}.attained.level ${level - 1}/${level}`,
    ]);
  });

  test("asks the policy where the profile does not say", () => {
    const silent = { weights: { clusters: ["train"] } };
    expect(found({ ...silent, ...attained(3) })).toEqual([]);
    expect(brief(found({ ...silent, ...attained(2) }))).toEqual([`${profileAt}.attained.level 2/3`]);
    expect(found({ ...silent, ...attained(3) }, { weightsLevel: 4 })[0]?.message).toBe(
      "the weights on train need SL4 by policy; the site attains SL3 (vendor: an assessment)",
    );
  });

  test("warns where nobody has assessed the site, and where the level is assumed", () => {
    expect(brief(found({ weights }))).toEqual([`warning ${profileAt} -/3`]);
    expect(brief(found({ weights, ...attained(3, "assumed") }))).toEqual([
      `warning ${profileAt}.attained.basis assumed/-`,
    ]);
  });

  test("asks nothing of a site without weights", () => {
    expect(found(attained(1))).toEqual([]);
    expect(check("SEC-1", fleetOf(ownedSite()))).toEqual([]);
  });

  test("says nothing of a level whose form is wrong", () => {
    expect(checkDespite("SEC-1", fleetOf(site({ weights, ...attained(6) })))).toEqual([]);
  });
});

describe("PHYS-1, zones", () => {
  const zone = (id: string, protectionClass: number, more: Raw = {}): Raw => ({ id, protectionClass, ...more });
  const safe = { entry: "badge", logged: true, visitorEscort: true, clusters: ["train"] };
  const grant = (more: Raw): Raw => ({
    name: "owner",
    party: "landlord",
    racks: "none",
    bmc: "none",
    weights: "none",
    ...more,
  });
  const found = (securityProfile: Raw, more: Raw = {}) => brief(check("PHYS-1", fleetOf(site(securityProfile, more))));

  test("takes an inner zone of the class of the one around it, and none a class below", () => {
    const nested = (inner: number) => ({ zones: [zone("cage", inner, { parent: "hall" }), zone("hall", 3)] });
    expect(found(nested(4))).toEqual([]);
    expect(found(nested(3))).toEqual([]);
    expect(found(nested(2))).toEqual([`${profileAt}.zones.cage.protectionClass 2/3`]);
  });

  test("verifies, logs and escorts where weights stand", () => {
    const held = (more: Raw) => ({ weights, zones: [zone("hall", 3, { ...safe, ...more })], access: [grant({})] });
    expect(found(held({}))).toEqual([]);
    const own = {
      responsibilities: [{ layer: "physicalAccess", owns: "counterparty", operates: "self", approves: "self" }],
    };
    expect(found(held({ entry: "none" }), own)).toEqual([`${profileAt}.zones.hall.entry none/-`]);
    expect(found(held({ logged: false }), own)).toEqual([`${profileAt}.zones.hall.logged false/-`]);
    expect(found(held({ visitorEscort: false }), own)).toEqual([`${profileAt}.zones.hall.visitorEscort false/-`]);
    // Where the landlord runs the building.
    expect(found(held({ entry: "none" }))).toEqual([`warning ${profileAt}.zones.hall.entry none/-`]);
    expect(found({ ...held({ entry: "none" }), weights: undefined })).toEqual([]);
  });

  test("finds the zone of a cluster by the halls of its pools, else of its phase", () => {
    const halls = [
      { name: "h1", criticalItMW: 1 },
      { name: "h2", criticalItMW: 1 },
    ];
    const profile = {
      weights,
      access: [grant({})],
      zones: [
        zone("one", 3, { ...safe, clusters: [], halls: ["h1"], logged: false }),
        zone("two", 3, { ...safe, clusters: [], halls: ["h2"], logged: false }),
      ],
    };
    const stands = (pool: Raw) =>
      brief(
        check(
          "PHYS-1",
          fleetOf(
            leasedSite(
              { scope: "land", halls, securityProfile: profile, clusters: [cluster([hardwarePool(pool)])] },
              { phases: [phase("p1", 1, { halls: ["h1"] }), phase("p2", 1, { halls: ["h2"] })] },
            ),
          ),
        ),
      );
    const logged = (id: string) => `${profileAt}.zones.${id}.logged false/-`;
    expect(stands({ halls: ["h2"] })).toEqual([logged("two")]);
    expect(stands({ capacity: { kind: "leased", phase: "p1" } })).toEqual([logged("one")]);
    expect(stands({})).toEqual([logged("one"), logged("two")]);
  });

  test("escorts the landlord where weights stand, or lets nobody in", () => {
    const reached = (more: Raw, zones: readonly Raw[] = [zone("hall", 3, safe)]) =>
      found({ weights, zones, access: [grant(more)] });
    expect(reached({ racks: "escorted", bmc: "escorted", weights: "escorted" })).toEqual([]);
    for (const part of ["racks", "bmc", "weights"]) {
      expect(reached({ [part]: "unescorted" })).toEqual([`${profileAt}.access.owner.${part} unescorted/escorted`]);
    }
  });

  test("cannot keep a landlord from racks and BMCs that it runs, and warns", () => {
    const compute = found(
      {
        weights,
        zones: [zone("hall", 3, safe)],
        access: [grant({ racks: "unescorted", bmc: "unescorted", weights: "unescorted" })],
      },
      { scope: "compute" },
    );
    expect(compute).toEqual([
      `${profileAt}.access.owner.weights unescorted/escorted`,
      `warning ${profileAt}.access.owner.bmc unescorted/escorted`,
      `warning ${profileAt}.access.owner.racks unescorted/escorted`,
    ]);
  });

  test("has access to a zone reach all within it, and no other", () => {
    const zones = [
      zone("building", 2),
      zone("yard", 2),
      zone("hall", 3, { ...safe, clusters: [], parent: "building" }),
      zone("cage", 3, { ...safe, parent: "hall" }),
    ];
    const alone = (name: string) => found({ weights, zones, access: [grant({ racks: "unescorted", zone: name })] });
    expect(alone("building")).toHaveLength(1);
    expect(alone("cage")).toHaveLength(1);
    expect(alone("yard")).toEqual([]);
  });

  test("warns where nobody says whether the landlord, who runs the building, is escorted", () => {
    const profile = { weights, zones: [zone("hall", 3, safe)] };
    expect(found(profile)).toEqual([`warning ${profileAt}.access -/escorted`]);
    expect(found(profile, { scope: "land" })).toEqual([]);
    expect(brief(check("PHYS-1", fleetOf(ownedSite({ securityProfile: profile, clusters: [ownTrain] }))))).toEqual([]);
  });

  test("has weights stand in a zone once zones are stated", () => {
    const zones = [zone("hall", 3, { ...safe, clusters: [] })];
    expect(found({ weights, zones, access: [grant({})] })).toEqual([`${profileAt}.weights.clusters train/-`]);
    expect(found({ weights, access: [grant({})] })).toEqual([`warning ${profileAt}.zones train/-`]);
  });

  test("says nothing while a zone has a wrong form", () => {
    const zones = [zone("cage", 1, { parent: "hall" }), zone("hall", 3), zone("yard", 9)];
    expect(checkDespite("PHYS-1", fleetOf(site({ zones })))).toEqual([]);
  });
});

describe("SEC-2, what a profile names", () => {
  const found = (securityProfile: Raw) =>
    check("SEC-2", fleetOf(site(securityProfile, { halls: [{ name: "north", criticalItMW: 1 }] })));

  test("asks for the cluster, hall or zone that was meant", () => {
    expect(
      found({
        weights: { clusters: ["trian"] },
        zones: [
          { id: "hall", protectionClass: 3, parent: "bulding", halls: ["nroth"] },
          { id: "building", protectionClass: 2, clusters: ["trains"] },
        ],
        access: [{ name: "owner", party: "landlord", zone: "hal", racks: "none", bmc: "none", weights: "none" }],
        residency: [{ name: "eu", clusters: ["tarin"], allowed: ["DE"], source: "a law" }],
      }).map(({ path, hint }) => `${path} ${hint}`),
    ).toEqual([
      `${profileAt}.access.owner.zone did you mean "hall"?`,
      `${profileAt}.residency.eu.clusters[0] did you mean "train"?`,
      `${profileAt}.weights.clusters[0] did you mean "train"?`,
      `${profileAt}.zones.building.clusters[0] did you mean "train"?`,
      `${profileAt}.zones.hall.halls[0] did you mean "north"?`,
      `${profileAt}.zones.hall.parent did you mean "building"?`,
    ]);
  });

  test("says once of zones that go round, and ends", () => {
    const zones = ["a", "b", "c"].map((id, index) => ({ id, protectionClass: 2, parent: ["b", "c", "a"][index] }));
    expect(found({ zones }).map(({ path, message }) => `${path} ${message}`)).toEqual([
      `${profileAt}.zones.a.parent zones go round: a in b in c in a`,
    ]);
    expect(found({ zones: [{ id: "a", protectionClass: 2, parent: "a" }] })).toHaveLength(1);
  });

  test("has a hall lie in one zone", () => {
    const zones = ["a", "b"].map((id) => ({ id, protectionClass: 2, halls: ["north"] }));
    expect(brief(found({ zones }))).toEqual([`${profileAt}.zones.b.halls[0] north/-`]);
  });
});
