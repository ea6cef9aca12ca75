import { hours } from "siteform";
import { flexStart, onDemand, reservation, spot } from "../../constructs/google";
import { acceleratorPools, siteOf, stackTree } from "./stack-tree";

const zone = "us-east5-a";
const tpu = (capacity: object) =>
  acceleratorPools(
    stackTree(siteOf([{ name: "v5p", machine: "ct5p-hightpu-4t", topology: "4x4x4", slices: 2, capacity }])),
  )["v5p-001"];
const gpu = (capacity: object) =>
  acceleratorPools(stackTree(siteOf([{ name: "h100", machine: "a3-highgpu-8g", count: 6, capacity }])))["h100"];

const none = { consume_reservation_type: "NO_RESERVATION" };

test("on demand says nothing of reservations", () => {
  expect(tpu(onDemand({ zone }))).not.toHaveProperty("node_config.reservation_affinity");
});

test("spot takes no reservation", () => {
  expect(gpu(spot({ zone }))).toMatchObject({ node_count: 6, node_config: { spot: true, reservation_affinity: none } });
});

describe("a reservation", () => {
  test.each([
    ["of the project is named", reservation({ zone, reservation: "held" }), "held"],
    [
      "of another project is named with it",
      reservation({ zone, reservation: "held", project: "atlas-core" }),
      "projects/atlas-core/reservations/held",
    ],
    [
      "is consumed by the block when one is named",
      reservation({ zone, reservation: "held/reservationBlocks/b1" }),
      "projects/atlas-research/reservations/held/reservationBlocks/b1",
    ],
    [
      "may be a path",
      reservation({ zone, reservation: "projects/atlas-core/reservations/held" }),
      "projects/atlas-core/reservations/held",
    ],
  ])("%s", (_, capacity, value) => {
    expect(tpu(capacity)).toMatchObject({
      node_count: 16,
      node_config: {
        reservation_affinity: {
          consume_reservation_type: "SPECIFIC_RESERVATION",
          key: "compute.googleapis.com/reservation-name",
          values: [value],
        },
      },
    });
  });
});

describe("flex-start", () => {
  test("starts from no nodes, is never repaired, takes no reservation and ends in time", () => {
    const pool = tpu(flexStart({ zone, maxRun: hours(24) }));
    expect(pool).toMatchObject({
      management: { auto_repair: false, auto_upgrade: true },
      // 24 * 3,600 seconds.
      node_config: { flex_start: true, max_run_duration: "86400s", reservation_affinity: none },
    });
    expect(pool).not.toHaveProperty("node_count");
    expect(pool).not.toHaveProperty("initial_node_count");
    expect(pool).not.toHaveProperty("node_config.spot");
  });

  test("runs a week where nothing is said", () => {
    expect(tpu(flexStart({ zone }))).toHaveProperty("node_config.max_run_duration", "604800s");
  });

  test("scales a slice between none and all of its hosts, in its zone", () => {
    expect(tpu(flexStart({ zone }))?.["autoscaling"]).toEqual({ min_node_count: 0, max_node_count: 16 });
  });

  test("scales GPU machines between none and their count", () => {
    expect(gpu(flexStart({ zone }))?.["autoscaling"]).toEqual({
      total_min_node_count: 0,
      total_max_node_count: 6,
      location_policy: "ANY",
    });
  });
});
