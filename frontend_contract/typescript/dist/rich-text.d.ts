import type { RichTextDocument, RichTextLineBreak, RichTextLink, RichTextList, RichTextListItem, RichTextNode, RichTextParagraph, RichTextText } from "../types/rich-text.js";
type NodeOf<Type extends RichTextNode["type"]> = Extract<RichTextNode, {
    readonly type: Type;
}>;
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
export declare function renderRichText<Made>(document: RichTextDocument, renderers: RichTextRenderers<Made>): Made[];
export type RichTextVisitor = {
    readonly [Type in RichTextNode["type"]]?: (node: NodeOf<Type>, ancestors: readonly RichTextNode[]) => void;
};
/** Visit every node in the order of the text, each before its children. */
export declare function walkRichText(document: RichTextDocument, visitor: RichTextVisitor): void;
export {};
