import { ComputeGlobalAddress } from "@cdktf/provider-google/lib/compute-global-address";
import { ComputeNetwork } from "@cdktf/provider-google/lib/compute-network";
import { ComputeRouter } from "@cdktf/provider-google/lib/compute-router";
import { ComputeRouterNat } from "@cdktf/provider-google/lib/compute-router-nat";
import { ServiceNetworkingConnection } from "@cdktf/provider-google/lib/service-networking-connection";
import { Construct } from "constructs";
import type { GoogleCluster, GoogleSiteSpec } from "../model";
import { type StackGround, waits } from "./ground";

/** The largest packet of a Google VPC, in bytes. Accelerators move large tensors; the default is 1,460. */
const LARGEST_MTU = 8896;

/**
 * The VPC of a stack's clusters: nodes have no public address, and reach the internet through NAT unless the site says that they
 * do not. Google's own APIs they reach privately either way. File systems that Google runs get the ranges that the clusters
 * state for them.
 */
export class GoogleNetworkResources extends Construct {
  readonly vpc: ComputeNetwork;
  /** Undefined where nodes have no way out. */
  readonly router: ComputeRouter | undefined;
  readonly nat: ComputeRouterNat | undefined;
  /** The peering with Google's own file systems, where a cluster states a range for them. */
  readonly privateServices: ServiceNetworkingConnection | undefined;
  /** The ranges of that peering. Google takes of any what it needs, whichever cluster stated it. */
  readonly peeredRanges: readonly string[];

  constructor(
    scope: Construct,
    id: string,
    name: string,
    site: GoogleSiteSpec,
    clusters: readonly GoogleCluster[],
    ground: StackGround,
  ) {
    super(scope, id);
    const { mtu = LARGEST_MTU, routing = "regional", egress = "nat" } = site.network ?? {};
    this.vpc = new ComputeNetwork(this, "vpc", {
      name,
      autoCreateSubnetworks: false,
      routingMode: routing === "global" ? "GLOBAL" : "REGIONAL",
      mtu,
      ...waits(ground.after("compute")),
    });
    this.peeredRanges = peered(clusters).map(({ range }) => range);
    this.privateServices = this.peer(name, clusters, ground);
    if (egress === "none") return;
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

  /** Private services access: one peering a VPC, with a range for each cluster that states one. */
  private peer(
    name: string,
    clusters: readonly GoogleCluster[],
    ground: StackGround,
  ): ServiceNetworkingConnection | undefined {
    const addresses = peered(clusters).map(({ cluster, range }) => {
      const [address = "", prefix = ""] = range.split("/");
      return new ComputeGlobalAddress(this, `private-services-${cluster}`, {
        name: name.endsWith(`-${cluster}`) ? `${name}-services` : `${name}-${cluster}-services`,
        purpose: "VPC_PEERING",
        addressType: "INTERNAL",
        address,
        prefixLength: Number(prefix),
        network: this.vpc.id,
      });
    });
    if (addresses.length === 0) return undefined;
    return new ServiceNetworkingConnection(this, "private-services", {
      network: this.vpc.id,
      service: "servicenetworking.googleapis.com",
      reservedPeeringRanges: addresses.map((each) => each.name),
      // Google keeps the peering of a VPC whose name was used before; it is then updated, not refused.
      updateOnCreationFail: true,
      ...waits(ground.after("servicenetworking")),
    });
  }
}

/** Ranges for Google's file systems in a VPC that is made, by cluster: in an order that is not that of the clusters, which may change. */
const peered = (clusters: readonly GoogleCluster[]): { readonly cluster: string; readonly range: string }[] =>
  clusters
    .flatMap(({ name, network: { privateServices, existing } }) =>
      privateServices === undefined || existing !== undefined ? [] : [{ cluster: name, range: privateServices }],
    )
    .sort((a, b) => (a.cluster < b.cluster ? -1 : 1));
