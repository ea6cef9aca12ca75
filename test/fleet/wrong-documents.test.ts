import { Fleet } from "../../constructs";
import { formatFinding } from "../../constructs/model";
import { enterProject, type Project } from "./project";
import { smallSite } from "./small-site";

const AS_OF = "2026-11-28";

describe("a wrong document", () => {
  let project: Project;
  beforeEach(() => {
    project = enterProject();
  });
  afterEach(() => project.leave());

  const said = (files: Readonly<Record<string, string>>) => {
    for (const [file, text] of Object.entries(files)) project.write(`sites/${file}`, text);
    const fleet = new Fleet("atlas", { organisation: "Atlas" });
    fleet.addDocuments("sites/*.yaml");
    return fleet
      .validate({ asOf: AS_OF })
      .findings.filter(({ severity }) => severity === "error")
      .map((finding) => formatFinding(finding).replace(/^error +/, ""));
  };

  test("is none of those that the others are made from", () => {
    expect(said(smallSite)).toEqual([]);
  });
});
