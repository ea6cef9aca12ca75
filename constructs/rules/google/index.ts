import type { Rule } from "../rule";
import { googleAddresses } from "./google-addresses";
import { googleFlexStart, googleReservation } from "./google-contracts";
import { googleControlPlane } from "./google-control-plane";
import { googleKeys } from "./google-keys";
import { googleLabels } from "./google-labels";
import { googleNodes } from "./google-nodes";
import { googlePods } from "./google-pods";
import { googleRegion } from "./google-region";
import { googleBuckets, googleFilestore, googleLustre } from "./google-storage";
import { googleZone } from "./google-zone";
import { googleGpuNetworks } from "./gpu-networks";
import { googlePoolOptions, googleUpgrade } from "./pool-options";
import { tpuSliceSize } from "./tpu-slice-size";
import { tpuTopology } from "./tpu-topology";
import { tpuZone } from "./tpu-zone";
import { tpu7xVersion } from "./tpu7x-version";

/** Rules about Google Cloud, in the order of docs/rules.md. */
export const googleRules: readonly Rule[] = [
  googleRegion,
  googleZone,
  tpuTopology,
  tpu7xVersion,
  tpuZone,
  tpuSliceSize,
  googleControlPlane,
  googleAddresses,
  googleNodes,
  googlePods,
  googleKeys,
  googleReservation,
  googleFlexStart,
  googleUpgrade,
  googlePoolOptions,
  googleGpuNetworks,
  googleLabels,
  googleLustre,
  googleFilestore,
  googleBuckets,
];
