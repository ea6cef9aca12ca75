import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { type Output, OutputError, type OutputStack, readOutput } from "../inputs/output";
import { isObject, type Json } from "../plan/json";
import { type Demand, demandsOf, kinds } from "./demands";
import { duplicateKeys } from "./duplicate-keys";
import { digestOfPath, strayFiles } from "./folder";

/** What stacks may demand. */
export const AllowList = z.strictObject({
  apiVersion: z.literal("siteform.dev/v1alpha1"),
  kind: z.literal("AllowList"),
  allowed: z.array(z.strictObject({ kind: z.enum(kinds), is: z.string() })),
});
export type AllowList = z.infer<typeof AllowList>;

/** An allow-list that is not there, or is none. */
export class AllowListError extends Error {}

/** What the stacks of an output demand: of the base, it is what a change may demand too. */
export function allowListOf(output: Output): AllowList {
  const found = new Map(
    output.stacks.flatMap(stackDemands).map(({ kind, is }) => [`${kind} ${is}`, { kind, is }] as const),
  );
  const allowed = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
  return { apiVersion: "siteform.dev/v1alpha1", kind: "AllowList", allowed };
}

/**
 * Reads an allow-list: a file of one, or the output folder of the base, from which it is derived.
 *
 * @throws AllowListError where it is neither
 */
export function readAllowList(path: string): AllowList {
  try {
    if (statSync(path).isDirectory()) return allowListOf(readOutput(path));
    const read = AllowList.safeParse(JSON.parse(readFileSync(path, "utf8")));
    if (read.success) return read.data;
  } catch (error) {
    if (error instanceof OutputError) throw new AllowListError(error.message);
    throw new AllowListError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  throw new AllowListError(`${path} is neither an output folder nor what \`siteform allow\` wrote`);
}

/** What a stack demands and a list does not allow. */
export function refusedOf(stack: OutputStack, { allowed }: AllowList): Demand[] {
  const known = new Set(allowed.map(({ kind, is }) => `${kind} ${is}`));
  return stackDemands(stack).filter(({ kind, is }) => !known.has(`${kind} ${is}`));
}

function stackDemands({ folder }: OutputStack): Demand[] {
  const text = readFileSync(join(folder, "cdk.tf.json"), "utf8");
  const json: Json = JSON.parse(text);
  const twice = duplicateKeys(text).map((key): Demand => ({ kind: "setting", is: `${key} twice`, address: key }));
  const demands = isObject(json) ? demandsOf(json) : [];
  return [...demands.map((each) => withContents(each, folder)), ...twice, ...strayFiles(folder)];
}

/** A module within the folder is what its files are, and not what its path says. */
const withContents = (demand: Demand, folder: string): Demand =>
  demand.kind === "module" && /^\.{0,2}\//.test(demand.is)
    ? { ...demand, is: `local ${digestOfPath(resolve(folder, demand.is))}` }
    : demand;
