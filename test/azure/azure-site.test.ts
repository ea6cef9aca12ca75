import {
  AzureSite,
  type AzureSiteProps,
  capacityReservation,
  kubernetes,
  onDemand,
  spot,
} from "../../constructs/azure";
import { defineMachine } from "../../constructs/catalog";
import { Fleet } from "../../constructs/fleet/fleet";
import { AzureSiteSpec } from "../../constructs/model";
import { aSite, RESERVATION, SUBSCRIPTION, synthConstruct, synthSite } from "./synth-site";

const PROPS: AzureSiteProps = {
  subscription: SUBSCRIPTION,
  region: "eastus2",
  location: { country: "US", subdivision: "US-VA" },
  network: { cidrs: ["10.48.0.0/16"] },
};
const NETWORK = { nodes: "10.48.0.0/20", pods: "10.64.0.0/14", services: "10.68.0.0/20" };

const site = () => new AzureSite(new Fleet("atlas"), "boydton", PROPS);
const poolsOf = (construct: AzureSite) => AzureSiteSpec.parse(construct.record()).clusters[0]?.pools;

describe("AzureSite", () => {
  it("records a document, of which the stack is a function", () => {
    const construct = site().addCluster("serve", {
      network: NETWORK,
      pools: [{ machine: "Standard_ND96isr_H100_v5", count: 4, capacity: onDemand() }],
    });
    expect(AzureSiteSpec.parse(construct.record())).toEqual(aSite());
    expect(synthConstruct(construct).text).toBe(synthSite(aSite()).text);
  });

  it("names a pool after its accelerator, in letters that AKS takes", () => {
    const capacity = onDemand();
    const construct = site().addCluster("mixed", {
      scheduler: kubernetes({ version: "1.35" }),
      network: NETWORK,
      pools: [
        { machine: "Standard_ND96amsr_A100_v4", count: 1, capacity },
        { machine: "Standard_ND96isr_MI300X_v5", count: 1, capacity: spot({ zone: "3" }) },
        {
          name: "reserved",
          machine: "Standard_ND96isr_H200_v5",
          count: 1,
          capacity: capacityReservation({ groupId: RESERVATION }),
        },
      ],
    });
    expect(poolsOf(construct)?.map((pool) => pool.name)).toEqual(["a10080gb", "mi300x", "reserved"]);
    expect(poolsOf(construct)?.map((pool) => pool.capacity)).toEqual([
      { kind: "onDemand" },
      { kind: "spot", zone: "3" },
      { kind: "capacityReservation", groupId: RESERVATION },
    ]);
  });

  it("takes a machine newer than the catalogue", () => {
    const machine = defineMachine({ type: "Standard_ND1_New", offer: "azure", accelerator: "B300", accelerators: 8 });
    const construct = site().addCluster("next", {
      network: NETWORK,
      pools: [{ machine, count: 2, capacity: onDemand() }],
    });
    expect(poolsOf(construct)).toMatchObject([{ name: "b300", machine: "Standard_ND1_New" }]);
    expect(synthConstruct(construct, [machine]).one("kubernetes_cluster_node_pool")["vm_size"]).toBe(
      "Standard_ND1_New",
    );
  });

  it("hands its stack and resources to the hooks", () => {
    const construct = site().addCluster("serve", {
      network: NETWORK,
      pools: [{ machine: "Standard_ND96isr_H100_v5", count: 4, capacity: onDemand() }],
    });
    construct.terraform((_, { network, clusters }) => {
      if (network.gateway !== undefined) network.gateway.natGateway.idleTimeoutInMinutes = 30;
      clusters["serve"]?.pools["h100"]?.addOverride("os_sku", "AzureLinux3");
    });
    const stack = synthConstruct(construct);
    expect(stack.one("nat_gateway")["idle_timeout_in_minutes"]).toBe(30);
    expect(stack.one("kubernetes_cluster_node_pool")["os_sku"]).toBe("AzureLinux3");
  });

  it("calls no hook once it is retired", () => {
    const hook = jest.fn();
    const stack = synthConstruct(site().terraform(hook).retire());
    expect(hook).not.toHaveBeenCalled();
    expect(stack.json.resource).toBeUndefined();
  });

  it("throws nothing at construction, whatever it is given", () => {
    const props: AzureSiteProps = { ...PROPS, subscription: "not a subscription", network: { cidrs: [] } };
    const construct = new AzureSite(new Fleet("atlas"), "boydton", props);
    expect(AzureSiteSpec.safeParse(construct.record()).success).toBe(false);
  });

  it("does not compile with other clouds' machines and contracts", () => {
    const machine = "Standard_ND96isr_H100_v5";
    const refused = [
      () =>
        site().addCluster("a", {
          network: NETWORK,
          // @ts-expect-error a machine of AWS
          pools: [{ machine: "p5.48xlarge", count: 1, capacity: onDemand() }],
        }),
      () =>
        site().addCluster("b", {
          network: NETWORK,
          // @ts-expect-error a zone id of AWS
          pools: [{ machine, count: 1, capacity: { kind: "onDemand", zoneId: "use2-az1" } }],
        }),
      () =>
        site().addCluster("c", {
          network: NETWORK,
          // @ts-expect-error a zone of Google Cloud
          pools: [{ machine, count: 1, capacity: { kind: "spot", zone: "us-central1-c" } }],
        }),
      // @ts-expect-error a cluster needs its ranges
      () => site().addCluster("d", { pools: [{ machine, count: 1, capacity: onDemand() }] }),
    ];
    expect(refused).toHaveLength(4);
  });
});
