import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { closest } from "fastest-levenshtein";
import { root } from "./temp";

/** A stack as synthesized, as far as addresses go. */
interface Stack {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly moved?: readonly { readonly from: string; readonly to: string }[];
}

/** Addresses of a stack's resources, sorted. */
export const addressesIn = ({ resource = {} }: Stack): string[] =>
  Object.entries(resource)
    .flatMap(([type, instances]) => Object.keys(instances).map((id) => `${type}.${id}`))
    .sort();

/**
 * What is wrong with the addresses of a stack whose state may hold those recorded: each that is gone, with the `moved` block that is
 * missing. A resource whose address changes without one is destroyed and created again.
 */
export function lostAddresses(name: string, recorded: readonly string[], stack: Stack): string[] {
  const now = addressesIn(stack);
  const left = new Set((stack.moved ?? []).filter(({ to }) => now.includes(to)).map(({ from }) => from));
  const added = now.filter((address) => !recorded.includes(address));
  return recorded
    .filter((address) => !now.includes(address) && !left.has(address))
    .map((address) => {
      const [type = ""] = address.split(".");
      const candidates = added.filter((each) => each.startsWith(`${type}.`));
      const to = candidates.length === 0 ? `${type}.?` : closest(address, candidates);
      return `${name} no longer has ${address}, and would destroy it: missing moved { from = ${address}, to = ${to} }`;
    });
}

const fileOf = (fleet: string, stack: string): string => join(root, "test", "addresses", fleet, `${stack}.txt`);

/** The addresses recorded for a stack; none for a stack that is new. */
export function recordedAddresses(fleet: string, stack: string): string[] {
  const file = fileOf(fleet, stack);
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
}

/** Records the addresses of a stack. */
export function recordAddresses(fleet: string, stack: string, addresses: readonly string[]): void {
  const file = fileOf(fleet, stack);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${[...addresses].sort().join("\n")}\n`);
}
