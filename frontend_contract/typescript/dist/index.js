// The only home of what the package offers by its own name.
export { createClient } from "./client.js";
export { ClientError } from "./errors.js";
export { imgAttributes, imgProps } from "./images.js";
export * from "./rich-text.js";
export * from "../generated/documents.js";
