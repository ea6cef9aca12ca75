import fc from "fast-check";
import { blockSchedule } from "../../constructs/ledger/aws-block-schedule";

const machine = {};
const ultra = { ultraServerSizes: [4] };

/** Whether a cron expression of numbers, ranges and stars fires in a minute. Written for the test, after crontab(5). */
function fires(expression: string, time: Date): boolean {
  const now = [time.getUTCMinutes(), time.getUTCHours(), time.getUTCDate(), time.getUTCMonth() + 1, time.getUTCDay()];
  return expression.split(" ").every((field, index) => {
    if (field === "*") return true;
    const [from = Number.NaN, to = from] = field.split("-").map(Number);
    const value = now[index] ?? Number.NaN;
    return value >= from && value <= to;
  });
}

test("asks for the machines each hour of the window, from its start to an hour before its end", () => {
  expect(blockSchedule({ start: "2026-12-01T11:30:00Z", end: "2026-12-15T11:30:00Z" }, machine)).toEqual({
    up: ["30 11-23 1 12 *", "30 * 2-14 12 *", "30 0-9 15 12 *"],
    down: "30 10 15 12 *",
  });
});

test("releases UltraServers, which EC2 terminates an hour before the end, half an hour earlier still", () => {
  expect(blockSchedule({ start: "2026-12-01T11:30:00Z", end: "2026-12-02T11:30:00Z" }, ultra)).toEqual({
    up: ["30 11-23 1 12 *", "30 0-9 2 12 *"],
    down: "0 10 2 12 *",
  });
});

test("goes over the ends of months and of the year", () => {
  expect(blockSchedule({ start: "2026-12-20T11:30:00Z", end: "2027-02-07T11:30:00Z" }, machine).up).toEqual([
    "30 11-23 20 12 *",
    "30 * 21-31 12 *",
    "30 * 1-31 1 *",
    "30 * 1-6 2 *",
    "30 0-9 7 2 *",
  ]);
});

test("fires in the window alone, first at its start, every hour, and nothing twice in a minute", () => {
  const start = fc.integer({ min: 0, max: 3 * 365 * 24 * 60 });
  const days = fc.oneof(
    fc.integer({ min: 1, max: 14 }),
    fc.integer({ min: 1, max: 26 }).map((weeks) => 7 * weeks),
  );
  fc.assert(
    fc.property(start, days, fc.constantFrom(machine, ultra), (minutes, length, of) => {
      const from = Date.UTC(2026, 0, 1) + minutes * 60_000;
      const to = from + length * 86_400_000;
      const { up, down } = blockSchedule({ start: new Date(from).toISOString(), end: new Date(to).toISOString() }, of);
      const releaseAt = to - (of === ultra ? 90 : 60) * 60_000;
      // Expressions fire in one minute of an hour only, so that these two minutes are all that count.
      for (let hour = from - 48 * 3_600_000; hour < to + 48 * 3_600_000; hour += 3_600_000) {
        const fired = up.filter((each) => fires(each, new Date(hour))).length;
        expect(fired).toBe(hour >= from && hour < releaseAt ? 1 : 0);
      }
      expect(fires(down, new Date(releaseAt))).toBe(true);
      expect(up.filter((each) => fires(each, new Date(releaseAt)))).toEqual([]);
      expect(up.length).toBeLessThanOrEqual(9);
    }),
    { numRuns: 60 },
  );
});
