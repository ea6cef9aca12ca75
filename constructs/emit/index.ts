export { type EmitContext, type EmittedFile, emitSite } from "./emit";
export { fleetFiles, type SiteFilesContext, siteFiles } from "./site-files";
