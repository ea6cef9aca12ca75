import { efaInterfaces } from "../../ledger/extended-resources";
import { typeStep } from "../../model";
import type { Rule } from "../rule";
import { awsClusters, machineAt } from "../walk";

export const efaPlacement: Rule = {
  id: "AWS-EFA-07",
  title: "machines with EFA that run on demand stand in a cluster placement group",
  severity: "warning",
  source: "Amazon EC2 user guide, EFA on accelerated computing instances; placement groups",
  *check(context) {
    for (const { site, cluster, path } of awsClusters(context)) {
      for (const pool of cluster.pools) {
        const machine = machineAt(context, site, pool.machine);
        if (machine === undefined || efaInterfaces(machine) === 0 || pool.count < 2) continue;
        const { capacity } = pool;
        const place = `${path}.pools.${pool.name}.capacity`;
        const [off, at] =
          capacity.kind === "onDemand"
            ? [capacity.placementGroup === false, place]
            : [capacity.kind === "onDemandReservation" && capacity.create?.placementGroup === false, `${place}.create`];
        if (!off) continue;
        yield {
          path: `${at}.placementGroup`,
          observed: "false",
          message: `${pool.count} machines of ${pool.machine} talk over EFA, and nothing keeps them close together`,
          hint: "leave placementGroup out, unless the machines work each for itself",
        };
      }
    }
  },
};

export const efaMissing: Rule = {
  id: "AWS-EFA-08",
  title: "a machine on AWS that the fleet defines says which network cards it has",
  severity: "warning",
  source:
    "Amazon EC2 user guide, EFA on accelerated computing instances: without network cards a machine gets one interface and no EFA",
  *check(context) {
    for (const machine of context.fleet.machines) {
      if (machine.offer !== "aws" || machine.networkCards !== undefined) continue;
      yield {
        path: `machines${typeStep(machine.type)}.networkCards`,
        message: `${machine.type} has no networkCards: its machines get one interface and no EFA`,
        hint: "copy them from aws ec2 describe-instance-types: { interfacesPerCard: [2, ...], efaCards: [0, ...] }",
      };
    }
  },
};
