import type { Values } from "../../../constructs/rules/output/stack-output";
import { found } from "./support";

const POOL = "google_container_node_pool.pool";

/** A node pool as the library makes it, in short, and what of it a program changed. */
const pool = (machine_type: string, values: Values, config: Values = {}) => ({
  google_container_node_pool: {
    pool: { node_config: { machine_type, ...config }, timeouts: { create: "2h" }, ...values },
  },
});

test("GCP-TPU-02: a slice of several hosts has a placement, a host alone has none", () => {
  const check = (machine: string, placement_policy?: Values) =>
    found("GCP-TPU-02", pool(machine, { placement_policy }));
  // ct5lp-hightpu-4t has four chips: 4x4 are four of them, 2x2 is one.
  expect(check("ct5lp-hightpu-4t", { type: "COMPACT", tpu_topology: "4x4" })).toEqual([]);
  expect(check("ct5lp-hightpu-4t")).toEqual([]);
  expect(check("ct5lp-hightpu-4t", { type: "COMPACT", tpu_topology: "2x2" })).toEqual([
    `${POOL}.placement_policy.tpu_topology 2x2/-`,
  ]);
  expect(check("ct5lp-hightpu-8t", { type: "COMPACT", tpu_topology: "2x4" })).toHaveLength(1);
  expect(check("ct5lp-hightpu-4t", { type: "COMPACT" })).toEqual([`${POOL}.placement_policy -/-`]);
  expect(check("tpu7x-standard-4t", { type: "", policy_name: "p" })).toEqual([]);
  expect(check("a3-highgpu-8g", { type: "COMPACT" })).toEqual([]);
  // The library notes the topology beside the pool: 4x4x8 are 128 chips, of which a machine has four.
  const noted = (topology: string) => ({
    ...pool("ct5p-hightpu-4t", { lifecycle: { replace_triggered_by: ["terraform_data.shape"] } }),
    terraform_data: { shape: { input: { topology } } },
  });
  expect(found("GCP-TPU-02", noted("2x2x1"))).toEqual([]);
  expect(found("GCP-TPU-02", noted("4x4x8"))).toEqual([`${POOL}.placement_policy 4x4x8/-`]);
});

test("GCP-TPU-04: the placement of TPU7x is not planned anew", () => {
  const check = (placement_policy: Values, lifecycle?: Values, machine = "tpu7x-standard-4t") =>
    found("GCP-TPU-04", pool(machine, { placement_policy, lifecycle }));
  expect(check({ type: "", policy_name: "p" })).toEqual([]);
  expect(check({ type: "COMPACT", policy_name: "p" }, { ignore_changes: ["placement_policy"] })).toEqual([]);
  expect(check({ type: "COMPACT", policy_name: "p" })).toEqual([`warning ${POOL}.placement_policy.type COMPACT/-`]);
  expect(check({ type: "COMPACT" }, undefined, "ct5p-hightpu-4t")).toEqual([]);
});

test("GCP-TPU-08: TPU machines take no other accelerator, clusters not the TPUs of old", () => {
  const guest_accelerator = [{ type: "nvidia-l4", count: 1 }];
  expect(found("GCP-TPU-08", pool("ct5p-hightpu-4t", {}))).toEqual([]);
  expect(found("GCP-TPU-08", pool("a3-highgpu-8g", {}, { guest_accelerator }))).toEqual([]);
  expect(found("GCP-TPU-08", pool("ct5p-hightpu-4t", {}, { guest_accelerator }))).toEqual([
    `${POOL}.node_config.guest_accelerator -/-`,
  ]);
  const cluster = (enable_tpu: boolean) => ({ google_container_cluster: { main: { enable_tpu } } });
  expect(found("GCP-TPU-08", cluster(false))).toEqual([]);
  expect(found("GCP-TPU-08", cluster(true))).toEqual(["google_container_cluster.main.enable_tpu -/-"]);
});

