import type { Values } from "../../../constructs/rules/output/stack-output";
import { found } from "./support";

test("X-BACKEND-01: a stack has a backend, and no path of this machine", () => {
  const check = (terraform: Values) => found("X-BACKEND-01", {}, terraform);
  expect(check({ backend: { local: { path: "../../../state/atlas/ohio.tfstate" } } })).toEqual([]);
  expect(check({ cloud: { organization: "atlas" } })).toEqual([]);
  expect(check({ backend: { local: { path: "/home/me/ohio.tfstate" } } })).toEqual([
    "terraform.backend.local.path /home/me/ohio.tfstate/-",
  ]);
  for (const path of ["~/ohio.tfstate", "C:\\states\\ohio.tfstate"]) {
    expect(check({ backend: { local: { path } } })).toEqual([`terraform.backend.local.path ${path}/-`]);
  }
  expect(check({})).toEqual(["terraform.backend -/-"]);
  expect(check({ backend: { s3: null } })).toEqual(["terraform.backend -/-"]);
  expect(check({ backend: { s3: { bucket: "b" }, gcs: { bucket: "b" } } })).toEqual(["terraform.backend s3, gcs/-"]);
  expect(check({ backend: { s3: null, gcs: { bucket: "b" } } })).toEqual([]);
});

test("X-SECRET-01: keys of links lie in an encrypted state", () => {
  const tunnel = { google_compute_vpn_tunnel: { one: { shared_secret: "${var.secret}" } } };
  const local = { backend: { local: { path: "../x.tfstate" } } };
  const place = "warning google_compute_vpn_tunnel.one.shared_secret";
  expect(found("X-SECRET-01", tunnel, { backend: { gcs: { bucket: "b" } } })).toEqual([]);
  expect(found("X-SECRET-01", tunnel, { backend: { s3: { bucket: "b", encrypt: true } } })).toEqual([]);
  expect(found("X-SECRET-01", tunnel, { backend: { s3: { bucket: "b", encrypt: false } } })).toEqual([
    `${place} not encrypted/-`,
  ]);
  expect(found("X-SECRET-01", tunnel, local)).toEqual([`${place} a file of this project/-`]);
  expect(found("X-SECRET-01", { aws_vpc: { main: {} } }, local)).toEqual([]);
  // AWS makes keys for a VPN that states none.
  expect(found("X-SECRET-01", { aws_vpn_connection: { one: {} } }, local)).toEqual([
    "warning aws_vpn_connection.one a file of this project/-",
  ]);
});

test("X-PHASE-01: what runs over a link comes after it", () => {
  const link = { aws_dx_connection: { dx: {} } };
  const over = { aws_dx_transit_virtual_interface: { vif: {} } };
  expect(found("X-PHASE-01", link)).toEqual([]);
  expect(found("X-PHASE-01", over)).toEqual([]);
  expect(found("X-PHASE-01", { ...link, ...over })).toEqual([
    "warning aws_dx_transit_virtual_interface.vif aws_dx_transit_virtual_interface/-",
  ]);
});

test("X-SCHEMA-01: what Terraform names in another way is an error, with any provider", () => {
  const resource = "stacks.ohio.aws_eks_cluster.main";
  const unknown = { resource, argument: "upgradePolicy", meant: "upgrade_policy", provider: "aws" };
  const terraform = { required_providers: { aws: { version: ">= 6.26, < 7" } } };
  expect(found("X-SCHEMA-01", {}, terraform, [unknown])).toEqual([
    "aws_eks_cluster.main.upgradePolicy upgradePolicy/-",
  ]);
});

test("X-SCHEMA-01: an argument beyond the bindings comes with a provider beyond them", () => {
  const resource = "stacks.ohio.aws_eks_node_group.pool";
  const check = (version: string | undefined, argument = "warm_pool_config") =>
    found("X-SCHEMA-01", {}, { required_providers: { aws: version === undefined ? {} : { version } } }, [
      { resource, argument, provider: "aws" },
    ]);
  expect(check(">= 6.26, < 7")).toEqual([]);
  expect(check(">= 6.25, < 7")).toEqual([`warning aws_eks_node_group.pool.warm_pool_config 6.25/-`]);
  expect(check(">= 5.100, < 7")).toEqual([`warning aws_eks_node_group.pool.warm_pool_config 5.100/-`]);
  expect(check(undefined)).toEqual([`warning aws_eks_node_group.pool.warm_pool_config any version/-`]);
});
