import { type Fleet, owned } from "siteform";
import { atlas, leasedSite, partnerSite } from "../support";

/** Who runs the BMCs by the responsibility matrix cannot reach them by the access rows; one's own machines in a lease of compute. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(
    fleet,
    "reno",
    {},
    {
      scope: "compute",
      securityProfile: {
        access: [{ name: "landlord", party: "landlord", racks: "unescorted", bmc: "none", weights: "none" }],
      },
    },
  ).addCluster("train", { pools: [{ name: "h100", machine: "dgx-h100", count: 10, capacity: owned() }] });
  partnerSite(fleet, "abilene", {
    securityProfile: {
      access: [{ name: "own-staff", party: "self", racks: "none", bmc: "none", weights: "unescorted" }],
    },
  }).addCluster("train", { pools: [{ name: "h100", machine: "dgx-h100", count: 10, capacity: owned() }] });
  return fleet;
}

export const expected = [
  "error   sites.abilene.securityProfile.access.own-staff.bmc: one operates the layer bmcFirmware, and has no access to BMCs  [RESP-2]",
  "          → grant it, or correct who operates the layer in responsibilities",
  "error   sites.abilene.securityProfile.access.own-staff.racks: one operates the layer hardware, and has no access to racks  [RESP-2]",
  "          → grant it, or correct who operates the layer in responsibilities",
  "error   sites.reno.clusters.train.pools.h100.capacity.kind: these machines are one's own, but the counterparty owns the layer hardware  [RESP-2]",
  "          → state the exception in responsibilities, or lease the machines",
  "error   sites.reno.securityProfile.access.landlord.bmc: the counterparty operates the layer bmcFirmware, and has no access to BMCs  [RESP-2]",
  "          → grant it, or correct who operates the layer in responsibilities",
];
