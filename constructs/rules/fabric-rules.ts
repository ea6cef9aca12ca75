import { fabricCables } from "./fabric-cables";
import { fabricCounts } from "./fabric-counts";
import { fabricDesign } from "./fabric-design";
import { fabricEnds } from "./fabric-ends";
import { fabricPorts } from "./fabric-ports";
import { fabricRails } from "./fabric-rails";
import { fabricRefs } from "./fabric-refs";
import { fabricServices } from "./fabric-services";
import type { Rule } from "./rule";
import { wanDiverse } from "./wan-diverse";

/** Rules about the fabrics of sites that are not clouds, in the order of docs/rules.md. */
export const fabricRules: readonly Rule[] = [
  fabricPorts,
  fabricCounts,
  fabricRails,
  fabricCables,
  fabricEnds,
  fabricDesign,
  wanDiverse,
  fabricRefs,
  fabricServices,
];
