// The only home of which screen shows which type of page.

import { article, articleIndex } from "./articles.mjs";
import { caseIndex } from "./case-index.mjs";
import { casePage } from "./case.mjs";
import { content } from "./content.mjs";
import { home } from "./home.mjs";
import { priority, strategy } from "./strategy.mjs";

const SCREENS = {
  HomePage: home,
  StrategyPage: strategy,
  PriorityPage: priority,
  CaseIndexPage: caseIndex,
  CasePage: casePage,
  ArticleIndexPage: articleIndex,
  ArticlePage: article,
  ContentPage: content,
};

/** `more` is what the address asks for besides the page. A page of a type that is not known yet has title and ingress. */
export function screen(view, page, more) {
  return (SCREENS[page.__typename] ?? content)(view, page, more);
}
