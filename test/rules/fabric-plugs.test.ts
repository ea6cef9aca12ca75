import { brief, check, fleetOf, hardwarePool, ownedSite, type Raw } from "./support";

const path = "sites.abilene.fabrics.compute.cabling";

/** 128 hosts in four units of 32: 32 leaves and 16 spines, two tiers of links. */
const found = (cabling: Raw, more: Raw = {}, machine = "dgx-h100"): string[] => {
  const fabric = {
    name: "compute",
    cluster: "train",
    technology: "spectrumX",
    switch: "sn5600",
    linkGbps: 400,
    scalableUnitHosts: 32,
    cabling,
    ...more,
  };
  const pools = [hardwarePool({ machine, count: 128, capacity: { kind: "owned" } })];
  return brief(check("NET-5", fleetOf(ownedSite({ clusters: [{ name: "train", pools }], fabrics: [fabric] }))));
};

const infiniband = { technology: "infinibandNdr", switch: "qm9700" };
const xdr = { technology: "infinibandXdr", switch: "q3400-ra", linkGbps: 800, scalableUnitHosts: 64 };
/** Spines so many metres from leaves; two drops of 1 m and 2 m of slack make links 4 m longer. */
const apart = (metres: number): Raw => ({
  switchRacks: [
    { name: "n1", role: "leaf", xM: 0, yM: 0 },
    { name: "n2", role: "spine", xM: metres, yM: 0 },
  ],
});
const ends = (tier: string, lower: Raw, upper: Raw = {}): Raw => ({ ends: { [tier]: { lower, upper } } });

describe("NET-5, error correction", () => {
  test("is the same at both ends", () => {
    expect(found(ends("hostLeaf", { fec: "rs544" }, { fec: "rs544" }))).toEqual([]);
    expect(found(ends("hostLeaf", { fec: "rs528" }, { fec: "rs544" }))).toEqual([
      `${path}.ends.hostLeaf.lower.fec rs528/rs544`,
    ]);
    expect(found(ends("leafSpine", { fec: "rs544" }, { fec: "none" }))).toEqual([
      `${path}.ends.leafSpine.upper.fec none/rs544`,
    ]);
  });

  test("is what Ethernet runs, whatever the other end says", () => {
    expect(found(ends("hostLeaf", { fec: "fireCode" }))).toEqual([`${path}.ends.hostLeaf.lower.fec fireCode/rs544`]);
    expect(found(ends("hostLeaf", { fec: "rs528" }, { fec: "rs528" }))).toEqual([
      `${path}.ends.hostLeaf.lower.fec rs528/rs544`,
      `${path}.ends.hostLeaf.upper.fec rs528/rs544`,
    ]);
  });

  test("warns of what is only assumed of InfiniBand, unless the ends differ", () => {
    expect(found(ends("hostLeaf", { fec: "rs528" }), infiniband)).toEqual([
      `warning ${path}.ends.hostLeaf.lower.fec rs528/rs544`,
    ]);
    expect(found(ends("hostLeaf", { fec: "rs528" }, { fec: "rs544" }), infiniband)).toEqual([
      `${path}.ends.hostLeaf.lower.fec rs528/rs544`,
    ]);
  });
});

describe("NET-5, plugs", () => {
  test("fit the cage: QSFP112 in adapters, and not in switches", () => {
    expect(found(ends("hostLeaf", { plug: "qsfp112" }, { plug: "osfp" }))).toEqual([]);
    expect(found(ends("hostLeaf", { plug: "qsfp28" }, { plug: "qsfp112" }))).toEqual([
      `${path}.ends.hostLeaf.lower.plug qsfp28/osfp, qsfp112`,
      `${path}.ends.hostLeaf.upper.plug qsfp112/osfp`,
    ]);
  });

  test("have lanes of 200 Gbit/s in OSFP alone", () => {
    expect(found(ends("hostLeaf", { plug: "osfp" }), xdr, "dgx-b300")).toEqual([]);
    expect(found(ends("hostLeaf", { plug: "qsfp112" }), xdr, "dgx-b300")).toEqual([
      `${path}.ends.hostLeaf.lower.plug qsfp112/osfp`,
    ]);
  });

  test("are not judged in a switch that the catalogue does not know", () => {
    const own = { switch: "own-switch", portsPerSwitch: 128, linksPerCage: 2 };
    expect(found(ends("leafSpine", { plug: "qsfp112" }, { plug: "qsfp112" }), own)).toEqual([]);
  });
});

describe("NET-5, connectors", () => {
  const multimode = { leafSpineMedia: ["multimode"] };

  test("are those of the modules, at both ends", () => {
    const angled = { connector: "mpo12Apc" };
    expect(found({ ...multimode, ...ends("leafSpine", angled, angled) }, apart(30))).toEqual([]);
    expect(found({ ...multimode, ...ends("leafSpine", angled, { connector: "mpo12Upc" }) }, apart(30))).toEqual([
      `${path}.ends.leafSpine.upper.connector mpo12Upc/mpo12Apc`,
    ]);
  });

  // DR modules go to 500 m, and FR4 with its pair of fibres beyond: 496 + 4 and 497 + 4.
  test("follow the medium that the length asks for", () => {
    const pair = ends("leafSpine", { connector: "lcDuplex" });
    expect(found(pair, apart(497))).toEqual([]);
    expect(found(pair, apart(496))).toEqual([`${path}.ends.leafSpine.lower.connector lcDuplex/mpo12Apc`]);
  });

  test("are not judged where a link of copper does", () => {
    expect(found(ends("leafSpine", { connector: "mpo12Upc" }), apart(0))).toEqual([]);
    expect(found({ ...multimode, ...ends("leafSpine", { connector: "mpo12Upc" }) })).toEqual([
      `${path}.ends.leafSpine.lower.connector mpo12Upc/mpo12Apc`,
    ]);
  });
});

describe("NET-5, fibres", () => {
  test("are of the mode of the modules", () => {
    // 46 + 4 m are the 50 m of multimode modules, one metre more takes single-mode ones.
    expect(found({ fibres: { leafSpine: "om4" } }, apart(46))).toEqual([]);
    expect(found({ fibres: { leafSpine: "om4" } }, apart(47))).toEqual([`${path}.fibres.leafSpine om4/os2`]);
    expect(found({ fibres: { leafSpine: "os2" } }, apart(47))).toEqual([]);
    expect(found({ fibres: { leafSpine: "os2" } }, apart(46))).toEqual([`${path}.fibres.leafSpine os2/om4`]);
  });

  test("warns of a fibre for which no reach is stated", () => {
    expect(found({ fibres: { leafSpine: "om3" } }, apart(40))).toEqual([`warning ${path}.fibres.leafSpine om3/om4`]);
    expect(found({ fibres: { leafSpine: "os1" } }, apart(400))).toEqual([`warning ${path}.fibres.leafSpine os1/os2`]);
  });

  test("judges what is not placed only where no medium takes it", () => {
    expect(found({ fibres: { leafSpine: "om4" } })).toEqual([]);
    expect(found({ fibres: { leafSpine: "om4" }, leafSpineMedia: ["singleMode"] })).toEqual([
      `${path}.fibres.leafSpine om4/os2`,
    ]);
  });
});
