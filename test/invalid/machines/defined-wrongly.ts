import { defineMachine, type Fleet } from "siteform";
import { atlas, aws, ownedSite, ownServers, trainium, untyped } from "../support";

/** Seven accelerators in two hosts, a cloud's field on a server, two names of one chip, power that flows back, and a machine that nobody can use where it is put. */
export function fleet(): Fleet {
  const fleet = atlas();
  const odd = defineMachine({
    type: "rubin-8",
    offer: "hardware",
    accelerator: "Rubin",
    accelerators: 7,
    hosts: 2,
    maxPowerKW: 20,
    ultraServerSizes: [9],
  });
  const negative = defineMachine({
    type: "trn9.48xlarge",
    offer: "aws",
    accelerator: "Trainium9",
    accelerators: 16,
    maxPowerKW: -30,
    newAccelerator: { name: "Trainium 9", vendor: "AWS", kind: "trainium" },
  });
  ownedSite(fleet, "lab").addCluster("research", { pools: [ownServers(10, { machine: odd })] });
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"] } }).addCluster("train", {
    pools: [trainium(64, { machine: negative }), trainium(64, { name: "racks", machine: untyped(odd) })],
  });
  return fleet;
}

export const expected = [
  'error   machines["rubin-8"].accelerators.value: rubin-8 has 7 accelerators, which 2 hosts do not share evenly  [MACHINE-3]',
  'error   machines["rubin-8"].ultraServerSizes: rubin-8 is offered as hardware, where no machine has ultraServerSizes; only aws machines do  [MACHINE-3]',
  "          → remove ultraServerSizes, or correct the offer",
  'error   machines["trn9.48xlarge"].maxPowerKW.value: must be 0 or more; got -30  [SCHEMA]',
  'error   machines["trn9.48xlarge"].newAccelerator.name: trn9.48xlarge has the accelerator "Trainium9", but describes "Trainium 9"  [MACHINE-3]',
  "error   sites.ohio.clusters.train.pools.racks.machine: rubin-8 is a machine of data-center hardware; this site has AWS  [MACHINE-1]",
];
