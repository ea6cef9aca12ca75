import type { OutputRule } from "../output-rule";
import { block, texts } from "../stack-output";

export const tpuReservation: OutputRule = {
  id: "GCP-CAP-04",
  title: "Terraform makes no reservation of TPUs",
  severity: "error",
  source:
    "Compute Engine API, Reservation.aggregateReservation, which TPUs need and terraform-provider-google, compute_reservation, does not have",
  *check(stack, { machine }) {
    for (const { path, values } of stack.resources("google_compute_reservation")) {
      const properties = block(block(values["specific_reservation"])["instance_properties"]);
      const [type = ""] = texts(properties["machine_type"]);
      if (machine(type)?.tpu === undefined) continue;
      yield {
        path: `${path}.specific_reservation.instance_properties.machine_type`,
        observed: type,
        message: "TPUs are reserved in another way, which Terraform's provider does not have",
        hint: "reserve them with Google, and name the reservation: reservation({ zone, reservation })",
      };
    }
  },
};
