import { lab, withRack } from "../racks-support";

/** Layouts that name what is not there: a hall, positions, a rack type, a device, a pool. */
export function fleet() {
  const fleet = withRack();
  const servers = [{ name: "servers", pool: "h100", count: 4 }];
  lab(fleet, "austin", {
    rackLayouts: [
      { name: "first", hall: "h2", racks: "r01-01", entries: servers },
      { name: "second", hall: "h1", racks: "r09-01", entries: servers },
    ],
  });
  lab(fleet, "reno", {
    rackLayouts: [
      { name: "first", hall: "h1", racks: "r01-01", rackType: "r24", entries: servers },
      { name: "second", hall: "h1", racks: "r01-02", entries: [{ name: "switch", device: "management-switch" }] },
      { name: "third", hall: "h1", racks: "r01-03", entries: [{ name: "servers", pool: "h200" }] },
    ],
  });
  return fleet;
}

export const expected = [
  'error   sites.austin.rackLayouts.first.hall: the site has no hall "h2"  [RACK-4]',
  "          → it has h1",
  "error   sites.austin.rackLayouts.second.racks: the hall h1 has no position r09-01  [RACK-4]",
  "          → its rows are r[01-08] of 12; a position is its row and number: r01-01",
  'error   sites.reno.rackLayouts.first.rackType: there is no rack type "r24"  [RACK-4]',
  '          → did you mean "r42"?',
  'error   sites.reno.rackLayouts.second.entries.switch.device: there is no device type "management-switch"  [RACK-4]',
  '          → did you mean "management-switch-1u"?',
  'error   sites.reno.rackLayouts.third.entries.servers.pool: the site has no pool "h200"  [RACK-4]',
  '          → did you mean "h100"?',
];
