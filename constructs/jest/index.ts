import { type CoverOptions, type Matched, toCover } from "./to-cover";

export type { CoverOptions } from "./to-cover";

declare global {
  namespace jest {
    interface Matchers<R> {
      /**
       * Whether a fleet has what a demand wants on every day, with all demands of the scenario served by their priority.
       *
       * @param demand the name of a demand; absent: every one of the scenario
       * @example
       * expect(fleet).toCover("answers", { scenario: "x10", asOf: "2026-12-01", until: "2027-12-31" });
       */
      toCover(demand?: string, options?: CoverOptions): R;
    }
  }
}

/** Whether Jest runs: it has an `expect` that takes matchers. */
const hasExpect = (
  scope: object,
): scope is { readonly expect: { extend(matchers: { readonly toCover: typeof toCover }): void } } => "expect" in scope;

// Where no Jest runs there is nothing to add to: give the matcher to another `expect.extend` that is like it.
const scope: object = globalThis;
if (hasExpect(scope)) scope.expect.extend({ toCover });

export type { Matched };
export { toCover };
