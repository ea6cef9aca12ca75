import type { OwnOrRent } from "../../../ledger/own-or-rent";
import { subject } from "../../own-or-rent/words";
import { drawingOf } from "../capacity/layout";
import { svgFile } from "../svg";
import { coursePart } from "./course-chart";
import { tornadoPart } from "./tornado-chart";

/** Own or rent as one SVG file: what both cost over time with the break-evens, and on what the answer hangs. */
export const ownOrRentDrawing = (report: OwnOrRent): string =>
  svgFile(drawingOf(`Own or rent: ${subject(report)}`, [coursePart(report), tornadoPart(report)]));
