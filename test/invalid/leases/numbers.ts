import { contracted, type Fleet, usd } from "siteform";
import { atlas, leasedSite, partnerSite, untyped } from "../support";

/** Growth of 300 %, a share above the whole, terms of a thousand years, a day that steps on no calendar, rent in a number. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "memphis", {
    termMonths: 12_000,
    takeOrPayShare: 1.25,
    escalation: { percent: 300, day: untyped("yearly"), everyMonths: 0 },
    extensionOptions: [{ id: "first", months: 2.5, noticeMonths: -1 }],
  });
  partnerSite(fleet, "abilene", {
    title: {
      kind: "leased",
      lease: {
        landlord: "Builder LLC",
        state: "binding",
        rentPerKWMonth: untyped(130),
        rounding: untyped("bankers"),
        terminationRights: [
          { party: "tenant", noticeDays: 40_000, fee: contracted(usd(-1), { source: "section 12" }) },
        ],
      },
    },
  });
  return fleet;
}

export const expected = [
  "error   sites.abilene.title.lease.rentPerKWMonth: must be money with amount, currency, basis and source, as contracted(usd(1_500_000), { source: ... }) gives; got 130  [SCHEMA]",
  'error   sites.abilene.title.lease.rounding: must be one of "halfUp", "halfEven"; got "bankers"  [SCHEMA]',
  'error   sites.abilene.title.lease.terminationRights[0].fee.amount: must be an amount of 0 or more, in digits, with at most two decimals; got "-1.00"  [SCHEMA]',
  "error   sites.abilene.title.lease.terminationRights[0].noticeDays: must be a whole number of days, 0 to 36525; got 40000  [SCHEMA]",
  'error   sites.memphis.lease.escalation.day: must be one of "firstOfMonthOnOrAfterAnniversary", "anniversary", "fixedDate"; got "yearly"  [SCHEMA]',
  "error   sites.memphis.lease.escalation.everyMonths: must be a whole number of months, 1 to 1200; got 0  [SCHEMA]",
  "error   sites.memphis.lease.escalation.percent: must be the growth in percent, 0 to 100; got 300  [SCHEMA]",
  "error   sites.memphis.lease.extensionOptions.first.months: must be a whole number of months, 1 to 1200; got 2.5  [SCHEMA]",
  "error   sites.memphis.lease.extensionOptions.first.noticeMonths: must be a whole number of months, 0 to 1200; got -1  [SCHEMA]",
  "error   sites.memphis.lease.takeOrPayShare: must be a share, 0 to 1; got 1.25  [SCHEMA]",
  "error   sites.memphis.lease.termMonths: must be a whole number of months, 1 to 1200; got 12000  [SCHEMA]",
];
