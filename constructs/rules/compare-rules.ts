import { compareCurrency } from "./compare-currency";
import { compareDoubted } from "./compare-doubted";
import { compareRefs } from "./compare-refs";
import { compareSchedule } from "./compare-schedule";
import type { Rule } from "./rule";

/** Rules about comparisons of owning and renting, in the order of docs/rules.md. */
export const compareRules: readonly Rule[] = [compareRefs, compareCurrency, compareSchedule, compareDoubted];
