import type { Fleet } from "siteform";
import { buyCapacityBlock, onDemandReservation, spot } from "siteform/aws";
import { atlas, aws, trainium, untyped } from "../support";

/** A reservation and a purchase without their sentences, one target too many, and a group of another region. */
export function fleet(): Fleet {
  const fleet = atlas();
  const zoneId = "use2-az1";
  const accept = "I accept that billing starts at once and goes on until the reservation is cancelled";
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"] } }).addCluster("train", {
    pools: [
      trainium(4, {
        name: "bought",
        capacity: buyCapacityBlock({
          zoneId,
          offeringId: "cb-0123456789abcdef0",
          acceptPurchase: untyped(true),
          start: "2026-12-01T11:30:00Z",
          end: "2026-12-02T11:30:00Z",
        }),
      }),
      trainium(4, {
        name: "both",
        capacity: onDemandReservation(untyped({ zoneId, reservationId: "cr-0123456789abcdef0", create: { accept } })),
      }),
      trainium(4, {
        name: "made",
        capacity: onDemandReservation({ zoneId, create: { accept: untyped("yes"), end: "2027-01-31" } }),
      }),
    ],
  });
  aws(fleet, "oregon", { region: "us-west-2", network: { cidrs: ["10.17.0.0/16"] } }).addCluster("train", {
    pools: [
      trainium(4, { name: "spare", capacity: spot({ zoneId: "usw2-az1" }) }),
      trainium(4, {
        name: "shared",
        capacity: onDemandReservation({
          zoneId: "usw2-az1",
          reservationGroupArn: "arn:aws:resource-groups:us-east-2:111122223333:group/trn2",
        }),
      }),
    ],
  });
  return fleet;
}

export const expected = [
  "error   sites.ohio.clusters.train.pools.both.capacity.create: a reservation has one of reservationId, create; got both  [AWS-ODCR-01]",
  "          → keep the one that is meant",
  'error   sites.ohio.clusters.train.pools.bought.capacity.acceptPurchase: must be the sentence "I accept that this purchase is charged upfront and can be neither cancelled nor refunded"; got true  [SCHEMA]',
  'error   sites.ohio.clusters.train.pools.made.capacity.create.accept: must be the sentence "I accept that billing starts at once and goes on until the reservation is cancelled"; got "yes"  [SCHEMA]',
  'error   sites.ohio.clusters.train.pools.made.capacity.create.end: must be an instant in UTC, such as "2026-12-01T11:30:00Z"; got "2027-01-31"  [SCHEMA]',
  "error   sites.oregon.clusters.train.pools.shared.capacity.reservationGroupArn: the group of reservations is in us-east-2; the site is in us-west-2  [AWS-ODCR-01]",
];
