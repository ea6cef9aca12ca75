import type { OutputRule } from "../output-rule";
import { deletionProtection } from "./deletion-protection";
import { dranet } from "./dranet";
import { poolCounts } from "./pool-counts";
import { poolTimeout } from "./pool-timeout";
import { googleProviderVersion } from "./provider-version";
import { queuedPool } from "./queued-pool";
import { tpuArguments } from "./tpu-arguments";
import { tpuPlacement } from "./tpu-placement";
import { tpuReservation } from "./tpu-reservation";
import { tpu7xPlacement } from "./tpu7x-placement";

export const googleOutputRules: readonly OutputRule[] = [
  googleProviderVersion,
  tpuPlacement,
  tpu7xPlacement,
  tpuArguments,
  queuedPool,
  tpuReservation,
  poolCounts,
  poolTimeout,
  deletionProtection,
  dranet,
];
