import type { OutputRule } from "./output-rule";
import { block, isGiven, isTrue, type StackOutput, type Values } from "./stack-output";

/** Arguments by which a secret of a link gets into the state, by the type of resource. */
const SECRETS: Readonly<Record<string, readonly string[]>> = {
  aws_vpn_connection: ["tunnel1_preshared_key", "tunnel2_preshared_key"],
  aws_dx_bgp_peer: ["bgp_auth_key"],
  aws_dx_private_virtual_interface: ["bgp_auth_key"],
  aws_dx_transit_virtual_interface: ["bgp_auth_key"],
  aws_dx_macsec_key_association: ["cak"],
  google_compute_vpn_tunnel: ["shared_secret"],
  google_compute_router_peer: ["md5_authentication_key"],
  azurerm_virtual_network_gateway_connection: ["shared_key"],
  azurerm_express_route_circuit_peering: ["shared_key"],
};

/** AWS makes keys of a VPN that states none, and the state gets them too. */
const ALWAYS = new Set(["aws_vpn_connection"]);

export const secretsInState: OutputRule = {
  id: "X-SECRET-01",
  title: "keys of links lie in a state that is encrypted, and not beside the program",
  severity: "warning",
  source: "Terraform, sensitive data in state: every argument and every attribute is kept in plain text",
  *check(stack) {
    const place = openPlace(stack);
    if (place === undefined) return;
    for (const { path, type, values } of stack.resources(...Object.keys(SECRETS))) {
      const given = (SECRETS[type] ?? []).find((argument) => isGiven(values[argument]));
      if (given === undefined && !ALWAYS.has(type)) continue;
      yield {
        path: given === undefined ? path : `${path}.${given}`,
        observed: place,
        message: `its key lies in the state in plain text, and the state is ${place}`,
        hint: "keep the state in an encrypted bucket: RemoteState.s3, .gcs or .azureBlob",
      };
    }
  },
};

/** Where the state lies for all to read; undefined where it is encrypted or where somebody else sees to it. */
function openPlace({ config }: StackOutput): string | undefined {
  const backends = block(block(config["terraform"])["backend"]);
  const has = (kind: string): Values | undefined => (isGiven(backends[kind]) ? block(backends[kind]) : undefined);
  if (has("local") !== undefined) return "a file of this project";
  const s3 = has("s3");
  // S3 encrypts each new object with a key of its own since 2023; what is refused here is what says that it need not.
  return s3 !== undefined && isGiven(s3["encrypt"]) && !isTrue(s3["encrypt"]) ? "not encrypted" : undefined;
}
