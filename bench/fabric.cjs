// A rail-optimized fabric of 27,500 hosts: every link resolved to two ports, every cable measured and given a medium. SCALE=2 is as
// far as three tiers of 128 ports go with 8 rails (65,536 hosts).
const { findMachine } = require("../dist/constructs/catalog/index.js");
const { Fabric } = require("../dist/constructs/model/fabric.js");
const { planCables } = require("../dist/constructs/owned/fabric/cables.js");
const { planFabric } = require("../dist/constructs/owned/fabric/plan.js");
const { eachLink } = require("../dist/constructs/owned/fabric/wiring.js");

const hosts = 27_500 * Number(process.env.SCALE ?? 1);
const fabric = Fabric.parse({
  name: "compute",
  cluster: "train",
  technology: "spectrumX",
  switch: "sn5600",
  linkGbps: 400,
  scalableUnitHosts: 64,
});

/** Four hosts a rack, sixty racks a row; switches in rows behind them. */
function positionOf(role, _plane, index) {
  const rack = Math.floor(index / (role === "host" ? 4 : 16));
  const row = Math.floor(rack / 60) + (role === "host" ? 0 : Math.ceil(hosts / 240));
  return { xM: (rack % 60) * 0.6, yM: row * 2.7, rack: `${role}${rack}`, hall: "h1" };
}

const clock = () => performance.now() / 1000;
const began = clock();
const plan = planFabric(
  fabric,
  { name: "train", pools: [{ name: "gpu", machine: "dgx-h100", count: hosts }] },
  findMachine,
);
if (plan === undefined) throw new Error("the fabric of the bench cannot be wired");
let links = 0;
let ports = 0;
for (const tier of ["hostLeaf", "leafSpine", "spineCore"]) {
  eachLink(plan.compute.wiring, tier, (_from, fromPort, _to, toPort) => {
    links++;
    ports += fromPort + toPort;
  });
}
const wired = clock();
const { cables, groups } = planCables(plan.compute, positionOf);
const done = clock();
const cabled = cables.reduce((sum, line) => sum + line.links, 0);
if (cabled !== links || ports === 0) throw new Error(`${links} links are wired and ${cabled} cabled`);
process.stdout.write(
  JSON.stringify({ links, groups: groups.length, wireSeconds: wired - began, cableSeconds: done - wired }),
);
