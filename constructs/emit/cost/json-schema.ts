import { publishedSchema, type SchemaFile, type SchemaWords } from "../../model/json-schema";
import { CostReportSchema } from "./schema";

/**
 * The published JSON Schema of what `siteform cost --format json` writes.
 *
 * @param wordsOf what is said of a schema @default nothing
 */
export const costReportSchema = (wordsOf?: (schema: unknown) => SchemaWords | undefined): SchemaFile => ({
  file: "cost-report.json",
  schema: publishedSchema(CostReportSchema, { name: "cost-report", title: "Cost Report" }, wordsOf),
});
