// The only home of what the package offers by its own name.

export { type Client, type ClientOptions, createClient, type RequestOptions } from "./client.js";
export type { DataOf, TypedDocument, VariablesOf } from "../types/document.js";
export { type AnswerError, ClientError } from "./errors.js";
export { type ImgAttributes, imgAttributes, type ImgOptions, imgProps, type SizedImage } from "./images.js";
export * from "./rich-text.js";
export type * from "../types/rich-text.js";
export * from "../generated/documents.js";
export type * from "../generated/types.js";
