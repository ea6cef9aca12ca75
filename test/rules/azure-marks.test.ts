import { azureNetwork, azurePool, azureSite, brief, check, cluster, fleetOf, type Raw } from "./support";

const PATH = "sites.iris.clusters.train";

const azure = (pools: readonly Raw[], more: Raw = {}, site: Raw = {}) =>
  fleetOf(azureSite({ clusters: [cluster(pools, { network: azureNetwork(), ...more })], ...site }));

const found = (id: string, pools: readonly Raw[], more: Raw = {}, site: Raw = {}) =>
  brief(check(id, azure(pools, more, site)));

describe("AZ-AKS-08, ranges of AKS's own", () => {
  const network = (more: Raw) => ({ network: azureNetwork(more) });

  test.each([
    ["169.254.0.0/16", "169.253.0.0/16", "169.255.0.0/16"],
    ["172.30.0.0/16", "172.28.0.0/15", "172.32.0.0/16"],
    ["172.31.0.0/16", "172.28.0.0/15", "172.32.0.0/16"],
    ["192.0.2.0/24", "192.0.1.0/24", "192.0.3.0/24"],
  ])("%s is for neither pods, nor services, nor networks, and its neighbours are", (taken, before, after) => {
    for (const use of ["pods", "services"]) {
      expect(found("AZ-AKS-08", [azurePool()], network({ [use]: taken }))).toEqual([
        `${PATH}.network.${use} ${taken}/${taken}`,
      ]);
      for (const free of [before, after])
        expect(found("AZ-AKS-08", [azurePool()], network({ [use]: free }))).toEqual([]);
    }
    const cidrs = (...others: string[]) => ({ network: { cidrs: ["10.0.0.0/12", ...others] } });
    expect(found("AZ-AKS-08", [azurePool()], {}, cidrs(taken))).toEqual([
      `sites.iris.network.cidrs[1] ${taken}/${taken}`,
    ]);
    expect(found("AZ-AKS-08", [azurePool()], {}, cidrs(before, after))).toEqual([]);
  });

  test("a wider range holds them too, and each range is one finding", () => {
    expect(found("AZ-AKS-08", [azurePool()], network({ pods: "172.16.0.0/12" }))).toEqual([
      `${PATH}.network.pods 172.16.0.0/12/172.30.0.0/16`,
    ]);
  });
});

describe("AZ-AKS-10, labels and taints", () => {
  const labels = (all: Raw) => found("AZ-AKS-10", [azurePool({ labels: all })]);
  const at = (key: string) => `${PATH}.pools.h100.labels["${key}"]`;

  test("have names and values of 63 characters, and keys perhaps a domain before", () => {
    const long = "n".repeat(63);
    expect(labels({ [long]: long, [`atlas.dev/${long}`]: "", team: "a_b.c-d" })).toEqual([]);
    expect(labels({ [`${long}n`]: "" })).toEqual([`${at(`${long}n`)} ${long}n/-`]);
    expect(labels({ team: `${long}n` })).toEqual([`${at("team")} ${long}n/-`]);
    for (const key of ["-team", "te am", "/team", "Atlas.dev/team", "a//b"])
      expect(labels({ [key]: "" })).toEqual([`${at(key)} ${key}/-`]);
    expect(labels({ team: "a b" })).toEqual([`${at("team")} a b/-`]);
  });

  test.each(["kubernetes.azure.com/mode", "kubernetes.io/os", "siteform.dev/pool"])("%s is another's", (key) => {
    expect(labels({ [key]: "x" })).toEqual([`${at(key)} ${key}/-`]);
  });

  test("name a taint once, and none that the pool has by itself", () => {
    const taint = (key: string, effect = "NoSchedule") => ({ key, value: "v", effect });
    const taints = (kind: string, ...all: Raw[]) =>
      found("AZ-AKS-10", [azurePool({ capacity: { kind }, taints: all })]);
    expect(taints("onDemand", taint("team"), taint("team", "NoExecute"))).toEqual([]);
    expect(taints("onDemand", taint("team"), taint("team"))).toEqual([
      `${PATH}.pools.h100.taints[1] team:NoSchedule/-`,
    ]);
    expect(taints("onDemand", taint("sku"))).toEqual([`${PATH}.pools.h100.taints[0] sku:NoSchedule/-`]);
    const spot = taint("kubernetes.azure.com/scalesetpriority");
    expect(taints("onDemand", spot)).toEqual([]);
    expect(taints("spot", spot)).toHaveLength(1);
    expect(taints("onDemand", { key: "a b", effect: "NoSchedule" })).toHaveLength(1);
  });
});
