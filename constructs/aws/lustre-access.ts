import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { Construct } from "constructs";
import { LUSTRE_PORTS } from "../ledger/aws-storage";

interface Clients {
  readonly clusterSecurityGroupId: string;
  readonly acceleratorSecurityGroupId: string;
}

type AccessRule = VpcSecurityGroupIngressRule | VpcSecurityGroupEgressRule;

/**
 * Lets a file system and the machines of its cluster reach each other. Both sides open connections. With EFA everything passes
 * between the file system's servers, and between them and the machines with EFA, by the groups' ids. Source: FSx for Lustre user guide,
 * file system access control with Amazon VPC; EFA-enabled file systems.
 */
export function lustreAccess(
  scope: Construct,
  servers: string,
  { clusterSecurityGroupId: clients, acceleratorSecurityGroupId: accelerators }: Clients,
  efa: boolean,
): AccessRule[] {
  const pass = (id: string, from: string, to: string, ports?: readonly [number, number]): AccessRule[] => {
    const what =
      ports === undefined ? { ipProtocol: "-1" } : { ipProtocol: "tcp", fromPort: ports[0], toPort: ports[1] };
    return [
      new VpcSecurityGroupEgressRule(scope, `${id}-out`, {
        securityGroupId: from,
        referencedSecurityGroupId: to,
        ...what,
      }),
      new VpcSecurityGroupIngressRule(scope, `${id}-in`, {
        securityGroupId: to,
        referencedSecurityGroupId: from,
        ...what,
      }),
    ];
  };
  const lustre = LUSTRE_PORTS.flatMap((ports) => [
    ...pass(`clients-${ports[0]}`, clients, servers, ports),
    ...pass(`servers-${ports[0]}`, servers, clients, ports),
    ...(efa ? [] : pass(`among-servers-${ports[0]}`, servers, servers, ports)),
  ]);
  if (!efa) return lustre;
  return [
    ...lustre,
    ...pass("efa-among-servers", servers, servers),
    ...pass("efa-clients", accelerators, servers),
    ...pass("efa-servers", servers, accelerators),
  ];
}
