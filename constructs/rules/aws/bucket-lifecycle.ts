import type { Rule } from "../rule";
import { awsSites } from "../walk";

const LEAST_DAYS = 30;
const INFREQUENT = ["STANDARD_IA", "ONEZONE_IA"];

export const bucketLifecycle: Rule = {
  id: "AWS-S3-02",
  title: "objects of a bucket move and end after numbers of days that S3 takes",
  severity: "error",
  formula: `days of a transition to an infrequent-access class >= ${LEAST_DAYS}; days of expiry > days of transition`,
  source: "Amazon S3 user guide, transitioning objects using Amazon S3 Lifecycle; expiring objects",
  *check(context) {
    for (const { site, path } of awsSites(context)) {
      for (const { name, lifecycle } of site.buckets ?? []) {
        const place = `${path}.buckets.${name}.lifecycle`;
        const { transition, expireDays } = lifecycle ?? {};
        if (transition === undefined) continue;
        if (INFREQUENT.includes(transition.storageClass) && transition.days < LEAST_DAYS) {
          yield {
            path: `${place}.transition.days`,
            observed: transition.days,
            limit: LEAST_DAYS,
            unit: "days",
            message: `objects move to ${transition.storageClass} after ${LEAST_DAYS} days or more; got ${transition.days}`,
          };
        }
        if (expireDays === undefined || expireDays > transition.days) continue;
        yield {
          path: `${place}.expireDays`,
          observed: expireDays,
          limit: transition.days + 1,
          unit: "days",
          message: `objects end after they move (${transition.days} days); got ${expireDays}`,
        };
      }
    }
  },
};
