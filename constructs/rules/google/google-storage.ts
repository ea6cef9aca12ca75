import { bucketName, fileSystemName } from "../../ledger/google-storage-names";
import type { GoogleBucket, GoogleCluster, GoogleFilestore, GoogleLustre, GoogleSiteSpec } from "../../model";
import { counted } from "../node-counts";
import type { Report, Rule } from "../rule";
import { googleClusters, googleSites } from "../walk";

/** Steps of capacity in GiB, the first of them the least; where the steps become wider, and the most. By MB/s a TiB. */
const TIERS: Readonly<
  Record<GoogleLustre["throughput"], readonly [step: number, upTo: number, then: number, most: number]>
> = {
  1000: [9000, 1_530_000, 72_000, 10_008_000],
  500: [18_000, 3_060_000, 144_000, 20_016_000],
  250: [36_000, 6_120_000, 288_000, 40_032_000],
  125: [72_000, 12_240_000, 72_000, 12_240_000],
};

const MOST_CHARACTERS = 63;

export const googleLustre: Rule = {
  id: "GCP-LUS-01",
  title: "a Managed Lustre file system has a size of its tier, a name that clients can mount, a zone and a range",
  severity: "error",
  formula:
    "capacity a multiple of 9,000, 18,000, 36,000 or 72,000 GiB for 1000, 500, 250 or 125 MB/s a TiB; above 170 of the first three of eight times as much; at most 10,008,000, 20,016,000, 40,032,000 or 12,240,000 GiB",
  source:
    "Managed Lustre documentation, performance tiers and capacity; terraform-provider-google, lustre_instance: filesystem of eight letters and digits at most. The rule of the firewall for port 988: so by construction",
  *check(context) {
    for (const { site, cluster, path } of googleClusters(context)) {
      for (const each of cluster.storage ?? []) {
        if (each.kind === "lustre") yield* lustre(site, cluster, each, `${path}.storage.${each.name}`);
      }
    }
  },
};

function* lustre(site: GoogleSiteSpec, cluster: GoogleCluster, spec: GoogleLustre, path: string): Generator<Report> {
  const [step, upTo, then, most] = TIERS[spec.throughput];
  const { capacityGiB } = spec;
  const unit = capacityGiB > upTo ? then : step;
  if (capacityGiB % unit !== 0 || capacityGiB < step || capacityGiB > most) {
    const next = Math.min(most, Math.max(step, Math.ceil(capacityGiB / unit) * unit));
    yield {
      path: `${path}.capacityGiB`,
      observed: capacityGiB,
      limit: next,
      unit: "GiB",
      message: `at ${spec.throughput} MB/s a TiB capacity is a multiple of ${counted(unit)} GiB, ${counted(step)} to ${counted(most)}; got ${counted(capacityGiB)}`,
      hint: `write ${next}`,
    };
  }
  if (!/^[A-Za-z][A-Za-z0-9]{0,7}$/.test(spec.filesystem)) {
    yield {
      path: `${path}.filesystem`,
      observed: spec.filesystem,
      message: `must be a letter and up to seven letters and digits; got ${JSON.stringify(spec.filesystem)}`,
    };
  }
  if (!spec.zone.startsWith(`${site.region}-`)) yield elsewhere(`${path}.zone`, spec.zone, site.region);
  const { privateServices, existing } = cluster.network;
  if (privateServices === undefined && existing === undefined) {
    yield {
      path: `${path}`,
      message: "needs a range for Google's side of the peering, and the cluster's network states none",
      hint: "state privateServices in the network, for example a /20",
    };
  } else if (privateServices === undefined) {
    yield {
      path,
      severity: "warning",
      message: `without the range of the peering no firewall rule is made: ${existing?.vpc} must let its servers reach port ${spec.legacyPort ? 6988 : 988} of the clients`,
      hint: "state that range as privateServices in the network, and the rule is made",
    };
  }
  yield* named(fileSystemName(site, cluster, spec), path);
}

const elsewhere = (path: string, zone: string, region: string): Report => ({
  path,
  observed: zone,
  limit: region,
  message: `${zone} is no zone of ${region}, the region of the site`,
});

function* named(name: string, path: string): Generator<Report> {
  if (name.length <= MOST_CHARACTERS) return;
  yield {
    path,
    observed: name.length,
    limit: MOST_CHARACTERS,
    unit: "characters",
    message: `the name of the file system, ${JSON.stringify(name)}, has ${name.length} characters; at most ${MOST_CHARACTERS} are allowed`,
  };
}

