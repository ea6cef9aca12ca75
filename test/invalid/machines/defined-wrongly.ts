import { defineMachine, type Fleet } from "siteform";
import { atlas, aws, ownedSite, ownServers, trainium, untyped } from "../support";

/** Seven accelerators in two hosts, a cloud's field on a server, and a machine that nobody can use where it is put. */
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
  });
  ownedSite(fleet, "lab").addCluster("research", { pools: [ownServers(10, { machine: odd })] });
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"] } }).addCluster("train", {
    pools: [trainium(64, { machine: negative }), trainium(64, { name: "racks", machine: untyped(odd) })],
  });
  return fleet;
}
