import { counted } from "../node-counts";
import type { Rule } from "../rule";
import { awsClusters } from "../walk";

const IOPS_PER_GIB = 500;
const IOPS_PER_MIBPS = 4;
/** What gp3 has when nothing is said, and the disk of a pool. */
const DEFAULTS = { sizeGiB: 500, iops: 3_000, throughputMiBps: 125 };

export const poolDisk: Rule = {
  id: "AWS-EBS-01",
  title: "the IOPS and throughput of a root disk fit its size and each other",
  severity: "error",
  formula: `iops <= ${IOPS_PER_GIB} x GiB; MiB/s <= iops / ${IOPS_PER_MIBPS}`,
  source: "Amazon EBS user guide, General Purpose SSD volumes (gp3)",
  *check(context) {
    for (const { cluster, path } of awsClusters(context)) {
      for (const { name, disk } of cluster.pools) {
        if (disk === undefined) continue;
        const place = `${path}.pools.${name}.disk`;
        const { sizeGiB, iops, throughputMiBps } = { ...DEFAULTS, ...disk };
        if (iops > sizeGiB * IOPS_PER_GIB) {
          yield {
            path: `${place}.iops`,
            observed: iops,
            limit: sizeGiB * IOPS_PER_GIB,
            unit: "IOPS",
            message: `a gp3 disk of ${counted(sizeGiB)} GiB has at most ${counted(sizeGiB * IOPS_PER_GIB)} IOPS; got ${counted(iops)}`,
          };
        }
        if (throughputMiBps > iops / IOPS_PER_MIBPS) {
          yield {
            path: `${place}.throughputMiBps`,
            observed: throughputMiBps,
            limit: iops / IOPS_PER_MIBPS,
            unit: "MiB/s",
            message: `a gp3 disk of ${counted(iops)} IOPS has at most ${counted(iops / IOPS_PER_MIBPS)} MiB/s; got ${counted(throughputMiBps)}`,
            hint: `give it iops: ${throughputMiBps * IOPS_PER_MIBPS}`,
          };
        }
      }
    }
  },
};
