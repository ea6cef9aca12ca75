import { sources, unverified } from "./sources";

/** How a host of a machine is attached to networks. */
export interface HostNetwork {
  /** NICs for the compute fabric, each of which is a rail. */
  readonly nics: number;
  /** Speed of one NIC, over all its planes, in Gbit/s. */
  readonly nicGbps: number;
  /** Speeds that its lanes take, in Gbit/s: 100 (100G-PAM4), 200 (200G-PAM4). */
  readonly laneGbps: readonly number[];
  /** NICs that share one cage of the host: 2 where a twin-port module serves two. Each has a link in every plane. */
  readonly nicsPerCage: number;
  /** Hosts of one NVLink domain. */
  readonly nvlinkHosts: number;
  /** Ports of the host on the management network, its BMC's among them. */
  readonly managementPorts: number;
  readonly source: string;
}

const twinPort = (source: string): HostNetwork => ({
  nics: 8,
  nicGbps: 400,
  laneGbps: [100],
  nicsPerCage: 2,
  nvlinkHosts: 1,
  managementPorts: 1,
  source,
});

const tray = (nicGbps: number, laneGbps: readonly number[], source: string): HostNetwork => ({
  nics: 4,
  nicGbps,
  laneGbps,
  nicsPerCage: 1,
  nvlinkHosts: 18,
  managementPorts: 3,
  source,
});

const dgxH100 = twinPort(`8 ConnectX-7 of 400 Gb/s in 4 OSFP cages; ${sources.dgxH100}`);
const hgx: HostNetwork = {
  ...twinPort(unverified("8 NICs of 400 Gb/s with a cage each, as servers of many makers have; the sheet decides")),
  nicsPerCage: 1,
};

const networks: ReadonlyMap<string, HostNetwork> = new Map<string, HostNetwork>([
  ["dgx-h100", dgxH100],
  ["dgx-h200", dgxH100],
  ["dgx-b200", twinPort(`8 ConnectX-7 of 400 Gb/s in 4 OSFP cages; ${sources.dgxB200}`)],
  [
    "dgx-b300",
    {
      nics: 8,
      nicGbps: 800,
      laneGbps: [100, 200],
      nicsPerCage: 1,
      nvlinkHosts: 1,
      managementPorts: 1,
      source:
        "8 ConnectX-8 of 800 Gb/s, or 2 x 400 Gb/s in two planes; NVIDIA DGX SuperPOD B300 reference architectures",
    },
  ],
  ["hgx-h100", hgx],
  ["hgx-h200", hgx],
  ["gb200-nvl72", tray(400, [100], `4 ConnectX-7 of 400 Gb/s and 2 BlueField-3 in a tray; ${sources.dgxGb200}`)],
  ["gb300-nvl72", tray(800, [100, 200], unverified("4 ConnectX-8 of up to 800 Gb/s in a tray"))],
  ["vera-rubin-nvl72", tray(1600, [200], unverified("4 NICs of 1.6 Tb/s in a tray, or 8 of 800 Gb/s"))],
]);

/** How a host of the machine of that product name is attached; nothing for a machine that the catalogue does not know. */
export const hostNetworkOf = (machine: string): HostNetwork | undefined => networks.get(machine);
