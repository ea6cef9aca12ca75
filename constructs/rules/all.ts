import { machineKnown } from "./machine-known";
import type { Rule } from "./rule";

/** Every rule, in the order of docs/rules.md. */
export const allRules: readonly Rule[] = [machineKnown];
