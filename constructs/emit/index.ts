export { type EmitContext, type EmittedFile, emitSite } from "./emit";
export { type SiteFilesContext, siteFiles } from "./site-files";
