import { allowListOf } from "../review/allow/allow-list";
import { outputAt } from "./output";
import { jsonForLog } from "./say";

/** `siteform allow`: what the stacks of an output make Terraform run, read or ask, as JSON. */
export const allow = (folder: string): string => jsonForLog(allowListOf(outputAt(folder)));
