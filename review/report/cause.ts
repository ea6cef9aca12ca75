import type { Body } from "../inputs/bodies";
import type { Cause } from "./schema";

/** What base and head say of the objects of a stack. Base is absent where the stack is new. */
export interface Programs {
  readonly head: ReadonlyMap<string, Body>;
  readonly base: ReadonlyMap<string, Body> | undefined;
}

/**
 * Why an object changes: what is said of it, or of something that it depends on, differs between base and head; or it was changed
 * outside of Terraform; or base itself has not been applied yet.
 */
export function causesOf({ head, base }: Programs, drifted: ReadonlySet<string>): (address: string) => Cause {
  const known = new Map<string, boolean>();
  const differs = (address: string): boolean => {
    const before = known.get(address);
    if (before !== undefined) return before;
    // Until it is known, a circle is not a reason.
    known.set(address, false);
    const [now, then] = [head.get(address), base?.get(address)];
    const isDifferent =
      now?.digest !== then?.digest ||
      (now?.references ?? []).some(
        (reference) => (head.has(reference) || base?.has(reference)) === true && differs(reference),
      );
    known.set(address, isDifferent);
    return isDifferent;
  };
  return (address) => {
    const object = address.replace(/\[[^\]]*\]$/, "");
    if (base === undefined || differs(object)) return "thisChange";
    return drifted.has(address) ? "drift" : "pendingOnBase";
  };
}
