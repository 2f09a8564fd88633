// Just enough of each framework's types that the snippets are checked without installing it.

declare module "next" {
  export interface Metadata {
    title?: string;
    description?: string;
    alternates?: { canonical?: string; languages?: Record<string, string> };
  }
}

declare module "next/navigation" {
  export function notFound(): never;
  export function permanentRedirect(url: string): never;
  export function redirect(url: string): never;
}

declare module "@sveltejs/kit" {
  export function error(status: number): never;
  export function redirect(status: number, location: string): never;
}

declare module "#imports" {
  export function createError(error: { statusCode: number; fatal?: boolean }): Error;
  export function navigateTo(to: string, options?: { redirectCode?: number }): Promise<void>;
  export function useAsyncData<Data>(
    key: string,
    handler: () => Promise<Data>,
  ): Promise<{ data: { value: Data | undefined }; error: { value: Error | undefined } }>;
  export function useRoute(): { path: string };
  export function useSeoMeta(meta: { title?: string; description?: string }): void;
}

declare namespace JSX {
  type Attributes<Element> = Partial<Omit<Element, "style" | "children">> & { children?: unknown; style?: object };
  interface IntrinsicElements {
    h1: Attributes<HTMLHeadingElement>;
    img: Attributes<Omit<HTMLImageElement, "srcset">> & { srcSet?: string };
    main: Attributes<HTMLElement>;
    p: Attributes<HTMLParagraphElement>;
  }
}
