import { elevationSchedules } from "../../../constructs/emit/schedules/elevations";
import { racks, spec } from "../racks";

const files = new Map(elevationSchedules(spec, racks).map(({ file, text }) => [file, text]));

test("a line for each place in each kind of rack, with the racks as a hostlist", () => {
  const [head, ...lines] = (files.get("schedules/rack-elevations.csv") ?? "").split("\r\n");
  expect(head?.split(",").slice(0, 9)).toEqual([
    "kind",
    "hall",
    "racks",
    "rack_count",
    "rack_type",
    "from_u",
    "to_u",
    "units",
    "type",
  ]);
  // 4 x 10.2 kW, 210 + 4 x 130.45 kg, on 0.72 m2; 140 kW, 0.85 of it liquid.
  expect(lines).toEqual([
    "h1-r01-01,h1,r[01-02]-01,2,r42,,,,kept: net,,,,,12,0,,",
    ...[1, 9, 17, 25].map(
      (from) =>
        `h1-r01-02,h1,r01-[02-04],3,r42,${from},${from + 7},8,dgx-h100,train,h100,10.2,130.45,40.8,0,731.8,1016.4`,
    ),
    "h1-r02-04,h1,r02-04,1,r42,1,8,8,dgx-h100,train,h100,10.2,130.45,20.75,0,480.9,667.9",
    "h1-r02-04,h1,r02-04,1,r42,9,16,8,dgx-h100,train,h100,10.2,130.45,20.75,0,480.9,667.9",
    "h1-r02-04,h1,r02-04,1,r42,42,42,1,management-switch-1u,,,0.35,10,20.75,0,480.9,667.9",
    "h1-n01-01,h1,n01-[01-02],2,nvl72-place,,,,gb300-nvl72,train,gb300,140,1360,140,119,1360,1888.9",
    "",
  ]);
});

test("the same to read: an overview of each hall, then each kind from the top downwards", () => {
  const text = files.get("schedules/rack-elevations.md") ?? "";
  expect(text).toContain("## Hall h1\n\n| kind | racks |");
  expect(text).toContain(
    "### h1-r02-04, × 1\n\n| place | type | pool |\n| --- | --- | --- |\n| U42 | management-switch-1u |  |\n",
  );
  expect(text.split("\n").filter((line) => line.startsWith("| h1-"))).toHaveLength(4);
  expect(text.endsWith("|\n")).toBe(true);
});

test("a site without racks has no files", () => {
  expect(elevationSchedules(spec, [])).toEqual([]);
});
