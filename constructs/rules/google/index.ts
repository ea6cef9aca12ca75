import type { Rule } from "../rule";
import { googleAddresses } from "./google-addresses";
import { googleControlPlane } from "./google-control-plane";
import { googleNodes } from "./google-nodes";
import { googleRegion } from "./google-region";
import { googleZone } from "./google-zone";
import { tpuSliceSize } from "./tpu-slice-size";
import { tpuTopology } from "./tpu-topology";
import { tpu7xVersion } from "./tpu7x-version";

/** Rules about Google Cloud, in the order of docs/rules.md. */
export const googleRules: readonly Rule[] = [
  googleRegion,
  googleZone,
  tpuTopology,
  tpu7xVersion,
  tpuSliceSize,
  googleControlPlane,
  googleAddresses,
  googleNodes,
];
