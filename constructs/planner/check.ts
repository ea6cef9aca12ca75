import { z } from "zod";
import { type Finding, sortFindings } from "../model";
import { explain } from "../model/issues";
import type { RawPath } from "../model/path";
import { show } from "../model/show";
import { wording } from "../model/wording";
import { checkOffer } from "./check-offer";
import { checkRequest } from "./check-request";
import { PlanRequest } from "./request";

/** A request whose form and sense are right, or all that is wrong with it. */
export type Checked =
  | { readonly request: PlanRequest; readonly findings: readonly [] }
  | { readonly request?: undefined; readonly findings: readonly Finding[] };

/** How a plan is asked for; what is wrong with it is told like what is wrong with a request, under `options`. */
const Options = z.strictObject({
  gap: z.number().min(0).max(1).optional(),
  nodes: z.int().min(1).optional(),
  seconds: z
    .number()
    .gt(0, { error: (issue) => `must be more than 0 seconds; got ${show(issue.input)}` })
    .optional(),
  worth: z.boolean().optional(),
  hedge: z.boolean().optional(),
});

/** What is wrong with the options of a plan. */
export function checkPlanOptions(raw: unknown): Finding[] {
  const parsed = Options.safeParse(raw, { reportInput: true, error: wording });
  if (parsed.success) return [];
  return explain(raw, parsed.error.issues).map((finding) => ({
    ...finding,
    path: finding.path === "fleet" ? "options" : `options.${finding.path}`,
  }));
}

/**
 * Reads a request. All that is wrong is reported in one go: a list's item whose form is wrong is left out, so that the others are
 * still looked at. What it returns is in the order of names, so that a plan does not depend on the order in which offers were written.
 */
export function checkPlanRequest(raw: unknown): Checked {
  const options = { reportInput: true, error: wording } as const;
  const parsed = PlanRequest.safeParse(raw, options);
  const form = parsed.success ? [] : explain(raw, parsed.error.issues);
  const rest = parsed.success
    ? parsed
    : PlanRequest.safeParse(
        leaveOut(
          raw,
          parsed.error.issues.map(({ path }) => path),
        ),
        options,
      );
  const sense = rest.success
    ? [...rest.data.offers.flatMap((offer) => checkOffer(offer, rest.data)), ...checkRequest(rest.data, raw)]
    : [];
  const findings = [
    ...form.map((finding) => ({ ...finding, path: finding.path === "fleet" ? "plan" : finding.path })),
    ...sense,
  ];
  if (parsed.success && findings.length === 0) return { request: inOrder(parsed.data), findings: [] };
  return { findings: sortFindings(findings) };
}

/** Lists whose items can be left out one by one. */
const LISTS = ["offers", "supply", "workloads", "scenarios"];

function leaveOut(raw: unknown, paths: readonly RawPath[]): unknown {
  if (typeof raw !== "object" || raw === null) return raw;
  const doomed = (list: PropertyKey, index: number) =>
    paths.some(([first, second]) => first === list && second === index);
  return Object.fromEntries(
    Object.entries(raw).map(([key, value]) => [
      key,
      LISTS.includes(key) && Array.isArray(value) ? value.filter((_, index) => !doomed(key, index)) : value,
    ]),
  );
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0;

function inOrder(request: PlanRequest): PlanRequest {
  return {
    ...request,
    offers: [...request.offers].sort(byName),
    supply: [...request.supply].sort(byName),
    workloads: [...request.workloads].sort(byName),
    scenarios: [...request.scenarios].sort(byName),
    limits: {
      power: [...request.limits.power].sort(byName),
      money: [...request.limits.money].sort(byName),
      concentration: [...request.limits.concentration].sort(byName),
    },
  };
}
