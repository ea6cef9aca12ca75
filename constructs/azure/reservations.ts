import { createHash } from "node:crypto";
import { CapacityReservation } from "@cdktf/provider-azurerm/lib/capacity-reservation";
import { CapacityReservationGroup } from "@cdktf/provider-azurerm/lib/capacity-reservation-group";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { Construct } from "constructs";
import type { TerraformResource } from "../core/cdktf";
import { capacityGroupName, groupIdOf, madeReservations, reservationGroupName } from "../ledger/azure-names";
import type { AzureCluster, AzurePool } from "../model";
import { type AzureGround, guard } from "./ground";
import { grant } from "./roles";

/** What a pool draws from, and what must stand before it. */
export interface AzureReservationOf {
  readonly groupId: string;
  readonly after: readonly TerraformResource[];
}

/** The resource group of the reservations that a stack makes. */
export class AzureCapacityGroup extends Construct {
  readonly resourceGroup: ResourceGroup;

  constructor(scope: Construct, id: string, { site, plan, tags }: AzureGround) {
    super(scope, id);
    this.resourceGroup = new ResourceGroup(this, "resource-group", {
      name: capacityGroupName(plan),
      location: site.region,
      tags,
    });
  }
}

/**
 * The reservations of a cluster's pools. AKS asks that the cluster's identity be Contributor on the resource group that holds a
 * reservation group; a role on the reservation group alone does not do (AKS documentation, use capacity reservation groups). So
 * those that are made stand in a resource group of their own, where that role reaches nothing else.
 */
export class AzureReservations extends Construct {
  /** By pool name. */
  readonly made: Readonly<Record<string, CapacityReservation>>;
  private readonly sources: ReadonlyMap<string, AzureReservationOf>;

  constructor(
    scope: Construct,
    id: string,
    cluster: AzureCluster,
    using: { readonly ground: AzureGround; readonly capacity?: AzureCapacityGroup; readonly principalId: string },
  ) {
    super(scope, id);
    const roles = new Map<string, TerraformResource>();
    const role = (roleId: string, on: string): TerraformResource => {
      const known = roles.get(roleId);
      if (known !== undefined) return known;
      const added = grant(this, roleId, { on, name: "Contributor", to: using.principalId });
      roles.set(roleId, added);
      return added;
    };
    const made: Record<string, CapacityReservation> = {};
    const sources = new Map<string, AzureReservationOf>();
    for (const pool of cluster.pools) {
      if (pool.capacity.kind !== "capacityReservation") continue;
      const { groupId, grant: granted } = pool.capacity;
      if (groupId !== undefined) {
        const scopeId = groupIdOf(groupId);
        const after = granted === "external" ? [] : [role(roleIdOf(scopeId), scopeId)];
        sources.set(pool.name, { groupId, after });
      } else if (using.capacity !== undefined && madeReservations(cluster).includes(pool)) {
        const { group, reservation } = this.reserve(cluster, pool, using.ground, using.capacity);
        made[pool.name] = reservation;
        const own = role("made-role", using.capacity.resourceGroup.id);
        sources.set(pool.name, { groupId: group.id, after: [reservation, own] });
      }
    }
    this.made = made;
    this.sources = sources;
  }

  /** What a pool draws from; nothing for one without a reservation. */
  of(pool: AzurePool): AzureReservationOf | undefined {
    return this.sources.get(pool.name);
  }

  /** A group and one reservation in it, which is billed from the moment it exists. It grows and shrinks in place with the pool. */
  private reserve(cluster: AzureCluster, pool: AzurePool, { site, tags }: AzureGround, capacity: AzureCapacityGroup) {
    const { zone } = pool.capacity;
    const group = new CapacityReservationGroup(this, `group-${pool.name}`, {
      name: reservationGroupName(site, cluster, pool),
      resourceGroupName: capacity.resourceGroup.name,
      location: site.region,
      ...(zone === undefined ? {} : { zones: [zone] }),
      tags,
      ...guard(site),
    });
    const reservation = new CapacityReservation(this, `reservation-${pool.name}`, {
      name: pool.name,
      capacityReservationGroupId: group.id,
      sku: { name: pool.machine, capacity: pool.count },
      ...(zone === undefined ? {} : { zone }),
      tags,
      ...guard(site),
    });
    return { group, reservation };
  }
}

/** The construct id of a role on a resource group: its name, and a digest of the whole id. Azure's ids do not tell capitals apart. */
function roleIdOf(groupId: string): string {
  const id = groupId.toLowerCase();
  const name = id.slice(id.lastIndexOf("/") + 1);
  return `role-${name}-${createHash("sha256").update(id).digest("hex").slice(0, 8)}`;
}
