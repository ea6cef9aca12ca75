import {
  clusterName,
  dnsPrefix,
  nodeResourceGroupName,
  POOL_NAME,
  poolNameOf,
  rotationNames,
} from "../../constructs/azure/names";
import { azureMachines } from "../../constructs/catalog";

describe("names that Azure sees", () => {
  it("join the site's and the cluster's", () => {
    expect(clusterName({ name: "boydton" }, { name: "serve" })).toBe("boydton-serve");
    expect(nodeResourceGroupName({ name: "boydton" }, { name: "serve" })).toBe("boydton-serve-nodes");
  });

  it("make a DNS prefix of at most 54 characters that ends in none but a letter or digit", () => {
    expect(dnsPrefix({ name: "boydton" }, { name: "serve" })).toBe("boydton-serve");
    expect(dnsPrefix({ name: "s".repeat(40) }, { name: "c".repeat(13) })).toHaveLength(54);
    expect(dnsPrefix({ name: "s".repeat(40) }, { name: "c".repeat(22) })).toHaveLength(54);
    // The 54th character would be a hyphen.
    expect(dnsPrefix({ name: "s".repeat(53) }, { name: "c" })).toBe("s".repeat(53));
  });

  it.each(Object.values(azureMachines))(
    "make a pool name that AKS takes of the accelerator of $type",
    ({ accelerator }) => {
      expect(poolNameOf(accelerator)).toMatch(POOL_NAME);
    },
  );

  it("keep the accelerator readable in a pool's name", () => {
    expect(poolNameOf("H100")).toBe("h100");
    expect(poolNameOf("A100 80GB")).toBe("a10080gb");
    expect(poolNameOf("A very-long accelerator")).toBe("averylongacc");
  });

  it("take pools of 1 to 12 characters, a letter first", () => {
    for (const good of ["a", "h100", "abcdefghijkl"]) expect(good).toMatch(POOL_NAME);
    for (const bad of ["", "abcdefghijklm", "1h", "h-100", "H100"]) expect(bad).not.toMatch(POOL_NAME);
  });
});

describe("names for rotation", () => {
  const pools = ["system", "h100", "h100tmp", "inferenceaaa", "inferenceaab", "inferencetmp"];
  const names = [...rotationNames(pools).values()];

  it("are one for each pool, and taken by no other pool and no other rotation", () => {
    expect(names).toHaveLength(pools.length);
    expect(new Set([...names, ...pools]).size).toBe(2 * pools.length);
  });

  it("are names that AKS takes", () => {
    for (const name of names) expect(name).toMatch(POOL_NAME);
  });
});
