import { capacityGrid, isMetadataIops, isOnGrid } from "../../ledger/aws-storage";
import type { AwsLustre } from "../../model";
import { counted } from "../node-counts";
import type { Report, Rule } from "../rule";
import { awsClusters } from "../walk";

const MOST_METADATA_IOPS = 192_000;
const THROUGHPUT_STEP = 4_000;
/** GiB of read cache for each step of throughput. */
const CACHE_STEP = 32;

export const lustreSize: Rule = {
  id: "AWS-FSX-02",
  title: "a Lustre file system has a size that FSx makes",
  severity: "error",
  formula:
    "GiB = 1,200 or 2,400 n; with EFA 38,400 n at 125 MB/s a TiB, 19,200 n at 250, 9,600 n at 500, 4,800 n at 1,000; metadata IOPS = 1,500, 3,000, 6,000 or 12,000 n <= 192,000; Intelligent-Tiering: MB/s = 4,000 n, read cache >= 32 n GiB",
  source:
    "Amazon FSx API reference, CreateFileSystem; FSx for Lustre user guide, EFA-enabled file systems; hashicorp/terraform-provider-aws, pull request 43605 (sizes of read caches)",
  *check(context) {
    for (const { cluster, path } of awsClusters(context)) {
      for (const fileSystem of cluster.storage ?? []) yield* size(fileSystem, `${path}.storage.${fileSystem.name}`);
    }
  },
};

function* size(fileSystem: AwsLustre, path: string): Generator<Report> {
  if (fileSystem.type === "intelligentTiering") {
    const { throughputMBps: observed, readCache } = fileSystem;
    const least = Math.ceil(observed / THROUGHPUT_STEP) * CACHE_STEP;
    if (typeof readCache === "object" && readCache.sizeGiB < least) {
      yield {
        path: `${path}.readCache.sizeGiB`,
        observed: readCache.sizeGiB,
        limit: least,
        unit: "GiB",
        message: `a read cache has at least ${CACHE_STEP} GiB for each ${counted(THROUGHPUT_STEP)} MB/s, here ${counted(least)}; got ${counted(readCache.sizeGiB)}`,
      };
    }
    if (observed % THROUGHPUT_STEP === 0) return;
    yield {
      path: `${path}.throughputMBps`,
      observed,
      limit: THROUGHPUT_STEP,
      unit: "MB/s",
      message: `the throughput is a multiple of ${counted(THROUGHPUT_STEP)} MB/s; got ${counted(observed)}`,
      hint: neighbours(observed, THROUGHPUT_STEP, []),
    };
    return;
  }
  const { capacityGiB } = fileSystem;
  const grid = capacityGrid(fileSystem);
  if (!isOnGrid(grid, capacityGiB)) {
    const efa = fileSystem.type === "persistent" && fileSystem.efa === true;
    const small = grid.small.map((value) => `${counted(value)} GiB or `).join("");
    yield {
      path: `${path}.capacityGiB`,
      observed: capacityGiB,
      limit: grid.step,
      unit: "GiB",
      message: `the capacity ${efa ? `with EFA at ${fileSystem.throughputPerTiB} MB/s a TiB ` : ""}is ${small}a multiple of ${counted(grid.step)} GiB; got ${counted(capacityGiB)}`,
      hint: neighbours(capacityGiB, grid.step, grid.small),
    };
  }
  const iops = fileSystem.type === "persistent" ? fileSystem.metadataIops : undefined;
  if (iops === undefined || isMetadataIops(iops)) return;
  yield {
    path: `${path}.metadataIops`,
    observed: iops,
    limit: 12_000,
    unit: "IOPS",
    message: `metadata IOPS are 1,500, 3,000, 6,000 or a multiple of 12,000 up to ${counted(MOST_METADATA_IOPS)}; got ${counted(iops)}`,
    hint: neighbours(iops, 12_000, [1_500, 3_000, 6_000]),
  };
}

/** The allowed values on either side. */
function neighbours(value: number, step: number, small: readonly number[]): string {
  const allowed = [...small, Math.floor(value / step) * step, Math.ceil(value / step) * step].filter(
    (each) => each > 0,
  );
  const below = Math.max(...allowed.filter((each) => each < value));
  const above = Math.min(...allowed.filter((each) => each > value));
  return Number.isFinite(below) ? `take ${counted(below)} or ${counted(above)}` : `take ${counted(above)}`;
}
