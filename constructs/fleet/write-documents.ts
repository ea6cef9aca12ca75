import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Machine } from "../catalog";
import { emitSite, fleetFiles, siteFiles } from "../emit";
import { documentsOf, documentText, type FleetDocument, fleetDocuments, type NamedDocument, siteInUse } from "../model";
import { planningContextOf } from "../owned/allocation/planning-context";
import { schemaCopies } from "./document-schemas";

/** Documents of all sites and of the fleet, what they become for other tools and for people, and the schemas that they follow. */
export function writeDocuments(document: FleetDocument, staging: string, machine: (type: string) => Machine): void {
  const put = (folder: string, file: string, text: string) => {
    const path = join(staging, folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  const context = { fleet: document.metadata.name, machine };
  const schemas = new Set<string>();
  const putDocument = (folder: string, each: NamedDocument) => {
    schemas.add(each.schema);
    put(folder, each.file, documentText(each, folder.replaceAll("\\", "/")));
  };
  const planning = { ...planningContextOf(document.spec), document };
  for (const site of document.spec.sites) {
    const folder = join("sites", site.name);
    for (const each of documentsOf(document, site)) putDocument(folder, each);
    if (site.retired) continue;
    const used = siteInUse(site);
    const files = used.tenure === "cloud" ? emitSite(used, context) : siteFiles(used, planning);
    for (const { file, text } of files) put(folder, file, text);
  }
  for (const each of fleetDocuments(document)) putDocument("fleet", each);
  for (const { file, text } of fleetFiles(planning)) put("fleet", file, text);
  for (const { file, text } of schemaCopies(schemas)) put(".", file, text);
  put(".", "fleet.json", `${JSON.stringify(document, null, 2)}\n`);
}
