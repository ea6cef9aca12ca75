export { type EmitContext, type EmittedFile, emitSite } from "./emit";