test("GCP-CAP-03: a queued pool begins empty, and takes neither a reservation nor spot machines", () => {
  const check = (values: Values = {}, config: Values = {}, machine = "ct5p-hightpu-4t") =>
    found(
      "GCP-CAP-03",
      pool(
        machine,
        { queued_provisioning: { enabled: true }, autoscaling: { min_node_count: 0, max_node_count: 4 }, ...values },
        { reservation_affinity: { consume_reservation_type: "NO_RESERVATION" }, ...config },
      ),
    );
  expect(check()).toEqual([]);
  expect(check({ autoscaling: { min_node_count: 1 } })).toEqual([`${POOL}.autoscaling.min_node_count 1/0`]);
  expect(check({ autoscaling: { total_min_node_count: 1 } })).toEqual([`${POOL}.autoscaling.total_min_node_count 1/0`]);
  const affinity = `${POOL}.node_config.reservation_affinity.consume_reservation_type`;
  expect(check({}, { reservation_affinity: undefined })).toEqual([`${affinity} not stated/NO_RESERVATION`]);
  expect(check({}, { spot: true })).toEqual([`${POOL}.node_config.spot -/-`]);
  const placement_policy = { type: "COMPACT" };
  expect(check({ placement_policy })).toEqual([]);
  expect(check({ placement_policy }, {}, "a3-highgpu-8g")).toEqual([`${POOL}.placement_policy -/-`]);
  expect(check({ queued_provisioning: { enabled: false } }, { spot: true })).toEqual([]);
});

test("GCP-CAP-04: no reservation of TPUs is made", () => {
  const check = (machine_type: string) =>
    found("GCP-CAP-04", {
      google_compute_reservation: {
        own: { specific_reservation: { count: 1, instance_properties: { machine_type } } },
      },
    });
  expect(check("a3-highgpu-8g")).toEqual([]);
  expect(check("ct5p-hightpu-4t")).toEqual([
    "google_compute_reservation.own.specific_reservation.instance_properties.machine_type ct5p-hightpu-4t/-",
  ]);
});

test("GCP-POOL-01: a number or an autoscaler, with limits of one kind", () => {
  const check = (values: Values) => found("GCP-POOL-01", pool("a3-highgpu-8g", values));
  expect(check({ node_count: 2 })).toEqual([]);
  expect(check({ autoscaling: { min_node_count: 0, max_node_count: 2 } })).toEqual([]);
  expect(check({ node_count: 2, autoscaling: { max_node_count: 2 } })).toEqual([`${POOL}.node_count -/-`]);
  expect(check({ autoscaling: { max_node_count: 2, total_max_node_count: 4 } })).toEqual([
    `${POOL}.autoscaling max_node_count, total_max_node_count/-`,
  ]);
});

test("GCP-POOL-03: two hours are enough, and a minute less is not", () => {
  const check = (create?: string, machine = "a3-highgpu-8g") =>
    found("GCP-POOL-03", pool(machine, { timeouts: create === undefined ? undefined : { create } }));
  expect(check("2h")).toEqual([]);
  expect(check("120m")).toEqual([]);
  expect(check("1h59m")).toEqual([`warning ${POOL}.timeouts.create ${119 / 60}/2`]);
  expect(check()).toEqual([`warning ${POOL}.timeouts.create 0.5/2`]);
  // Machines without accelerators are there sooner.
  expect(check(undefined, "n2-standard-8")).toEqual([]);
});

test("GCP-CL-01: a cluster says whether it may be deleted", () => {
  const check = (values: Values) => found("GCP-CL-01", { google_container_cluster: { main: values } });
  expect(check({ deletion_protection: false })).toEqual([]);
  expect(check({})).toEqual(["google_container_cluster.main.deletion_protection -/-"]);
});

test("GCP-GPU-02: managed networks and one's own exclude each other", () => {
  const check = (network_config: Values) => found("GCP-GPU-02", pool("a4-highgpu-8g", { network_config }));
  const own = { additional_node_network_configs: [{ network: "a", subnetwork: "b" }] };
  expect(check(own)).toEqual([]);
  expect(check({ accelerator_network_profile: "auto" })).toEqual([]);
  expect(check({ ...own, accelerator_network_profile: "auto" })).toEqual([
    `${POOL}.network_config.additional_node_network_configs auto/-`,
  ]);
});

test("GCP-VER-01: what 6.50 does not know asks for 7.0", () => {
  const check = (version: string, values: Values, config: Values = {}) =>
    found("GCP-VER-01", pool("a4-highgpu-8g", values, config), { required_providers: { google: { version } } });
  const managed = { network_config: { accelerator_network_profile: "auto" } };
  expect(check(">= 6.50, < 7", {})).toEqual([]);
  expect(check(">= 7.0, < 8", managed)).toEqual([]);
  expect(check("~> 7.2", managed)).toEqual([]);
  expect(check(">= 6.50, < 7", managed)).toEqual([`${POOL}.network_config.accelerator_network_profile 6.50/7.0`]);
  const affinity = (consume_reservation_type: string) => ({ reservation_affinity: { consume_reservation_type } });
  expect(check(">= 6.50, < 7", {}, affinity("ANY_RESERVATION"))).toEqual([]);
  expect(check(">= 6.50, < 7", {}, affinity("ANY_RESERVATION_THEN_FAIL"))).toHaveLength(1);
});
