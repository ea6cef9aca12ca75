// N-1 over 100,000 power nodes: a 2N site of 45,000 racks, each on a feed of either side, failed one node, side and fire zone at a time.
const { PowerTopology } = require("../dist/constructs/model/power-topology.js");
const { expandLoads, expandNodes } = require("../dist/constructs/owned/power/expand.js");
const { buildGraph } = require("../dist/constructs/owned/power/graph.js");
const { studyPower } = require("../dist/constructs/owned/power/study.js");

/** Racks of 40 kW, ten to a panel, fifty to a PDU, a thousand to a UPS. */
const SCALE = Number(process.env.SCALE ?? 1);
const systems = 45 * SCALE;
const racks = 1000 * systems;
const range = (name, count, digits = 6) =>
  `${name}-[${"1".padStart(digits, "0")}-${String(count).padStart(digits, "0")}]`;

function sideOf(side) {
  const name = (kind) => `${kind}-${side.toLowerCase()}`;
  return [
    {
      id: range(name("xf"), systems),
      kind: "transformer",
      parents: ["substation"],
      ratedKVA: 50_000,
      efficiency: 0.99,
      side,
    },
    { id: range(name("gen"), systems), kind: "generator", ratedKW: 50_000, side },
    {
      id: range(name("swgr"), systems),
      kind: "switchgear",
      parents: [range(name("xf"), systems), range(name("gen"), systems)],
      transfer: "staticTransfer",
      side,
    },
    {
      id: range(name("ups"), systems),
      kind: "ups",
      parents: [range(name("swgr"), systems)],
      ratedKW: 45_000,
      efficiency: 0.96,
      side,
    },
    {
      id: range(name("pdu"), systems * 20),
      kind: "pdu",
      parents: [range(name("ups"), systems)],
      ratedKVA: 2_500,
      side,
    },
    {
      id: range(name("rpp"), systems * 100),
      kind: "rpp",
      parents: [range(name("pdu"), systems * 20)],
      ratedKVA: 470,
      side,
    },
    {
      id: range(name("feed"), racks),
      kind: "rackFeed",
      parents: [range(name("rpp"), systems * 100)].map(() => range(name("pdu"), systems * 20)),
      voltageV: 415,
      breakerA: 80,
      powerFactor: 0.95,
      side,
    },
  ];
}

const topology = PowerTopology.parse({
  nodes: [
    { id: "grid", kind: "utility" },
    { id: "substation", kind: "substation", parents: ["grid"] },
    ...sideOf("A"),
    ...sideOf("B"),
  ],
  commonCauses: [{ id: "fire", kind: "fireZone", nodes: [range("pdu-a", 20, 6)], survival: "side" }],
  loads: [
    {
      id: range("rack", racks),
      kind: "it",
      powerKW: 40,
      powerFactor: 0.95,
      survival: "side",
      feeds: [range("feed-a", racks), range("feed-b", racks)],
    },
  ],
});

const clock = () => performance.now() / 1000;
const began = clock();
const graph = buildGraph(expandNodes(topology), expandLoads(topology));
const built = clock();
const { losses, breaches } = studyPower(graph, topology);
const done = clock();
if (breaches.length > 0) throw new Error(`the site of the bench is to hold; ${breaches[0].loss.name} breaks it`);
const { user, system } = process.cpuUsage();
process.stdout.write(
  JSON.stringify({
    nodes: graph.nodes.length,
    losses: losses.length,
    buildSeconds: built - began,
    studySeconds: done - built,
    cpuSeconds: (user + system) / 1e6,
  }),
);
