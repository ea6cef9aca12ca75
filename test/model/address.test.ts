import fc from "fast-check";
import { Cidr, cidrSubnet, contains, networkOf, overlap, parseRange, type Range, sizeOf } from "../../constructs/model";

/** A range that the test itself wrote. */
function range(cidr: string): Range {
  const parsed = parseRange(cidr);
  if (parsed === undefined) throw new Error(`${cidr} is no range`);
  return parsed;
}

const octet = fc.integer({ min: 0, max: 255 });
const address = fc.tuple(octet, octet, octet, octet).map((octets) => octets.join("."));
const cidr = fc.tuple(address, fc.integer({ min: 0, max: 32 })).map(([text, prefix]) => `${text}/${prefix}`);

describe("ranges", () => {
  test("have a first and a last address and a size", () => {
    // 10.16.0.0 is 10 * 2^24 + 16 * 2^16.
    expect(parseRange("10.16.0.0/16")).toEqual({
      cidr: "10.16.0.0/16",
      first: 168_820_736,
      last: 168_820_736 + 65_535,
      prefix: 16,
    });
    expect(sizeOf(range("10.0.0.0/8"))).toBe(16_777_216);
    expect(sizeOf(range("172.16.0.0/28"))).toBe(16);
  });

  test("the whole address space and a single address are ranges", () => {
    expect(range("0.0.0.0/0")).toMatchObject({ first: 0, last: 4_294_967_295 });
    expect(range("255.255.255.255/32")).toMatchObject({ first: 4_294_967_295, last: 4_294_967_295 });
  });

  test.each([
    "10.0.0.0",
    "10.0.0.0/33",
    "10.0.0/24",
    "10.0.0.256/24",
    "fd00::/8",
    "a/16",
    "",
    "010.0.0.0/8",
    "10.0.0.0/-1",
  ])("%j is none, for the reader and for the schema", (text) => {
    expect(parseRange(text)).toBeUndefined();
    expect(Cidr.safeParse(text).success).toBe(false);
  });

  test("host bits are ignored, and the network is named without them", () => {
    expect(range("10.0.3.7/16")).toMatchObject({ first: range("10.0.0.0/16").first, last: range("10.0.0.0/16").last });
    expect(networkOf(range("10.0.3.7/16"))).toBe("10.0.0.0/16");
  });

  test("touching ranges do not overlap, nested ones do", () => {
    expect(overlap(range("10.0.0.0/17"), range("10.0.128.0/17"))).toBe(false);
    expect(overlap(range("10.0.0.0/16"), range("10.0.255.255/32"))).toBe(true);
    expect(contains(range("10.0.0.0/16"), range("10.0.255.0/24"))).toBe(true);
    expect(contains(range("10.0.255.0/24"), range("10.0.0.0/16"))).toBe(false);
  });

  test("two ranges overlap when one holds the other, and only then", () => {
    fc.assert(
      fc.property(cidr, cidr, (a, b) => {
        const nested = contains(range(a), range(b)) || contains(range(b), range(a));
        expect(overlap(range(a), range(b))).toBe(nested);
        expect(overlap(range(b), range(a))).toBe(nested);
      }),
    );
  });
});

describe("cidrSubnet", () => {
  // The second column is cidrsubnet(cidr, newbits, index) of Terraform's documentation, or its arithmetic.
  test.each([
    ["172.16.0.0/12", 16, 2, "172.18.0.0/16"],
    ["10.1.2.0/24", 28, 15, "10.1.2.240/28"],
    ["10.128.0.0/9", 13, 2, "10.144.0.0/13"],
    ["10.32.0.0/14", 18, 15, "10.35.192.0/18"],
    ["10.0.3.7/16", 24, 1, "10.0.1.0/24"],
    ["0.0.0.0/0", 1, 1, "128.0.0.0/1"],
    ["10.0.0.0/16", 16, 0, "10.0.0.0/16"],
    ["10.0.0.4/32", 32, 0, "10.0.0.4/32"],
  ])("of %s the /%d number %d is %s", (parent, prefix, index, subnet) => {
    expect(cidrSubnet(parent, prefix, index)).toBe(subnet);
  });

  test.each([
    ["one too many", "10.0.0.0/16", 24, 256],
    ["a negative number", "10.0.0.0/16", 24, -1],
    ["a wider range than its parent", "10.0.0.0/16", 15, 0],
    ["a prefix beyond 32", "10.0.0.0/16", 33, 0],
    ["a fraction of a range", "10.0.0.0/16", 24, 1.5],
    ["a fraction of a prefix", "10.0.0.0/16", 24.5, 1],
    ["no number", "10.0.0.0/16", 24, Number.NaN],
    ["no parent", "10.0.0.0", 24, 0],
  ])("%s gives a text that says so and that no schema takes", (_, parent, prefix, index) => {
    const text = cidrSubnet(parent, prefix, index);
    expect(text).toBe(`no /${prefix} number ${index} in ${parent}`);
    expect(Cidr.safeParse(text).success).toBe(false);
  });

  test("subnets of one parent lie inside it and are disjoint", () => {
    const cut = cidr.chain((parent) =>
      fc.integer({ min: range(parent).prefix, max: 32 }).chain((prefix) => {
        const index = fc.integer({ min: 0, max: Math.min(2 ** (prefix - range(parent).prefix), 2 ** 30) - 1 });
        return fc.tuple(fc.constant(parent), fc.constant(prefix), index, index);
      }),
    );
    fc.assert(
      fc.property(cut, ([parent, prefix, i, j]) => {
        const [a, b] = [range(cidrSubnet(parent, prefix, i)), range(cidrSubnet(parent, prefix, j))];
        expect(contains(range(parent), a)).toBe(true);
        expect(sizeOf(a)).toBe(2 ** (32 - prefix));
        expect(a.first).toBe(range(parent).first + i * sizeOf(a));
        expect(overlap(a, b)).toBe(i === j);
      }),
    );
  });
});
