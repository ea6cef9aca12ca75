/**
 * The one place that names the framework. `cdktf` is what users run; its living fork is a drop-in under the same name, and
 * moving to it for good is this line. Only names that both have are listed.
 */
export {
  App,
  Aspects,
  AzurermBackend,
  GcsBackend,
  LocalBackend,
  S3Backend,
  TerraformDataSource,
  TerraformOutput,
  TerraformProvider,
  TerraformResource,
  TerraformStack,
  Token,
} from "cdktf";
