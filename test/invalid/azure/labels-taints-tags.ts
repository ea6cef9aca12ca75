import type { Fleet } from "siteform";
import { aks, atlas, azure, azureH100, untyped } from "../support";

/** Labels that Kubernetes or AKS refuses, a taint that is there already, tags of another's. */
export function fleet(): Fleet {
  const fleet = atlas();
  azure(fleet, "boydton", { infiniband: "external", tags: { "siteform:site": "east" } }).addCluster("train", {
    network: aks(),
    pools: [
      azureH100(8, {
        labels: { "kubernetes.azure.com/team": "pretraining", "cost center": "4711" },
        taints: [{ key: "sku", value: "gpu", effect: "NoSchedule" }],
      }),
    ],
  });
  azure(fleet, "quincy", {
    infiniband: "external",
    network: { cidrs: ["10.52.0.0/16"] },
    tags: untyped({ "cost-center": 4711 }),
  }).addCluster("serve", {
    network: { ...aks(), nodes: "10.52.0.0/20" },
    pools: [azureH100(8, { taints: [{ key: "team", effect: untyped("NO_SCHEDULE") }] })],
  });
  return fleet;
}

export const expected = [
  'error   sites.boydton.clusters.train.pools.h100.labels["cost center"]: the key of a label is up to 63 letters, digits, "-", "_" and "." between letters or digits, perhaps after a domain and a slash; got "cost center"  [AZ-AKS-10]',
  'error   sites.boydton.clusters.train.pools.h100.labels["kubernetes.azure.com/team"]: the label "kubernetes.azure.com/team" belongs to AKS  [AZ-AKS-10]',
  "          → take a key of your own domain",
  "error   sites.boydton.clusters.train.pools.h100.taints[0]: the machines of the pool have a taint sku with the effect NoSchedule already  [AZ-AKS-10]",
  "          → leave it out",
  'error   sites.boydton.tags.siteform:site: tags that begin with "siteform:" are written by this library  [AZ-TAG-01]',
  "          → choose another key",
  'error   sites.quincy.clusters.serve.pools.h100.taints[0].effect: must be one of "NoSchedule", "PreferNoSchedule", "NoExecute"; got "NO_SCHEDULE"  [SCHEMA]',
  '          → did you mean "NoSchedule"?',
  "error   sites.quincy.tags.cost-center: must be a text; got 4711  [SCHEMA]",
];
