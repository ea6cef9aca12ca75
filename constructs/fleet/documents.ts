/** What a fleet needs when it reads documents: loaded then, since it brings the forms of all kinds with it. */
export { API_VERSION, fleetKinds } from "../model";
export { readDocumentFiles } from "./document-files";
export { groupBySite, NOTHING_READ, notTheOne } from "./document-groups";
export { DocumentSite } from "./document-site";
