import { Document, isMap, isSeq, visit } from "yaml";
import { API_VERSION } from "../model";
import type { Allocation } from "../model/allocation";

const HEADER = ` What planning has decided for this site: where machines and switches stand, their names, addresses and numbers. Synthesis
 appends to these lists and changes no line of them; commit the file with the program. Merge conflicts: keep one side whole, and
 synthesize again.`;

/**
 * An allocation as it is committed: a document of its own in which each decision is one line, so that what a review shows is what has
 * been added.
 */
export function allocationText(site: string, allocation: Allocation): string {
  const spec = Object.fromEntries(Object.entries(allocation).filter(([, lines]) => lines.length > 0));
  const document = new Document({ apiVersion: API_VERSION, kind: "Allocation", metadata: { name: site }, spec });
  document.commentBefore = HEADER;
  visit(document, {
    Seq(_, list) {
      if (isSeq(list)) for (const item of list.items) if (isMap(item)) item.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}
