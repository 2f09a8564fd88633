// The only home of the ways through rich text.
/** Make your own elements of a document. Of a node whose type is not known yet, the children are made. */
export function renderRichText(document, renderers) {
    const all = (nodes) => nodes.flatMap(one);
    const one = (node) => {
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
/** Visit every node in the order of the text, each before its children. */
export function walkRichText(document, visitor) {
    const visit = (node, ancestors) => {
        const called = visitor[node.type];
        called?.(node, ancestors);
        for (const child of childrenOf(node))
            visit(child, [...ancestors, node]);
    };
    visit(document, []);
}
function childrenOf(node) {
    return "children" in node ? node.children : [];
}
