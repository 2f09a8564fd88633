// The only home of the ways through rich text.

import type {
  RichTextDocument,
  RichTextLineBreak,
  RichTextLink,
  RichTextList,
  RichTextListItem,
  RichTextNode,
  RichTextParagraph,
  RichTextText,
} from "../types/rich-text.js";

type NodeOf<Type extends RichTextNode["type"]> = Extract<RichTextNode, { readonly type: Type }>;

/** What to make of each type of node; children are made already. */
export interface RichTextRenderers<Made> {
  paragraph: (children: Made[], node: RichTextParagraph) => Made;
  bulletedList: (children: Made[], node: RichTextList) => Made;
  numberedList: (children: Made[], node: RichTextList) => Made;
  listItem: (children: Made[], node: RichTextListItem) => Made;
  link: (children: Made[], node: RichTextLink) => Made;
  lineBreak: (node: RichTextLineBreak) => Made;
  text: (node: RichTextText) => Made;
}

/** Make your own elements of a document. Of a node whose type is not known yet, the children are made. */
export function renderRichText<Made>(document: RichTextDocument, renderers: RichTextRenderers<Made>): Made[] {
  const all = (nodes: readonly RichTextNode[]): Made[] => nodes.flatMap(one);
  const one = (node: RichTextNode): Made[] => {
    switch (node.type) {
      case "paragraph":
        return [renderers.paragraph(all(node.children), node)];
      case "bulletedList":
      case "numberedList":
        return [renderers[node.type](all(node.children), node)];
      case "listItem":
        return [renderers.listItem(all(node.children), node)];
      case "link":
        return [renderers.link(all(node.children), node)];
      case "lineBreak":
        return [renderers.lineBreak(node)];
      case "text":
        return [renderers.text(node)];
      default:
        return all(childrenOf(node));
    }
  };
  return all(document.children);
}

export type RichTextVisitor = {
  readonly [Type in RichTextNode["type"]]?: (node: NodeOf<Type>, ancestors: readonly RichTextNode[]) => void;
};

/** Visit every node in the order of the text, each before its children. */
export function walkRichText(document: RichTextDocument, visitor: RichTextVisitor): void {
  const visit = (node: RichTextNode, ancestors: readonly RichTextNode[]): void => {
    const called = visitor[node.type] as ((node: RichTextNode, ancestors: readonly RichTextNode[]) => void) | undefined;
    called?.(node, ancestors);
    for (const child of childrenOf(node)) visit(child, [...ancestors, node]);
  };
  visit(document, []);
}

function childrenOf(node: RichTextNode): readonly RichTextNode[] {
  return "children" in node ? node.children : [];
}
