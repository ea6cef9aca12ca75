import type { PlanningContext } from "../../owned/allocation/planning-context";
import { placedRacks } from "../../owned/power/placed-racks";
import { standingRacks } from "../../owned/racks/standing";
import type { ResolvedSite } from "../../owned/resolve/resolve-site";
import { cabledFabricsOf } from "../fabric-files";
import { fabricDrawing } from "./fabric";
import { hallPlans } from "./hall-plan";
import { oneLineFiles } from "./one-line";
import { rackElevations } from "./rack-elevation";
import type { Drawing, DrawnFile } from "./svg";

/** What a drawing shows. */
export type DrawingKind = "hall" | "oneLine" | "fabric" | "rack";

/** A drawing of a site, by what it shows, with the file that a synthesis writes it to. */
export interface SiteDrawing {
  readonly kind: DrawingKind;
  readonly file: string;
  readonly drawing: Drawing;
}

/** Every drawing that a site's files have, not written: halls, power, fabrics, then kinds of racks. */
export function siteDrawings(resolved: ResolvedSite, context: PlanningContext): SiteDrawing[] {
  const { site, allocation } = resolved;
  const standing = standingRacks(site, allocation, context);
  const fabrics = cabledFabricsOf(resolved, context.machine).map(({ plan, cables }) => fabricDrawing(plan, cables));
  const all = (kind: DrawingKind, files: readonly DrawnFile[]): SiteDrawing[] =>
    files.map(({ file, drawing }) => ({ kind, file, drawing }));
  return [
    ...all("hall", hallPlans(site, standing)),
    ...all("oneLine", oneLineFiles(site, placedRacks(site, standing))),
    ...all("fabric", fabrics),
    ...all("rack", rackElevations(site, standing)),
  ];
}
