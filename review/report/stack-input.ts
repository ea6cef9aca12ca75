import type { PlanJson } from "../plan/read-plan";
import { deferredResources } from "../plan/resource-change";
import type { Programs } from "./cause";
import type { Diagnostic, ReviewedStack } from "./schema";

/** What a review gets of one stack. */
export interface StackInput {
  readonly name: string;
  /** The site that the stack belongs to. */
  readonly site?: string;
  /** Its plan, also one that stopped. Absent: it has none. */
  readonly plan?: PlanJson;
  /** Why there is no plan, or none that can be read. */
  readonly failure?: string;
  /** Set where nobody planned it for a reason: it is the same as in the base, or the program no longer has it. */
  readonly unplanned?: "unchanged" | "removed";
  /** Why nothing can stand for what it needs in a simulation. */
  readonly notSimulated?: string;
  /** What else must be known of it. */
  readonly note?: string;
  /** Why an update of some attributes of a type may be more than that. @default - it is not */
  readonly doubtOf?: (type: string, paths: readonly string[]) => string | undefined;
  readonly diagnostics?: readonly Diagnostic[];
  /** Where the program made each object, by address. */
  readonly constructPaths?: ReadonlyMap<string, string>;
  /** What base and head say of each object. Absent: there is no base to compare with. */
  readonly programs?: Programs;
  /** @default "plan" */
  readonly basis?: ReviewedStack["basis"];
  /** Of the plan file, where one was left. */
  readonly planDigest?: string;
}

/** Why the plan of a stack does not tell the whole of what would be done; nothing where it does. */
export function whyPartial({ plan, failure, diagnostics = [] }: StackInput): string | undefined {
  if (failure !== undefined) return failure;
  if (plan === undefined) return undefined;
  if (plan.isErrored) return "its plan stopped with an error and holds only a part";
  if (diagnostics.some(({ severity }) => severity === "error")) return "its plan ended with an error";
  if (plan.json["complete"] === false) return partOf(plan);
  return undefined;
}

/** What of a plan that is a part is not in it. */
function partOf(plan: PlanJson): string {
  const deferred = deferredResources(plan).map(({ address }) => address);
  if (deferred.length === 0) return "its plan is a part: it was limited to some objects";
  const more = deferred.length > 3 ? ` and ${deferred.length - 3} more` : "";
  return `its plan is a part: it leaves ${deferred.slice(0, 3).join(", ")}${more} for later, since what they need is not known`;
}
