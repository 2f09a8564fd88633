// The only home of how an operation is put into an HTTP request.
const LONGEST_URL = 4_000; // characters; some proxies stop at 8,192 bytes
/** The address to GET, or undefined where it would be too long. */
export function address(endpoint, document, variables, byHash) {
    const parameters = new URLSearchParams({ operationName: document.name });
    if (byHash)
        parameters.set("extensions", JSON.stringify(persisted(document)));
    else
        parameters.set("query", document.text);
    // In one order, so that a shared cache sees one address.
    const given = Object.entries(variables).filter(([, value]) => value !== undefined);
    const ordered = Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1)));
    if (given.length > 0)
        parameters.set("variables", JSON.stringify(ordered));
    const url = `${endpoint}${endpoint.includes("?") ? "&" : "?"}${parameters}`;
    return url.length <= LONGEST_URL ? url : undefined;
}
/** The body to POST: the whole document and, where the server should remember it, its hash. */
export function body(document, variables, byHash) {
    return JSON.stringify({
        operationName: document.name,
        query: document.text,
        variables,
        ...(byHash ? { extensions: persisted(document) } : {}),
    });
}
function persisted(document) {
    return { persistedQuery: { version: 1, sha256Hash: document.hash } };
}
