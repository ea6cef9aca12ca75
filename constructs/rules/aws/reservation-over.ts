import { compareDates } from "../../model";
import type { Rule } from "../rule";
import { awsClusters } from "../walk";

export const reservationOver: Rule = {
  id: "AWS-ODCR-02",
  title: "a reservation that Terraform makes has not ended",
  severity: "warning",
  formula: "day of create.end >= the day for which rules are asked",
  source:
    "Amazon EC2 API reference, CreateCapacityReservation: EndDate is in the future, and what has expired takes no machine; hashicorp/terraform-provider-aws, ec2_capacity_reservation: one that has expired leaves the state, and is planned anew",
  *check(context) {
    for (const { cluster, path } of awsClusters(context)) {
      for (const { name, capacity } of cluster.pools) {
        const end = capacity.kind === "onDemandReservation" ? capacity.create?.end : undefined;
        // An instant is in UTC, so that its first ten characters are its day.
        if (end === undefined || compareDates(end.slice(0, 10), context.asOf) >= 0) continue;
        yield {
          path: `${path}.pools.${name}.capacity.create.end`,
          observed: end,
          limit: context.asOf,
          message: `the reservations of this pool ended on ${end.slice(0, 10)}: EC2 launches no machine into them, and each deploy tries to make new ones, which it refuses with an end in the past`,
          hint: "retire the pool, write a later end, or take a contract without a reservation, such as onDemand({ zoneId })",
        };
      }
    }
  },
};
