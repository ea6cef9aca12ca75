import type { Fleet } from "siteform";
import { atlas, leasedServers, leasedSite, ownedSite, ownServers, phase } from "../support";

/** The policy of the fleet bars a supplier; a deployment of one site and the security profile of the other name it. */
export function fleet(): Fleet {
  const fleet = atlas({ policy: { barredSuppliers: ["Acme Computers"] } });
  leasedSite(
    fleet,
    "reno",
    {},
    {
      deployments: [{ name: "first", phase: "p1", pools: [{ name: "train.h100" }], supplier: "ACME computers" }],
    },
  ).addCluster("train", { pools: [leasedServers(10, { name: "h100" })] });
  ownedSite(fleet, "lab", {
    phases: [phase("p1", 4)],
    securityProfile: {
      provenance: [
        {
          name: "dgx-h100",
          manufacturer: "NVIDIA",
          country: "ZZ",
          supplier: "Acme Computers",
          custody: "sealed",
          firmware: "signed",
        },
      ],
    },
  }).addCluster("research", { pools: [ownServers(10)] });
  return fleet;
}

export const expected = [
  'error   sites.lab.securityProfile.provenance.dgx-h100.country: "ZZ" is the code of no country  [PROV-1]',
  "error   sites.lab.securityProfile.provenance.dgx-h100.supplier: the supplier Acme Computers is barred: policy.barredSuppliers names Acme Computers  [PROV-1]",
  "          → take another supplier, or change the policy",
  "error   sites.reno.deployments.first.supplier: the supplier ACME computers is barred: policy.barredSuppliers names Acme Computers  [PROV-1]",
  "          → take another supplier, or change the policy",
];
