import { ComputeNetwork } from "@cdktf/provider-google/lib/compute-network";
import { ComputeRouter } from "@cdktf/provider-google/lib/compute-router";
import { ComputeRouterNat } from "@cdktf/provider-google/lib/compute-router-nat";
import { Construct } from "constructs";
import type { GoogleSiteSpec } from "../model";

/** The largest packet of a Google VPC, in bytes. Accelerators move large tensors; the default is 1,460. */
const LARGEST_MTU = 8896;

/**
 * The VPC of a stack's clusters, with a router and NAT for the region: nodes have no public address. The networks that GPU
 * machines add for GPUDirect, a VPC a gVNIC and one with an RDMA profile, are not built here, nor does the cluster enable
 * them.
 */
export class GoogleNetworkResources extends Construct {
  readonly vpc: ComputeNetwork;
  readonly router: ComputeRouter;
  readonly nat: ComputeRouterNat;

  constructor(scope: Construct, id: string, name: string, site: GoogleSiteSpec) {
    super(scope, id);
    this.vpc = new ComputeNetwork(this, "vpc", {
      name,
      autoCreateSubnetworks: false,
      routingMode: "REGIONAL",
      mtu: LARGEST_MTU,
    });
    this.router = new ComputeRouter(this, "router", { name, region: site.region, network: this.vpc.id });
    this.nat = new ComputeRouterNat(this, "nat", {
      name,
      region: site.region,
      router: this.router.name,
      natIpAllocateOption: "AUTO_ONLY",
      sourceSubnetworkIpRangesToNat: "ALL_SUBNETWORKS_ALL_IP_RANGES",
      logConfig: { enable: true, filter: "ERRORS_ONLY" },
    });
  }
}
