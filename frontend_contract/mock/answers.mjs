// The only home of the golden answers, and of finding the one that a request asks for.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { isDeepStrictEqual } from "node:util";

/** @typedef {{ operationName?: string, query?: string, variables?: Record<string, any>, hash?: string }} Asked */

/** What the contract has no answer for; the message says what it has. */
export class NoAnswer extends Error {
  /**
   * @param {string} message
   * @param {string} code
   */
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}

export class Answers {
  /** @param {string} contract the directory of the contract */
  constructor(contract) {
    this.directory = join(contract, "responses");
    /** @type {Record<string, string>} */
    this.manifest = JSON.parse(readFileSync(join(contract, "manifest.json"), "utf8"));
  }

  /** @returns {Record<string, string[]>} the operations that there are answers of, by locale */
  all() {
    if (!existsSync(this.directory)) return {};
    const locales = readdirSync(this.directory, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return Object.fromEntries(locales.map(({ name }) => [name, this.#operations(name)]));
  }

  /** @param {string} locale */
  #operations(locale) {
    const files = readdirSync(join(this.directory, locale)).filter((name) => name.endsWith(".json"));
    return files.map((name) => basename(name, ".json")).sort();
  }

  /**
   * @param {Asked} asked
   * @param {string | undefined} wanted the locale, where it is not for the variables to say
   */
  find(asked, wanted) {
    const operation = this.#operation(asked);
    const all = this.all();
    const having = Object.keys(all).filter((locale) => all[locale]?.includes(operation));
    const locale = wanted ?? localeOf(asked.variables) ?? having[0];
    if (locale === undefined || !having.includes(locale)) {
      const there = having.length > 0 ? `there is one in ${having.join(", ")}` : `there are answers of ${known(all)}`;
      const message = `No golden answer of ${operation} in ${locale ?? "any language"}; ${there}.`;
      throw new NoAnswer(message, "MOCK_NO_ANSWER");
    }
    const { variables, response } = JSON.parse(readFileSync(join(this.directory, locale, `${operation}.json`), "utf8"));
    return { operation, locale, response, isExact: isDeepStrictEqual(variables, asked.variables ?? {}), variables };
  }

  /** @param {Asked} asked */
  #operation({ operationName, query, hash }) {
    const text = query ?? (hash === undefined ? undefined : this.manifest[hash]);
    if (text === undefined && hash !== undefined) {
      throw new NoAnswer("The manifest has no document of this hash.", "PERSISTED_QUERY_NOT_FOUND");
    }
    const name = operationName ?? text?.match(/^\s*(?:query|mutation)\s+(\w+)/m)?.[1];
    if (name === undefined) {
      throw new NoAnswer("Name the operation: by `operationName`, in the document, or by a hash.", "BAD_REQUEST");
    }
    return name;
  }
}

/** @param {Record<string, any>} [variables] */
function localeOf({ locale, path } = {}) {
  return locale ?? (typeof path === "string" ? path.match(/^\/([a-z]{2})(?:\/|$)/)?.[1] : undefined);
}

/** @param {Record<string, string[]>} all */
function known(all) {
  return [...new Set(Object.values(all).flat())].sort().join(", ") || "nothing yet";
}