export const googleFilestore: Rule = {
  id: "GCP-FS-01",
  title: "a Filestore instance has a size of its tier, and a zone where its tier has one",
  severity: "error",
  formula:
    "zonal and regional: 1,024 to 9,984 GiB in steps of 256, or 10,240 to 102,400 in steps of 2,560; enterprise: 1,024 to 10,240 in steps of 256",
  source:
    "Filestore documentation, service tiers: zonal and regional 1 to 9.75 TiB by 256 GiB, 10 to 100 TiB by 2.5 TiB; enterprise 1 to 10 TiB by 256 GiB",
  *check(context) {
    for (const { site, cluster, path } of googleClusters(context)) {
      for (const each of cluster.storage ?? []) {
        if (each.kind === "filestore") yield* filestore(site, cluster, each, `${path}.storage.${each.name}`);
      }
    }
  },
};

/** GiB of the smallest and the largest instance, and where the steps become wider. */
const SMALLEST = 1024;
const WIDER_FROM = 10_240;
const LARGEST: Readonly<Record<GoogleFilestore["tier"], number>> = {
  zonal: 102_400,
  regional: 102_400,
  enterprise: WIDER_FROM,
};

function* filestore(
  site: GoogleSiteSpec,
  cluster: GoogleCluster,
  spec: GoogleFilestore,
  path: string,
): Generator<Report> {
  const { capacityGiB, tier, zone } = spec;
  const step = capacityGiB < WIDER_FROM ? 256 : 2560;
  const largest = LARGEST[tier];
  const next = Math.min(largest, Math.max(SMALLEST, Math.ceil(capacityGiB / step) * step));
  if (capacityGiB !== next) {
    const wider = largest > WIDER_FROM ? `, and of 2,560 from ${counted(WIDER_FROM)}` : "";
    yield {
      path: `${path}.capacityGiB`,
      observed: capacityGiB,
      limit: next,
      unit: "GiB",
      message: `the capacity of the ${tier} tier is ${counted(SMALLEST)} to ${counted(largest)} GiB in steps of 256${wider}; got ${counted(capacityGiB)}`,
      hint: `write ${next}`,
    };
  }
  if (tier === "zonal" && zone === undefined) {
    yield {
      path: `${path}.zone`,
      message: "is missing: a zonal instance stands in one zone",
      hint: "take that of the pools which read it",
    };
  } else if (tier !== "zonal" && zone !== undefined) {
    yield {
      path: `${path}.zone`,
      observed: zone,
      message: `a ${tier} instance stands in the whole region`,
      hint: "leave zone out",
    };
  } else if (zone !== undefined && !zone.startsWith(`${site.region}-`)) {
    yield elsewhere(`${path}.zone`, zone, site.region);
  }
  if (!/^[A-Za-z][A-Za-z0-9_]{0,15}$/.test(spec.share)) {
    const message = `must be a letter and up to 15 letters, digits and underscores; got ${JSON.stringify(spec.share)}`;
    yield { path: `${path}.share`, observed: spec.share, message };
  }
  yield* named(fileSystemName(site, cluster, spec), path);
}

export const googleBuckets: Rule = {
  id: "GCP-GCS-01",
  title: "a bucket has a name that Cloud Storage takes, and only options that go together",
  severity: "error",
  formula: "characters of the name 3 to 63; days of soft deletion 0 or 7 to 90; hierarchical without versioning",
  source:
    "Cloud Storage documentation, bucket names; soft delete; hierarchical namespace: no object versioning, uniform access (so by construction)",
  *check(context) {
    const taken = new Map<string, string>();
    for (const { site, path } of googleSites(context)) {
      for (const bucket of site.buckets ?? []) {
        const at = `${path}.buckets.${bucket.name}`;
        yield* bucketReports(site, bucket, at);
        const name = bucketName(site, bucket);
        const other = taken.get(name);
        taken.set(name, at);
        // Of two of one name in a site the rule NAME-1 speaks.
        if (other === undefined || other === at) continue;
        const message = `${JSON.stringify(name)} is the name of ${other}, and one in all of Cloud Storage`;
        yield { path: `${at}.bucket`, observed: name, message, hint: "give one of them another name" };
      }
    }
  },
};

function* bucketReports(site: GoogleSiteSpec, bucket: GoogleBucket, at: string): Generator<Report> {
  const name = bucketName(site, bucket);
  if (!/^[a-z0-9][a-z0-9_-]{1,61}[a-z0-9]$/.test(name) || /^goog|google/.test(name)) {
    yield {
      path: at,
      observed: name,
      message: `a bucket's name is 3 to 63 lower-case letters, digits, hyphens and underscores, without "google"; got ${JSON.stringify(name)}`,
      hint: "give bucket a name of its own",
    };
  }
  const days = bucket.softDeleteDays;
  if (days !== 0 && (days < 7 || days > 90)) {
    yield {
      path: `${at}.softDeleteDays`,
      observed: days,
      limit: days > 90 ? 90 : 7,
      unit: "days",
      message: `what was deleted can be restored for 7 to 90 days, or not at all (0); got ${days}`,
    };
  }
  if (bucket.hierarchical && bucket.versioning) {
    yield {
      path: `${at}.versioning`,
      message: "a bucket with a hierarchical namespace keeps no versions of objects",
      hint: "leave out versioning or hierarchical",
    };
  }
}
