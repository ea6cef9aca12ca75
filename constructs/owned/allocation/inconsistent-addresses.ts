import { addressText, contains, parseRange, type Range } from "../../model/address";
import type { AddressPlan } from "../../model/address-plan";
import type { Allocation } from "../../model/allocation";
import type { Contradiction } from "./contradictions";
import { blockOf, lastOf } from "./subnets";

/** Subnets and numbers of an allocation that lie outside of the plan, or that two lines have. */
export function addressInconsistencies(plan: AddressPlan | undefined, allocation: Allocation): Contradiction[] {
  return [...strayBlocks(plan, allocation), ...blocksTwice(allocation), ...asns(plan, allocation)];
}

const whole = (first: number, last: number, cidr: string): Range => ({ cidr, first, last, prefix: 32 });

function strayBlocks(plan: AddressPlan | undefined, allocation: Allocation): Contradiction[] {
  return allocation.subnets.flatMap((line): Contradiction[] => {
    const at = `subnets.${line.id}`;
    const network = plan?.networks.find(({ name }) => name === line.network);
    if (network === undefined) {
      const message = `the address plan has no network ${line.network} any more, and ${line.hall ?? line.switches ?? "something"} has addresses of it`;
      return [
        {
          path: `${at}.network`,
          observed: line.network,
          message,
          hint: "give the network its name back; once nothing has an address of it, delete this line",
        },
      ];
    }
    const block = blockOf(line);
    if (block === undefined) return [];
    const range = whole(block.first, lastOf(block), line.first);
    const ranges = network.cidrs.flatMap((cidr) => parseRange(cidr) ?? []);
    if (ranges.some((each) => contains(each, range))) return [];
    return [
      {
        path: `${at}.first`,
        observed: `${addressText(range.first)} to ${addressText(range.last)}`,
        limit: network.cidrs.join(", "),
        message: `addresses of the network ${line.network} were given out that its ranges do not hold any more`,
        hint: "give the network its ranges back: a range may be added, and none that is in use taken away",
      },
    ];
  });
}

function blocksTwice(allocation: Allocation): Contradiction[] {
  const blocks = allocation.subnets
    .flatMap((line) => {
      const block = blockOf(line);
      return block === undefined ? [] : [{ line, first: block.first, last: lastOf(block) }];
    })
    .sort((a, b) => a.first - b.first || a.last - b.last);
  return blocks.flatMap((block, index): Contradiction[] => {
    const before = blocks[index - 1];
    if (before === undefined || before.last < block.first) return [];
    const ids = [before.line.id, block.line.id];
    return [
      {
        path: `subnets.${block.line.id}.first`,
        observed: block.line.first,
        message: `the lines ${ids.join(" and ")} give out the address ${addressText(block.first)} twice`,
        hint: "two branches may each have appended a line: keep one of them, delete the other, and plan again",
      },
    ];
  });
}

function asns(plan: AddressPlan | undefined, allocation: Allocation): Contradiction[] {
  const stray = allocation.asns.flatMap((line): Contradiction[] => {
    const range = plan?.asns.find(({ name }) => name === line.range);
    if (range !== undefined && range.first <= line.first && line.first + line.count - 1 <= range.last) return [];
    const message = `numbers ${line.first} to ${line.first + line.count - 1} were given out that the range ${line.range} does not hold any more`;
    return [
      { path: `asns.${line.id}.first`, observed: String(line.first), message, hint: "give the range its ends back" },
    ];
  });
  const sorted = [...allocation.asns].sort((a, b) => a.first - b.first);
  const twice = sorted.flatMap((line, index): Contradiction[] => {
    const before = sorted[index - 1];
    if (before === undefined || before.first + before.count - 1 < line.first) return [];
    const message = `the lines ${before.id} and ${line.id} both give out the number ${line.first}`;
    return [
      {
        path: `asns.${line.id}.first`,
        observed: String(line.first),
        message,
        hint: "keep one of the lines, and plan again",
      },
    ];
  });
  return [...stray, ...twice];
}
