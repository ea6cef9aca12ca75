import { partitionOf } from "../../catalog";
import type { AwsCapacity, AwsSiteSpec } from "../../model";
import type { Report, Rule } from "../rule";
import { awsClusters } from "../walk";

type Reservation = Extract<AwsCapacity, { readonly kind: "onDemandReservation" }>;

export const reservationTarget: Rule = {
  id: "AWS-ODCR-01",
  title: "an on-demand reservation is one that exists, a group of them, or a new one, and in the site's region",
  severity: "error",
  structural: true,
  formula:
    "at most one of reservationId, reservationGroupArn, create; region and partition of the group = those of the site",
  source:
    "Amazon EC2 API reference, CapacityReservationTarget: an id or a resource group; Amazon EC2 user guide, Capacity Reservations with cluster placement groups",
  *check(context) {
    for (const { site, cluster, path } of awsClusters(context)) {
      for (const { name, capacity } of cluster.pools) {
        if (capacity.kind === "onDemandReservation") yield* target(site, capacity, `${path}.pools.${name}.capacity`);
      }
    }
  },
};

function* target(site: AwsSiteSpec, capacity: Reservation, path: string): Generator<Report> {
  const { reservationId, reservationGroupArn, create, placementGroupName } = capacity;
  const given = Object.entries({ reservationId, reservationGroupArn, create }).flatMap(([field, value]) =>
    value === undefined ? [] : [field],
  );
  const [first, second] = given;
  if (first !== undefined && second !== undefined) {
    yield {
      path: `${path}.${second}`,
      observed: given.length,
      limit: 1,
      message: `a reservation has one of ${given.join(", ")}; got ${given.length === 2 ? "both" : "all of them"}`,
      hint: "keep the one that is meant",
    };
  }
  if (create !== undefined && placementGroupName !== undefined) {
    yield {
      path: `${path}.placementGroupName`,
      observed: placementGroupName,
      message: "placementGroupName is for a reservation that exists; a new one has a placement group of its own",
      hint: "take it away, and say create.placementGroup",
    };
  }
  const [, partition, , region] = reservationGroupArn?.split(":") ?? [];
  const wanted = partitionOf(site.region);
  const place = { path: `${path}.reservationGroupArn` };
  if (region !== undefined && region !== site.region) {
    yield {
      ...place,
      observed: region,
      limit: site.region,
      message: `the group of reservations is in ${region}; the site is in ${site.region}`,
    };
  } else if (partition !== undefined && partition !== wanted) {
    yield {
      ...place,
      observed: partition,
      limit: wanted,
      message: `the group of reservations is of the partition ${partition}, and ${site.region} of ${wanted}`,
      hint: `it begins with "arn:${wanted}:" there`,
    };
  }
}
