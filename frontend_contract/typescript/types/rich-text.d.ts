// The only home of the tree that `RichText.document` is. Its JSON schema is ../../rich-text.schema.json.

export interface RichTextDocument {
  readonly type: "document";
  readonly children: readonly RichTextBlock[];
}

export interface RichTextParagraph {
  readonly type: "paragraph";
  readonly children: readonly RichTextInline[];
}

export interface RichTextList {
  readonly type: "bulletedList" | "numberedList";
  readonly children: readonly RichTextListItem[];
}

export interface RichTextListItem {
  readonly type: "listItem";
  readonly children: readonly (RichTextInline | RichTextBlock)[];
}

export interface RichTextLink {
  readonly type: "link";
  readonly href: string;
  /** The page that it leads to, where that is one of the site's: the same in every language. */
  readonly translationKey?: string;
  readonly children: readonly RichTextInline[];
}

export interface RichTextText {
  readonly type: "text";
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

export interface RichTextLineBreak {
  readonly type: "lineBreak";
}

export type RichTextBlock = RichTextParagraph | RichTextList;
export type RichTextInline = RichTextText | RichTextLink | RichTextLineBreak;
export type RichTextNode = RichTextDocument | RichTextBlock | RichTextListItem | RichTextInline;
