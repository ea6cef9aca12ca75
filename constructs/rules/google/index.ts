import type { Rule } from "../rule";
import { googleFlexStart } from "./flex-start";
import { googleAddresses } from "./google-addresses";
import { googleClustersLimit } from "./google-clusters";
import { googleControlPlane } from "./google-control-plane";
import { googleExisting } from "./google-existing";
import { googleKeys } from "./google-keys";
import { googleLabels } from "./google-labels";
import { googleMaintenance } from "./google-maintenance";
import { googleNodes } from "./google-nodes";
import { googlePods } from "./google-pods";
import { googleRangeSizes } from "./google-range-sizes";
import { googleRegion } from "./google-region";
import { googleReservation } from "./google-reservation";
import { googleBuckets, googleFilestore, googleLustre } from "./google-storage";
import { googleZone } from "./google-zone";
import { googleGpuDirectVersion } from "./gpu-direct-version";
import { googleGpuNetworks } from "./gpu-networks";
import { googleGpuOffer } from "./gpu-offer";
import { googlePoolOptions, googleUpgrade } from "./pool-options";
import { tpuSizeName } from "./tpu-size-name";
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
  tpuSizeName,
  googleControlPlane,
  googleAddresses,
  googleRangeSizes,
  googleExisting,
  googleClustersLimit,
  googleNodes,
  googlePods,
  googleMaintenance,
  googleKeys,
  googleReservation,
  googleFlexStart,
  googleGpuOffer,
  googleUpgrade,
  googlePoolOptions,
  googleGpuNetworks,
  googleGpuDirectVersion,
  googleLabels,
  googleLustre,
  googleFilestore,
  googleBuckets,
];
