import { ComputeFirewall } from "@cdktf/provider-google/lib/compute-firewall";
import { FilestoreInstance } from "@cdktf/provider-google/lib/filestore-instance";
import { LustreInstance } from "@cdktf/provider-google/lib/lustre-instance";
import type { ServiceNetworkingConnection } from "@cdktf/provider-google/lib/service-networking-connection";
import { Construct } from "constructs";
import { TerraformOutput } from "../core/cdktf";
import { fileSystemName, fileSystemOutput } from "../ledger/google-storage-names";
import type { GoogleFilestore, GoogleLustre, GoogleStorage } from "../model";
import type { ClusterGround, ClusterNetwork } from "./cluster";
import { isProtected } from "./control-plane";
import { guarded, waits } from "./ground";
import { clusterName } from "./names";

/** Making a file system, or growing one, takes long. */
const TIMEOUTS = { create: "2h", update: "2h", delete: "1h" } as const;

/** Ports of Lustre; the second is that of GKE before 1.33.2. Source: Managed Lustre documentation, VPC network and firewall. */
const LUSTRE_PORT = "988";
const LEGACY_LUSTRE_PORT = "6988";

const TIERS = { zonal: "ZONAL", regional: "REGIONAL", enterprise: "ENTERPRISE" } as const;

/**
 * The file systems of a cluster, in its VPC. Their names and where clients mount them are outputs of the stack: the manifests of
 * the cluster's volumes name them.
 */
export class GoogleClusterStorage extends Construct {
  readonly lustre: Readonly<Record<string, LustreInstance>>;
  readonly filestore: Readonly<Record<string, FilestoreInstance>>;

  constructor(
    scope: Construct,
    id: string,
    private readonly ground: ClusterGround,
    private readonly standsIn: ClusterNetwork,
  ) {
    super(scope, id);
    const storage = ground.spec.storage ?? [];
    const lustre = storage.filter((each) => each.kind === "lustre");
    const filestore = storage.filter((each) => each.kind === "filestore");
    if (lustre.length > 0) this.openLustre(lustre);
    this.lustre = Object.fromEntries(lustre.map((each) => [each.name, this.addLustre(each)]));
    this.filestore = Object.fromEntries(filestore.map((each) => [each.name, this.addFilestore(each)]));
  }

  private addLustre(spec: GoogleLustre): LustreInstance {
    const instance = new LustreInstance(this, `lustre-${spec.name}`, {
      instanceId: fileSystemName(this.ground.site, this.ground.spec, spec),
      location: spec.zone,
      network: this.standsIn.vpc,
      filesystem: spec.filesystem,
      capacityGib: String(spec.capacityGiB),
      perUnitStorageThroughput: String(spec.throughput),
      ...(spec.legacyPort ? { gkeSupportEnabled: true } : {}),
      timeouts: TIMEOUTS,
      // It lies in the range that the peering reserved.
      ...waits([...this.peering(), ...this.ground.stack.after("lustre")]),
      ...guarded(isProtected(this.ground)),
    });
    this.output(spec, instance.mountPoint, "Where clients mount it: addresses and file system.");
    return instance;
  }

  private addFilestore(spec: GoogleFilestore): FilestoreInstance {
    const { site, encryption } = this.ground;
    const { existing, privateServices } = this.ground.spec.network;
    // A shared VPC takes Filestore no other way (Filestore documentation, instances on a shared VPC).
    const isPeered = privateServices !== undefined || existing?.hostProject !== undefined;
    const instance = new FilestoreInstance(this, `filestore-${spec.name}`, {
      name: fileSystemName(site, this.ground.spec, spec),
      tier: TIERS[spec.tier],
      // The rule GCP-FS-01 has the zonal tier state a zone, and no other tier.
      location: spec.zone ?? site.region,
      protocol: spec.protocol,
      fileShares: { name: spec.share, capacityGb: spec.capacityGiB },
      networks: [
        {
          network: this.standsIn.vpc,
          modes: ["MODE_IPV4"],
          connectMode: isPeered ? "PRIVATE_SERVICE_ACCESS" : "DIRECT_PEERING",
        },
      ],
      ...(encryption === undefined ? {} : { kmsKeyName: encryption.key }),
      deletionProtectionEnabled: isProtected(this.ground),
      timeouts: TIMEOUTS,
      ...waits([
        ...(isPeered ? this.peering() : []),
        ...this.ground.stack.after("file"),
        ...(encryption?.for("filestore") ?? []),
      ]),
      ...guarded(isProtected(this.ground)),
    });
    const { ipAddresses } = instance.networks.get(0);
    this.output(spec, ipAddresses, `The addresses that serve the share ${spec.share}.`);
    return instance;
  }

  /** Of the VPC that is made here, where it has one. */
  private peering(): ServiceNetworkingConnection[] {
    const { network, spec } = this.ground;
    const made = spec.network.existing === undefined ? network?.privateServices : undefined;
    return made === undefined ? [] : [made];
  }

  /** Its servers open connections to the clients as well. */
  private openLustre(all: readonly GoogleLustre[]): void {
    const { privateServices, existing } = this.ground.spec.network;
    if (privateServices === undefined) return;
    const legacy = all.some(({ legacyPort }) => legacyPort);
    new ComputeFirewall(this, "lustre-firewall", {
      name: `${clusterName(this.ground.site, this.ground.spec)}-lustre`,
      network: this.standsIn.vpc,
      // A rule stands in the project of its VPC.
      ...(existing?.hostProject === undefined ? {} : { project: existing.hostProject }),
      direction: "INGRESS",
      sourceRanges: existing === undefined ? [...(this.ground.network?.peeredRanges ?? [])] : [privateServices],
      allow: [{ protocol: "tcp", ports: legacy ? [LUSTRE_PORT, LEGACY_LUSTRE_PORT] : [LUSTRE_PORT] }],
    });
  }

  private output(spec: GoogleStorage, value: string | readonly string[], description: string): void {
    const name = fileSystemOutput(this.ground.spec, spec);
    new TerraformOutput(this, `output-${spec.kind}-${spec.name}`, {
      value,
      description,
      staticId: true,
    }).overrideLogicalId(name);
  }
}
