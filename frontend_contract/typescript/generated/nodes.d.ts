// Generated from the schema and the operations by `npm run build`. Do not edit.

import type { TypedNode } from "../types/node.js";
import type * as types from "./types.js";

export declare const ArticleDocument: TypedNode<types.ArticleQuery, types.ArticleQueryVariables>;
export declare const ArticleListDocument: TypedNode<types.ArticleListQuery, types.ArticleListQueryVariables>;
export declare const CaseDocument: TypedNode<types.CaseQuery, types.CaseQueryVariables>;
export declare const CaseListDocument: TypedNode<types.CaseListQuery, types.CaseListQueryVariables>;
export declare const CaseMarkersDocument: TypedNode<types.CaseMarkersQuery, types.CaseMarkersQueryVariables>;
export declare const ContentPageDocument: TypedNode<types.ContentPageQuery, types.ContentPageQueryVariables>;
export declare const HomeDocument: TypedNode<types.HomeQuery, types.HomeQueryVariables>;
export declare const LayoutDocument: TypedNode<types.LayoutQuery, types.LayoutQueryVariables>;
export declare const LocalesDocument: TypedNode<types.LocalesQuery, types.LocalesQueryVariables>;
export declare const NodeDocument: TypedNode<types.NodeQuery, types.NodeQueryVariables>;
export declare const PreviewDocument: TypedNode<types.PreviewQuery, types.PreviewQueryVariables>;
export declare const PriorityDocument: TypedNode<types.PriorityQuery, types.PriorityQueryVariables>;
export declare const RedirectsDocument: TypedNode<types.RedirectsQuery, types.RedirectsQueryVariables>;
export declare const ReferenceDataDocument: TypedNode<types.ReferenceDataQuery, types.ReferenceDataQueryVariables>;
export declare const RouteDocument: TypedNode<types.RouteQuery, types.RouteQueryVariables>;
export declare const SearchDocument: TypedNode<types.SearchQuery, types.SearchQueryVariables>;
export declare const SitemapDocument: TypedNode<types.SitemapQuery, types.SitemapQueryVariables>;
export declare const StrategyDocument: TypedNode<types.StrategyQuery, types.StrategyQueryVariables>;
export declare const UnlockPageDocument: TypedNode<types.UnlockPageMutation, types.UnlockPageMutationVariables>;
