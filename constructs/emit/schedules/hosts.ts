import { addressText } from "../../model";
import { addressesOf, type ResolvedSite } from "../../owned/resolve/resolve-site";
import { toCsv } from "../csv";
import type { EmittedFile } from "../emit";

/** Every host and every switch of a site with its place and its addresses, one a row: for labels, cabling, DNS and DHCP. */
export function hostFiles(resolved: ResolvedSite): EmittedFile[] {
  const { hosts, switches } = resolved;
  return [
    ...(hosts.length === 0 ? [] : [{ file: "schedules/hosts.csv", text: hostsCsv(resolved) }]),
    ...(switches.length === 0 ? [] : [{ file: "schedules/switches.csv", text: switchesCsv(resolved) }]),
  ];
}

const place = ["hall", "position", "rack", "unit"] as const;

function hostsCsv(resolved: ResolvedSite): string {
  const networks = resolved.hostNetworks.map(({ name }) => name);
  // A column for each network has its name, and a prefix that no other column has.
  const columns = networks.map((name) => `address:${name}`);
  return toCsv(
    ["host", "cluster", "pool", "ordinal", "machine", "machineOrdinal", ...place, "fabric", "fabricIndex", ...columns],
    map(resolved.hosts, (host) => ({
      host: host.name,
      cluster: host.cluster,
      pool: host.pool,
      ordinal: host.ordinal,
      machine: host.machine,
      machineOrdinal: host.machineOrdinal,
      hall: host.rack.hall,
      position: host.rack.position,
      rack: host.rack.name,
      unit: host.unit,
      fabric: host.fabric?.name,
      fabricIndex: host.fabric?.index,
      ...Object.fromEntries(
        networks.map((name, index) => [columns[index], addressesOf(resolved, host, name).join(" ")]),
      ),
    })),
  );
}

function switchesCsv({ switches }: ResolvedSite): string {
  return toCsv(
    ["switch", "fabric", "role", "plane", "ordinal", ...place, "management", "loopback", "asn", "firstUplinkAddress"],
    map(switches, ({ name, rack, management, loopback, uplinks, ...rest }) => ({
      switch: name,
      fabric: rest.fabric,
      role: rest.role,
      plane: rest.plane,
      ordinal: rest.ordinal,
      hall: rack.hall,
      position: rack.position,
      rack: rack.name,
      unit: rest.unit,
      management: text(management),
      loopback: text(loopback),
      asn: rest.asn,
      firstUplinkAddress: text(uplinks),
    })),
  );
}

const text = (address: number | undefined): string | undefined =>
  address === undefined ? undefined : addressText(address);

function* map<T, R>(items: Iterable<T>, of: (item: T) => R): Generator<R> {
  for (const item of items) yield of(item);
}
