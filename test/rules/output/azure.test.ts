import type { Values } from "../../../constructs/rules/output/stack-output";
import { found, ref } from "./support";

const CLUSTER = "azurerm_kubernetes_cluster.main";
const cluster = (values: Values = {}) => ({
  azurerm_kubernetes_cluster: {
    main: {
      dns_prefix: "iris",
      identity: { type: "UserAssigned" },
      default_node_pool: { name: "system", temporary_name_for_rotation: "systemtmp" },
      ...values,
    },
  },
});
const pool = (values: Values) => ({ azurerm_kubernetes_cluster_node_pool: { pool: values } });

test("AZ-AKS-01: one DNS prefix, one kind of identity, names of at most twelve characters", () => {
  const check = (values: Values) => found("AZ-AKS-01", cluster(values));
  expect(check({})).toEqual([]);
  expect(check({ dns_prefix_private_cluster: "iris" })).toEqual([`${CLUSTER}.dns_prefix -/-`]);
  expect(check({ dns_prefix: undefined })).toEqual([`${CLUSTER}.dns_prefix -/-`]);
  expect(check({ service_principal: { client_id: "x" } })).toEqual([`${CLUSTER}.identity -/-`]);
  const named = (name: string) => found("AZ-AKS-01", pool({ name }));
  expect(named("abcdefghijkl")).toEqual([]);
  expect(named("abcdefghijklm")).toEqual(["azurerm_kubernetes_cluster_node_pool.pool.name abcdefghijklm/-"]);
  expect(named("h-100")).toHaveLength(1);
  expect(check({ default_node_pool: { name: "System" } })).toEqual([`${CLUSTER}.default_node_pool.name System/-`]);
});

test("AZ-AKS-07: a pool has a name for while it is rotated", () => {
  expect(
    found("AZ-AKS-07", { ...cluster(), ...pool({ name: "h100", temporary_name_for_rotation: "h100tmp" }) }),
  ).toEqual([]);
  expect(found("AZ-AKS-07", pool({ name: "h100" }))).toEqual([
    "warning azurerm_kubernetes_cluster_node_pool.pool.temporary_name_for_rotation -/-",
  ]);
  expect(found("AZ-AKS-07", cluster({ default_node_pool: { name: "system" } }))).toHaveLength(1);
});

test("AZ-NET-01: a gateway stands in the subnet of its name", () => {
  const check = (name: string) =>
    found("AZ-NET-01", {
      azurerm_subnet: { gateway: { name } },
      azurerm_virtual_network_gateway: { vpn: { ip_configuration: [{ subnet_id: ref("azurerm_subnet", "gateway") }] } },
    });
  expect(check("GatewaySubnet")).toEqual([]);
  expect(check("gateway")).toEqual([
    "azurerm_virtual_network_gateway.vpn.ip_configuration[0].subnet_id gateway/GatewaySubnet",
  ]);
});
