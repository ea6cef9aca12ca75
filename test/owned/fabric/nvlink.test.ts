import { hostPlace, nvlinkDomains } from "../../../constructs/owned/fabric/nvlink";
import { planOf } from "./support";

describe("NVLink domains", () => {
  test("are the racks of a rack-scale machine, whole in their unit", () => {
    // 10 racks of 18 hosts in units of 2 racks.
    const plan = planOf(10, { scalableUnitHosts: 36, uplinksPerLeaf: 28, oversubscription: 2 }, "gb200-nvl72");
    expect(nvlinkDomains(plan)).toEqual({ hostsPerDomain: 18, domains: 10, domainsPerUnit: 2 });
    expect([0, 17, 18, 35, 36, 179].map((host) => hostPlace(plan, host))).toEqual([
      { pod: 0, unit: 0, domain: 0 },
      { pod: 0, unit: 0, domain: 0 },
      { pod: 0, unit: 0, domain: 1 },
      { pod: 0, unit: 0, domain: 1 },
      { pod: 0, unit: 1, domain: 2 },
      { pod: 0, unit: 4, domain: 9 },
    ]);
  });

  test("are the servers themselves where each is one", () => {
    const plan = planOf(512);
    expect(nvlinkDomains(plan)).toMatchObject({ hostsPerDomain: 1, domains: 512 });
    // Pods of four units of 32.
    expect(hostPlace(plan, 128)).toEqual({ pod: 1, unit: 4, domain: 128 });
  });
});
