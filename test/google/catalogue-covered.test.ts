import { googleMachines, resolveTopology } from "../../constructs/catalog";
import { FleetDocument, type GooglePool } from "../../constructs/model";
import { googleCases } from "../cases/google";

/** Every pool of the committed trees. */
const pools = Object.values(googleCases)
  .flatMap((fleet) => FleetDocument.parse(fleet().record()).spec.sites)
  .flatMap((site) => (site.tenure === "cloud" && site.provider === "google" ? site.clusters : []))
  .flatMap((cluster): readonly GooglePool[] => cluster.pools);

const machineOf = (pool: GooglePool) => new Map(Object.entries(googleMachines)).get(pool.machine);

/** What of a pool its node pools follow from: the machine, and for TPUs whether a slice has one host or several. */
function shape(pool: GooglePool): string {
  const machine = machineOf(pool);
  const slice = machine === undefined ? undefined : resolveTopology(machine, pool.topology ?? "");
  return slice === undefined ? pool.machine : `${pool.machine}, ${slice.multiHost ? "several hosts" : "one host"}`;
}

describe("the committed trees", () => {
  test("have every machine of the catalogue, and every kind of slice that TPU machines make", () => {
    const wanted = Object.values(googleMachines).flatMap(({ type, tpu }) => {
      if (tpu === undefined) return [type];
      // Slices of several hosts are of machines with four chips.
      return [`${type}, one host`, ...(type.endsWith("-4t") ? [`${type}, several hosts`] : [])];
    });
    expect([...new Set(pools.map(shape))]).toEqual(expect.arrayContaining(wanted));
  });

  test.each(["TPUs", "GPUs"])("have every contract with %s", (kind) => {
    const found = pools.filter((pool) => (machineOf(pool)?.tpu === undefined) === (kind === "GPUs"));
    expect([...new Set(found.map(({ capacity }) => capacity.kind))].sort()).toEqual([
      "flexStart",
      "onDemand",
      "queued",
      "reservation",
      "spot",
    ]);
  });

  test("have reservations by name, by block and of another project", () => {
    const held = pools.flatMap(({ capacity }) => (capacity.kind === "reservation" ? [capacity] : []));
    expect(held.some(({ reservation, project }) => !reservation.includes("/") && project === undefined)).toBe(true);
    expect(held.some(({ reservation }) => reservation.includes("/reservationBlocks/"))).toBe(true);
    expect(held.some(({ project }) => project !== undefined)).toBe(true);
  });
});
