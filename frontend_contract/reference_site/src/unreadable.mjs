// The only home of addresses that ask for what no list can show: a part past its end, or a condition that means nothing.

import { ClientError } from "@helsinki-smart-region/client";

export class NoSuchPart extends Error {}

/** What `answer` says or, where the address asks for too much, a redirect to what there is. */
export async function readable({ path, parameters }, answer) {
  try {
    return await answer();
  } catch (error) {
    if (parameters.size === 0) throw error;
    if (error instanceof NoSuchPart) return redirectTo(path, [...parameters].filter(([name]) => name !== "page"));
    if (error instanceof ClientError && error.code === "BAD_USER_INPUT") return redirectTo(path, []);
    throw error;
  }
}

function redirectTo(path, parameters) {
  const query = new URLSearchParams(parameters).toString();
  return { status: 302, headers: { Location: `${encodeURI(path)}${query && `?${query}`}` } };
}
