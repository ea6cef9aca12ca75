import { findMachine } from "../../../constructs/catalog";
import { Fabric, type FabricInput } from "../../../constructs/model";
import type { FabricCluster } from "../../../constructs/owned/fabric/facts";
import type { Position, PositionOf } from "../../../constructs/owned/fabric/lengths";
import { type FabricPlan, planFabric } from "../../../constructs/owned/fabric/plan";

/** Four units of 32 hosts on Quantum-2, unless said otherwise. */
export const fabricOf = (more: Partial<FabricInput> = {}): Fabric =>
  Fabric.parse({
    name: "compute",
    cluster: "train",
    technology: "infinibandNdr",
    switch: "qm9700",
    linkGbps: 400,
    scalableUnitHosts: 32,
    ...more,
  });

export const clusterOf = (count: number, machine = "dgx-h100"): FabricCluster => ({
  name: "train",
  pools: [{ name: "gpu", machine, count }],
});

/** A fabric for so many machines; one that cannot be wired fails the test. */
export function planOf(count: number, more: Partial<FabricInput> = {}, machine = "dgx-h100"): FabricPlan {
  const plan = planFabric(fabricOf(more), clusterOf(count, machine), findMachine);
  if (plan === undefined) throw new Error("the fabric of the test cannot be wired");
  return plan;
}

const at = (xM: number, yM: number, rack: string): Position => ({ xM, yM, rack, hall: "h1" });

/** Every device in a rack of its own role: hosts at the corner, leaves, spines and cores so many metres along the row. */
export const inARow =
  (leafM: number, spineM = leafM, coreM = spineM): PositionOf =>
  (role) => {
    if (role === "host" || role === "manager") return at(0, 0, "hosts");
    const along = role.toLowerCase().endsWith("leaf") ? leafM : role.toLowerCase().endsWith("spine") ? spineM : coreM;
    return at(along, 0, role);
  };
