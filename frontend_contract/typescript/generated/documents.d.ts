// Generated from the schema and the operations by `npm run build`. Do not edit.

import type { TypedDocument } from "../types/document.js";
import type * as types from "./types.js";

export declare const ArticleDocument: TypedDocument<types.ArticleQuery, types.ArticleQueryVariables>;
export declare const ArticleListDocument: TypedDocument<types.ArticleListQuery, types.ArticleListQueryVariables>;
export declare const CaseDocument: TypedDocument<types.CaseQuery, types.CaseQueryVariables>;
export declare const CaseListDocument: TypedDocument<types.CaseListQuery, types.CaseListQueryVariables>;
export declare const CaseMarkersDocument: TypedDocument<types.CaseMarkersQuery, types.CaseMarkersQueryVariables>;
export declare const ContentPageDocument: TypedDocument<types.ContentPageQuery, types.ContentPageQueryVariables>;
export declare const HomeDocument: TypedDocument<types.HomeQuery, types.HomeQueryVariables>;
export declare const LayoutDocument: TypedDocument<types.LayoutQuery, types.LayoutQueryVariables>;
export declare const LocalesDocument: TypedDocument<types.LocalesQuery, types.LocalesQueryVariables>;
export declare const NodeDocument: TypedDocument<types.NodeQuery, types.NodeQueryVariables>;
export declare const PreviewDocument: TypedDocument<types.PreviewQuery, types.PreviewQueryVariables>;
export declare const PriorityDocument: TypedDocument<types.PriorityQuery, types.PriorityQueryVariables>;
export declare const RedirectsDocument: TypedDocument<types.RedirectsQuery, types.RedirectsQueryVariables>;
export declare const ReferenceDataDocument: TypedDocument<types.ReferenceDataQuery, types.ReferenceDataQueryVariables>;
export declare const RouteDocument: TypedDocument<types.RouteQuery, types.RouteQueryVariables>;
export declare const SearchDocument: TypedDocument<types.SearchQuery, types.SearchQueryVariables>;
export declare const SitemapDocument: TypedDocument<types.SitemapQuery, types.SitemapQueryVariables>;
export declare const StrategyDocument: TypedDocument<types.StrategyQuery, types.StrategyQueryVariables>;
export declare const UnlockPageDocument: TypedDocument<types.UnlockPageMutation, types.UnlockPageMutationVariables>;
