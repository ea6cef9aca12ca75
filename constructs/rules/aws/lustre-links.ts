import { linkedBucket, linkTarget } from "../../ledger/aws-storage";
import { type AwsBucketLink, type AwsLustre, type AwsSiteSpec, didYouMean } from "../../model";
import type { Report, Rule, RuleContext } from "../rule";
import { awsClusters, hinted } from "../walk";

const MOST_LINKS = 8;

export const lustreLinks: Rule = {
  id: "AWS-FSX-03",
  title: "the links of a file system lead to buckets that there are, do not overlap, and leave it without backups",
  severity: "error",
  structural: true,
  formula: `links <= ${MOST_LINKS}; no path and no part of a bucket lies within another; links and backupDays > 0 exclude each other`,
  source:
    "FSx for Lustre user guide, linking your file system to an S3 bucket; protecting your data with backups: none on a file system that is linked to a data repository",
  *check(context) {
    for (const { site, cluster, path } of awsClusters(context)) {
      for (const fileSystem of cluster.storage ?? []) {
        if (fileSystem.type === "intelligentTiering") continue;
        const links = fileSystem.links ?? [];
        const place = `${path}.storage.${fileSystem.name}`;
        yield* linksOf(context, site, links, `${place}.links`);
        yield* backups(fileSystem, links.length, place);
      }
    }
  },
};

function* backups(fileSystem: AwsLustre, links: number, path: string): Generator<Report> {
  const days = fileSystem.type === "persistent" ? (fileSystem.backupDays ?? 0) : 0;
  if (links === 0 || days === 0) return;
  yield {
    path: `${path}.backupDays`,
    observed: days,
    limit: 0,
    unit: "days",
    message: `FSx takes no backups of a file system that is linked to a bucket; got ${days} days of them`,
    hint: "leave backupDays out: what is exported to the bucket is kept there",
  };
}

function* linksOf(
  context: RuleContext,
  site: AwsSiteSpec,
  links: readonly AwsBucketLink[],
  list: string,
): Generator<Report> {
  if (links.length > MOST_LINKS) {
    const message = `a file system has at most ${MOST_LINKS} links; got ${links.length}`;
    yield { path: list, observed: links.length, limit: MOST_LINKS, unit: "links", message };
  }
  const seen: { readonly folder: string; readonly target: string }[] = [];
  for (const [index, link] of links.entries()) {
    const path = `${list}[${index}]`;
    const folder = link.path.endsWith("/") ? link.path : `${link.path}/`;
    const bucket = linkedBucket(context.fleetName, site, link);
    if (bucket === undefined && link.bucket.kind === "site") {
      if (context.lacksItems(`sites.${site.name}.buckets`)) continue;
      if (isRetired(context, site, link.bucket.name)) {
        yield {
          path: `${path}.bucket.name`,
          observed: link.bucket.name,
          message: `the bucket ${JSON.stringify(link.bucket.name)} is retired: the next deploy destroys it`,
          hint: "take the link out, or keep the bucket",
        };
        continue;
      }
      const names = (site.buckets ?? []).map(({ name }) => name);
      yield {
        path: `${path}.bucket.name`,
        observed: link.bucket.name,
        message: `the site has no bucket ${JSON.stringify(link.bucket.name)}${names.length === 0 ? "" : `; it has ${names.join(", ")}`}`,
        ...hinted(didYouMean(link.bucket.name, names) ?? "add it with site.addBucket(...), or take otherBucket(...)"),
      };
      continue;
    }
    const target = linkTarget(bucket ?? "", link.prefix);
    const sameFolder = seen.find((other) => overlap(other.folder, folder));
    const sameTarget = seen.find((other) => overlap(other.target, target));
    if (sameFolder !== undefined) {
      const message = `${link.path} lies within ${sameFolder.folder}, or holds it; each link has a folder of its own`;
      yield { path: `${path}.path`, observed: link.path, message };
    } else if (sameTarget !== undefined) {
      const message = `${target} lies within ${sameTarget.target}, or holds it; each link has a part of a bucket of its own`;
      yield { path: `${path}.prefix`, observed: target, message };
    }
    seen.push({ folder, target });
  }
}

function isRetired({ authored }: RuleContext, { name }: AwsSiteSpec, bucket: string): boolean {
  const site = authored.sites.find((each) => each.name === name);
  if (site?.tenure !== "cloud" || site.provider !== "aws") return false;
  return (site.buckets ?? []).some((each) => each.name === bucket && each.retired === true);
}

const overlap = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);
