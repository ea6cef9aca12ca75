import type { Fleet } from "siteform";
import { type GooglePoolProps, reservation } from "siteform/google";
import { atlas, gke, google } from "../support";

/** Further networks of GPU machines: in a range too narrow, in that of the services, in two zones. */
export function fleet(): Fleet {
  const fleet = atlas();
  const gpus = (name: string, machine: "a3-megagpu-8g" | "a4-highgpu-8g", zone: string): GooglePoolProps => ({
    name,
    machine,
    count: 4,
    capacity: reservation({ zone, reservation: name }),
  });
  google(fleet, "iowa").addCluster("mega", {
    network: { ...gke(), gpu: "192.168.0.0/27" },
    pools: [gpus("mega", "a3-megagpu-8g", "us-central1-a")],
  });
  google(fleet, "ohio", { region: "us-east5" })
    .addCluster("services", {
      network: { ...gke(1), gpu: "10.36.16.0/20" },
      pools: [gpus("mega", "a3-megagpu-8g", "us-east5-a")],
    })
    .addCluster("zones", {
      network: { ...gke(2), gpu: "192.168.0.0/16" },
      pools: [gpus("one", "a4-highgpu-8g", "us-east5-a"), gpus("two", "a4-highgpu-8g", "us-east5-b")],
    });
  return fleet;
}

export const expected = [
  "error   sites.iowa.clusters.mega.network.gpu: the range is cut into 32 subnetworks, of which the smallest is a /29; got 192.168.0.0/27  [GCP-GPU-01]",
  "          → a /24 is the narrowest, for 4 machines",
  "error   sites.ohio.clusters.services.network.gpu: 10.36.16.0/20 overlaps sites.ohio.clusters.services.network.services (10.36.16.0/20), and GKE takes no further network that does  [GCP-GPU-01]",
  "error   sites.ohio.clusters.zones.pools.two.capacity.zone: the RDMA network of a cluster belongs to one zone, us-east5-a for one; two stands in us-east5-b  [GCP-GPU-01]",
  "          → put the pool into a cluster of its own",
];
