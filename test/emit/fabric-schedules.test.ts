import { cableFiles } from "../../constructs/emit/schedules/cables";
import { opticsFiles } from "../../constructs/emit/schedules/optics";
import { planCables } from "../../constructs/owned/fabric/cables";
import { fabricMaterials } from "../../constructs/owned/fabric/materials";
import { plainNames } from "../../constructs/owned/fabric/names";
import { networksOf } from "../../constructs/owned/fabric/plan";
import { inARow, planOf } from "../owned/fabric/support";

const large = { technology: "spectrumX", switch: "sn5600", linkGbps: 400, scalableUnitHosts: 64 } as const;

function filesOf(...given: Parameters<typeof planOf>) {
  const plan = planOf(...given);
  const cables = networksOf(plan).map((network) => planCables(network, inARow(10, 60, 90)));
  const files = [...cableFiles(plan.fabric, cables, plainNames(plan.fabric)), ...opticsFiles(plan, cables)];
  return { plan, cables, files: new Map(files.map(({ file, text }) => [file, text])) };
}

const lines = (text: string | undefined): string[] => (text ?? "").trimEnd().split("\r\n");

describe("the cable schedule", () => {
  test("of a small fabric says each bundle and each link", () => {
    const { files } = filesOf(40, { managerLinks: 4 });
    // 31 hosts and a place for the managers in the first unit, 9 in the second.
    expect(
      lines(files.get("schedules/compute-cables.csv")).map((line) => line.split(",").slice(0, 10).join(",")),
    ).toEqual([
      "network,plane,tier,bundle,from,fromPorts,to,toPorts,links,media",
      "compute,1,hostLeaf,unit 1,compute-host[0001-0031],nic 1 to nic 8,compute-leaf[0001-0008],1/1 to 16/1,248,multimode",
      "compute,1,hostLeaf,unit 2,compute-host[0032-0040],nic 1 to nic 8,compute-leaf[0009-0016],1/1 to 5/1,72,multimode",
      "compute,1,hostLeaf,managers,compute-manager[0001-0004],nic 1,compute-leaf[0001-0004],16/2,4,multimode",
      "compute,1,leafSpine,unit 1,compute-leaf[0001-0008],17/1 to 32/2,compute-spine[0001-0008],1/1 to 16/2,256,singleMode",
      "compute,1,leafSpine,unit 2,compute-leaf[0009-0016],17/1 to 32/2,compute-spine[0001-0008],17/1 to 32/2,256,singleMode",
    ]);
    const links = lines(files.get("schedules/compute-links.csv"));
    // 40 x 8 + 4 + 16 x 32 links and the header.
    expect(links).toHaveLength(320 + 4 + 512 + 1);
    expect(links[1]).toBe("compute,1,hostLeaf,compute-host0001,nic 1,compute-leaf0001,1/1");
    // Four links a pair: the fifth uplink of leaf 2 is its first to spine 2, at the fifth port of it.
    expect(links).toContain("compute,1,leafSpine,compute-leaf0002,19/1,compute-spine0002,3/1");
    expect(links).toContain("compute,1,hostLeaf,compute-manager0004,nic 1,compute-leaf0004,16/2");
  });

  test("of 27,500 hosts stays readable: a line for each unit, its uplinks, and each pod", () => {
    const { files } = filesOf(27_500, large);
    expect(files.has("schedules/compute-links.csv")).toBe(false);
    const all = lines(files.get("schedules/compute-cables.csv"));
    expect(all).toHaveLength(430 + 430 + 54 + 1);
    expect(all.at(-1)).toMatch(
      /^compute,1,spineCore,pod 54,compute-spine\[3393-3456\],33\/1 to 64\/2,compute-core\[0001-2048\],54\/1 to 54\/2,4096,multimode,34,34,0,/,
    );
  });
});

describe("the bill of modules and cables", () => {
  const { plan, cables, files } = filesOf(27_500, large, "hgx-h100");

  test("says what is built, what the formula asks for, and what it draws", () => {
    const page = files.get("schedules/compute-optics.md");
    expect(page).toContain(
      "3 tiers: 430 units of 64 hosts in 54 pods. Links from hosts, leaves and spines: 220,000, 220,160, 221,184.",
    );
    expect(page).toContain("| spines | 3,440 | 3,456 | 3,456 |");
    expect(page).toContain("| cores | 1,720 | 2,048 | 2,048 |");
    expect(page).toContain("Modules draw 9,372.848 kW in switches and 1,980 kW in hosts.");
  });

  test("has a row for each kind", () => {
    const rows = lines(files.get("schedules/compute-optics.csv"));
    expect(rows).toContain("compute,module,compute,hostLeaf,host,module 400G multimode (SR),,220000,9,1980,20,assumed");
    expect(rows).toContain("compute,cable,compute,spineCore,,cable multimode (SR) 35 m,35,221184,,,8,assumed");
  });

  test("goes into the bill of materials of the site", () => {
    const materials = fabricMaterials(plan, cables).map(({ kind, item, quantity }) => [kind, item, quantity]);
    expect(materials).toContainEqual(["switch", "sn5600", 3440 + 3456 + 2048]);
    // 54 m from leaves to spines is single-mode: 2 x 110,080. At leaves 110,000, between spines and cores (34 m) 2 x 110,592.
    expect(materials).toContainEqual(["optic", "module 2x400G single-mode MPO (DR)", 220_160]);
    expect(materials).toContainEqual(["optic", "module 2x400G multimode (SR)", 110_000 + 221_184]);
  });
});
