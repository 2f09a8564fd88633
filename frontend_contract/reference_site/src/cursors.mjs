// The only home of addresses whose cursor leads nowhere: it is of another search, or somebody changed it.

import { ClientError } from "@helsinki-smart-region/client";

/** What `answer` says or, where the API cannot read the address, a redirect to the list's beginning. */
export async function withoutCursor({ path, parameters }, answer) {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof ClientError && error.code === "BAD_USER_INPUT" && parameters.size > 0)) throw error;
    const rest = new URLSearchParams(parameters);
    const hadCursor = ["after", "before"].filter((name) => rest.has(name)).map((name) => rest.delete(name)).length > 0;
    const location = hadCursor && rest.size > 0 ? `${encodeURI(path)}?${rest}` : encodeURI(path);
    return { status: 302, headers: { Location: location } };
  }
}
