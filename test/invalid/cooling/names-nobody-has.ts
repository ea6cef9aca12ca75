import { lab, withRack } from "../racks-support";

/** A loop of another hall, CDUs of a loop that is not there, and one component in two groups. */
export function fleet() {
  const fleet = withRack();
  lab(fleet, "austin", {
    coolingTopology: {
      loops: [{ name: "tcs-a", kind: "technology", hall: "h2" }],
      units: [{ name: "cdus", ids: "cdu[1-2]", kind: "cdu", capacityKW: 900, loop: "tcs-b" }],
    },
  });
  lab(fleet, "reno", {
    coolingTopology: {
      loops: [{ name: "tcs", kind: "technology", hall: "h1" }],
      units: [
        { name: "cdus", ids: "cdu[1-2]", kind: "cdu", capacityKW: 900, loop: "tcs" },
        { name: "spares", ids: "cdu[2-3]", kind: "cdu", capacityKW: 900, loop: "tcs" },
      ],
    },
  });
  return fleet;
}

export const expected = [
  'error   sites.austin.coolingTopology.loops.tcs-a.hall: there is no hall of the site "h2"  [COOL-5]',
  "          → known: h1",
  'error   sites.austin.coolingTopology.units.cdus.loop: there is no loop "tcs-b"  [COOL-5]',
  '          → did you mean "tcs-a"?',
  "error   sites.reno.coolingTopology.units.spares.ids: the component cdu2 is there twice: in cdus and in spares  [COOL-5]",
];
