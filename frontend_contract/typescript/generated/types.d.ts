// Generated from the schema and the operations by `npm run build`. Do not edit.
import type { RichTextDocument } from "../types/rich-text.js";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All given conditions hold; inside one list any is enough; an empty list counts as not given. */
export type ArticleFilter = {
  /** PriorityPage.code */
  priorities?: Array<string> | null | undefined;
  /** Every word is in the text, or is in the name of a place, partner or person. Words may be inflected or only begun, and misspelt where nothing else is found. At most 200 characters, of which the first 10 words count; a blank text counts as not given. */
  search?: string | null | undefined;
  /** Articles that bear a date in this year. */
  year?: number | null | undefined;
};

/** A part of the map, its edges included (WGS 84). It may not cross the antimeridian. */
export type BoundingBox = {
  /** Degrees east, -180 to 180; not less than `west`. */
  east: number;
  /** Degrees north, -90 to 90; not less than `south`. */
  north: number;
  /** Degrees north, -90 to 90. */
  south: number;
  /** Degrees east, -180 to 180. */
  west: number;
};

/** All given conditions hold; inside one list any is enough; an empty list counts as not given. */
export type CaseFilter = {
  /** FocusArea.code */
  focusAreas?: Array<string> | null | undefined;
  /** FundingCount.programme: the programme's name in the language of the page that the reader gets, so a fallback has it in the fallback's language. */
  funding?: Array<string> | null | undefined;
  /** Goal.number */
  goals?: Array<number> | null | undefined;
  /** Municipality.code; cases of the whole region always match. */
  municipalities?: Array<string> | null | undefined;
  /** Organisation.translationKey; one that is not published finds nothing. */
  organisations?: Array<string> | null | undefined;
  /** PriorityPage.code */
  priorities?: Array<string> | null | undefined;
  /** Every word is in the text, or is in the name of a place, partner or person. Words may be inflected or only begun, and misspelt where nothing else is found. At most 200 characters, of which the first 10 words count; a blank text counts as not given. */
  search?: string | null | undefined;
  /** Cases in which a published organisation of one of these sectors takes part. */
  sectors?: Array<Sector> | null | undefined;
  /** How far the cases have come. */
  status?: Array<CaseStatus> | null | undefined;
  /** Cases of any priority of the strategy covering this year. */
  strategyYear?: number | null | undefined;
  /** Cases with at least one location in this box. Those without a location never match. */
  within?: BoundingBox | null | undefined;
  /** Cases running in this year: begun by then and not ended before. Cases without a date never match. */
  year?: number | null | undefined;
};

/** Newest and oldest go by first publication of the page in its original language. */
export type CaseOrder =
  /** The latest first; without a search, where no order is given. */
  | 'newest'
  /** The earliest first. */
  | 'oldest'
  /** What fits the search best first; where no order is given. Without a search, newest. */
  | 'relevance'
  /** As the language of each title sorts: å, ä, ö last in fi and sv. */
  | 'title';

/** How far a case has come. */
export type CaseStatus =
  /** It was given up. */
  | 'cancelled'
  /** It has ended as planned. */
  | 'completed'
  /** It is under way. */
  | 'ongoing'
  /** It has not begun. */
  | 'planned';

/** The languages of the site; a region is written sv_FI. `Locale.tag` holds the BCP 47 tag. */
export type LocaleCode =
  /** English */
  | 'en'
  /** Finnish */
  | 'fi'
  /** Swedish */
  | 'sv';

/** What an organisation is in a case. */
export type PartnerRole =
  /** It pays. */
  | 'funder'
  /** It leads the case. */
  | 'lead'
  /** It takes part. */
  | 'partner';

/** The quadruple helix of innovation: who acts. */
export type Sector =
  /** Citizens and associations. */
  | 'civic'
  /** Companies. */
  | 'company'
  /** The public sector. */
  | 'public'
  /** Research and education. */
  | 'research';

/** Whether a translation still says what its original says. */
export type TranslationState =
  /** It was made from the texts that the original has now. */
  | 'current'
  /** A text of the original has changed since. */
  | 'outdated';

/** A page behind a password. */
export type UnlockPageInput = {
  /** What the visitor entered. */
  password: string;
  /** The path for which `route` answered PasswordRoute. */
  path: string;
  /** As in `route`. */
  site?: string | null | undefined;
};

type BlocksAccordionBlockFragment = (
  { __typename: 'AccordionBlock', id: string, blockKey: string }
  & AccordionFragment
);

type BlocksCallToActionBlockFragment = (
  { __typename: 'CallToActionBlock', id: string, blockKey: string }
  & CallToActionFragment
);

type BlocksCaseCardsBlockFragment = (
  { __typename: 'CaseCardsBlock', id: string, blockKey: string }
  & CaseCardsFragment
);

type BlocksContactsBlockFragment = (
  { __typename: 'ContactsBlock', id: string, blockKey: string }
  & ContactsFragment
);

type BlocksDownloadBlockFragment = (
  { __typename: 'DownloadBlock', id: string, blockKey: string }
  & DownloadFragment
);

type BlocksHeadingBlockFragment = (
  { __typename: 'HeadingBlock', id: string, blockKey: string }
  & HeadingFragment
);

type BlocksImageBlockFragment = (
  { __typename: 'ImageBlock', id: string, blockKey: string }
  & ImageInBodyFragment
);

type BlocksKeyFiguresBlockFragment = (
  { __typename: 'KeyFiguresBlock', id: string, blockKey: string }
  & KeyFiguresFragment
);

type BlocksParagraphBlockFragment = (
  { __typename: 'ParagraphBlock', id: string, blockKey: string }
  & ParagraphFragment
);

type BlocksQuoteBlockFragment = (
  { __typename: 'QuoteBlock', id: string, blockKey: string }
  & QuoteFragment
);

type BlocksTableBlockFragment = (
  { __typename: 'TableBlock', id: string, blockKey: string }
  & TableFragment
);

type BlocksVideoBlockFragment = (
  { __typename: 'VideoBlock', id: string, blockKey: string }
  & VideoFragment
);

export type BlocksFragment =
  | BlocksAccordionBlockFragment
  | BlocksCallToActionBlockFragment
  | BlocksCaseCardsBlockFragment
  | BlocksContactsBlockFragment
  | BlocksDownloadBlockFragment
  | BlocksHeadingBlockFragment
  | BlocksImageBlockFragment
  | BlocksKeyFiguresBlockFragment
  | BlocksParagraphBlockFragment
  | BlocksQuoteBlockFragment
  | BlocksTableBlockFragment
  | BlocksVideoBlockFragment
;

export type HeadingFragment = { __typename: 'HeadingBlock', text: string, anchor: string, level: number };

export type ParagraphFragment = { __typename: 'ParagraphBlock', content: (
    { __typename: 'RichText' }
    & RichTextFieldsFragment
  ) };

export type ImageInBodyFragment = { __typename: 'ImageBlock', caption: string, image: (
    { __typename: 'Image' }
    & BodyImageFragment
  ) | null };

export type QuoteFragment = { __typename: 'QuoteBlock', quote: string, speaker: string, role: string, portrait: (
    { __typename: 'Image' }
    & PortraitImageFragment
  ) | null };

export type KeyFiguresFragment = { __typename: 'KeyFiguresBlock', figures: Array<(
    { __typename: 'KeyFigure' }
    & KeyFigureFieldsFragment
  )> };

export type CallToActionFragment = { __typename: 'CallToActionBlock', label: string, href: string | null, page: (
    { __typename: 'PageLink' }
    & PageLinkFieldsFragment
  ) | null };

export type CaseCardsFragment = { __typename: 'CaseCardsBlock', heading: string, cases: Array<(
    { __typename: 'CasePage' }
    & CaseCardFragment
  )> };

export type VideoFragment = { __typename: 'VideoBlock', videoTitle: string, videoUrl: string, embedUrl: string, provider: string, spokenLang: string, poster: (
    { __typename: 'Image' }
    & BodyImageFragment
  ) | null, captions: Array<{ __typename: 'CaptionTrack', lang: string, label: string, url: string }>, transcript: (
    { __typename: 'RichText' }
    & RichTextFieldsFragment
  ) | null };

export type DownloadFragment = { __typename: 'DownloadBlock', caption: string, document: { __typename: 'Document', assetId: string, title: string, url: string, filename: string, size: number, lang: string } | null };

export type AccordionFragment = { __typename: 'AccordionBlock', items: Array<{ __typename: 'AccordionItem', summary: string, details: (
      { __typename: 'RichText' }
      & RichTextFieldsFragment
    ) }> };

export type ContactsFragment = { __typename: 'ContactsBlock', people: Array<(
    { __typename: 'Person' }
    & PersonFieldsFragment
  )> };

export type TableFragment = { __typename: 'TableBlock', tableCaption: string, header: Array<string>, rowHeaders: boolean, rows: Array<Array<string>> };

export type CaseCardFragment = { __typename: 'CasePage', id: string, translationKey: string, title: string, path: string, locale: LocaleCode, isFallback: boolean, ingress: string, status: CaseStatus, startDate: string | null, endDate: string | null, cardImage: (
    { __typename: 'Image' }
    & CardImageFragment
  ) | null, priorities: Array<(
    { __typename: 'PriorityPage' }
    & PriorityBadgeFragment
  )>, municipalities: Array<(
    { __typename: 'Municipality' }
    & MunicipalityNameFragment
  )> };

export type ArticleCardFragment = { __typename: 'ArticlePage', id: string, translationKey: string, title: string, path: string, locale: LocaleCode, isFallback: boolean, ingress: string, date: string | null, cardImage: (
    { __typename: 'Image' }
    & CardImageFragment
  ) | null, priorities: Array<(
    { __typename: 'PriorityPage' }
    & PriorityBadgeFragment
  )> };

export type PriorityCardFragment = (
  { __typename: 'PriorityPage', title: string, locale: LocaleCode, isFallback: boolean, ingress: string, cardImage: (
    { __typename: 'Image' }
    & CardImageFragment
  ) | null }
  & PriorityBadgeFragment
);

type PageCardArticleIndexPageFragment = { __typename: 'ArticleIndexPage', id: string, translationKey: string, title: string, path: string, locale: LocaleCode, isFallback: boolean, ingress: string, cardImage: (
    { __typename: 'Image' }
    & CardImageFragment
  ) | null };

type PageCardArticlePageFragment = { __typename: 'ArticlePage', id: string, translationKey: string, title: string, path: string, locale: LocaleCode, isFallback: boolean, ingress: string, cardImage: (
    { __typename: 'Image' }
    & CardImageFragment
  ) | null };

type PageCardCaseIndexPageFragment = { __typename: 'CaseIndexPage', id: string, translationKey: string, title: string, path: string, locale: LocaleCode, isFallback: boolean, ingress: string, cardImage: (
    { __typename: 'Image' }
    & CardImageFragment
  ) | null };

type PageCardCasePageFragment = { __typename: 'CasePage', id: string, translationKey: string, title: string, path: string, locale: LocaleCode, isFallback: boolean, ingress: string, cardImage: (
    { __typename: 'Image' }
    & CardImageFragment
  ) | null };

type PageCardContentPageFragment = { __typename: 'ContentPage', id: string, translationKey: string, title: string, path: string, locale: LocaleCode, isFallback: boolean, ingress: string, cardImage: (
    { __typename: 'Image' }
    & CardImageFragment
  ) | null };

type PageCardHomePageFragment = { __typename: 'HomePage', id: string, translationKey: string, title: string, path: string, locale: LocaleCode, isFallback: boolean, ingress: string, cardImage: (
    { __typename: 'Image' }
    & CardImageFragment
  ) | null };

type PageCardPriorityPageFragment = { __typename: 'PriorityPage', id: string, translationKey: string, title: string, path: string, locale: LocaleCode, isFallback: boolean, ingress: string, cardImage: (
    { __typename: 'Image' }
    & CardImageFragment
  ) | null };

type PageCardStrategyPageFragment = { __typename: 'StrategyPage', id: string, translationKey: string, title: string, path: string, locale: LocaleCode, isFallback: boolean, ingress: string, cardImage: (
    { __typename: 'Image' }
    & CardImageFragment
  ) | null };

export type PageCardFragment =
  | PageCardArticleIndexPageFragment
  | PageCardArticlePageFragment
  | PageCardCaseIndexPageFragment
  | PageCardCasePageFragment
  | PageCardContentPageFragment
  | PageCardHomePageFragment
  | PageCardPriorityPageFragment
  | PageCardStrategyPageFragment
;

export type PriorityBadgeFragment = { __typename: 'PriorityPage', id: string, translationKey: string, code: string, label: string, locale: LocaleCode, color: string, textColor: string, path: string };

export type FocusAreaFieldsFragment = { __typename: 'FocusArea', code: string, name: string, text: string, lang: string };

export type GoalFieldsFragment = { __typename: 'Goal', number: number, title: string, color: string, textColor: string, lang: string };

export type MunicipalityNameFragment = { __typename: 'Municipality', code: string, name: string };

export type MunicipalityFieldsFragment = (
  { __typename: 'Municipality', population: number | null, populationYear: number | null, location: (
    { __typename: 'Coordinates' }
    & CoordinatesFieldsFragment
  ) | null }
  & MunicipalityNameFragment
);

export type CoordinatesFieldsFragment = { __typename: 'Coordinates', latitude: number, longitude: number };

export type OrganisationFieldsFragment = { __typename: 'Organisation', id: string, translationKey: string, name: string, lang: string, website: string | null, sector: Sector, logo: (
    { __typename: 'Image' }
    & LogoImageFragment
  ) | null };

export type PersonFieldsFragment = { __typename: 'Person', id: string, name: string, jobTitle: string, email: string | null, phone: string | null, responsibilities: string, lang: string, image: (
    { __typename: 'Image' }
    & PortraitImageFragment
  ) | null };

export type LocaleFieldsFragment = { __typename: 'Locale', code: LocaleCode, tag: string, name: string, nativeName: string, rightToLeft: boolean, isDefault: boolean, fallbacks: Array<LocaleCode> };

export type KeyFigureFieldsFragment = { __typename: 'KeyFigure', value: string, number: number | null, unit: string, caption: string, asOf: string | null, sourceUrl: string | null, lang: string };

export type FundingFieldsFragment = { __typename: 'Funding', programme: string, amount: string | null, currency: string | null, projectCode: string | null, statement: string };

export type ImageTextFragment = { __typename: 'Image', assetId: string, alt: string, altLang: string, decorative: boolean, credit: string, licence: string, focalPoint: { __typename: 'FocalPoint', x: number, y: number } | null };

export type HeroImageFragment = (
  { __typename: 'Image', placeholder: string | null, srcSet: string, rendition: { __typename: 'Rendition', url: string, width: number, height: number } }
  & ImageTextFragment
);

export type BodyImageFragment = (
  { __typename: 'Image', placeholder: string | null, srcSet: string, rendition: { __typename: 'Rendition', url: string, width: number, height: number } }
  & ImageTextFragment
);

export type CardImageFragment = (
  { __typename: 'Image', placeholder: string | null, srcSet: string, rendition: { __typename: 'Rendition', url: string, width: number, height: number } }
  & ImageTextFragment
);

export type PortraitImageFragment = (
  { __typename: 'Image', placeholder: string | null, srcSet: string, rendition: { __typename: 'Rendition', url: string, width: number, height: number } }
  & ImageTextFragment
);

export type LogoImageFragment = (
  { __typename: 'Image', srcSet: string, rendition: { __typename: 'Rendition', url: string, width: number, height: number } }
  & ImageTextFragment
);

export type SharingImageFragment = { __typename: 'Image', alt: string, altLang: string, rendition: { __typename: 'Rendition', url: string, width: number, height: number } };

export type PageLinkFieldsFragment = { __typename: 'PageLink', translationKey: string, title: string, path: string, url: string, locale: LocaleCode, isFallback: boolean };

export type ExternalLinkFieldsFragment = { __typename: 'ExternalLink', title: string, url: string };

export type NavigationItemFieldsFragment = { __typename: 'NavigationItem', label: string, lang: string, href: string | null, page: (
    { __typename: 'PageLink' }
    & PageLinkFieldsFragment
  ) | null };

type PageFieldsArticleIndexPageFragment = { __typename: 'ArticleIndexPage', id: string, translationKey: string, title: string, slug: string, path: string, url: string, requestedLocale: LocaleCode, locale: LocaleCode, isFallback: boolean, ingress: string, firstPublishedAt: string | null, lastPublishedAt: string | null, parent: (
    { __typename: 'PageLink' }
    & PageLinkFieldsFragment
  ) | null, breadcrumbs: Array<(
    { __typename: 'PageLink' }
    & PageLinkFieldsFragment
  )>, languageLinks: Array<{ __typename: 'LanguageLink', locale: LocaleCode, path: string, isFallback: boolean }>, translations: Array<{ __typename: 'PageTranslation', locale: LocaleCode, title: string, path: string, url: string, state: TranslationState }>, seo: (
    { __typename: 'Seo' }
    & SeoFieldsFragment
  ) };

type PageFieldsArticlePageFragment = { __typename: 'ArticlePage', id: string, translationKey: string, title: string, slug: string, path: string, url: string, requestedLocale: LocaleCode, locale: LocaleCode, isFallback: boolean, ingress: string, firstPublishedAt: string | null, lastPublishedAt: string | null, parent: (
    { __typename: 'PageLink' }
    & PageLinkFieldsFragment
  ) | null, breadcrumbs: Array<(
    { __typename: 'PageLink' }
    & PageLinkFieldsFragment
  )>, languageLinks: Array<{ __typename: 'LanguageLink', locale: LocaleCode, path: string, isFallback: boolean }>, translations: Array<{ __typename: 'PageTranslation', locale: LocaleCode, title: string, path: string, url: string, state: TranslationState }>, seo: (
    { __typename: 'Seo' }
    & SeoFieldsFragment
  ) };

type PageFieldsCaseIndexPageFragment = { __typename: 'CaseIndexPage', id: string, translationKey: string, title: string, slug: string, path: string, url: string, requestedLocale: LocaleCode, locale: LocaleCode, isFallback: boolean, ingress: string, firstPublishedAt: string | null, lastPublishedAt: string | null, parent: (
    { __typename: 'PageLink' }
    & PageLinkFieldsFragment
  ) | null, breadcrumbs: Array<(
    { __typename: 'PageLink' }
    & PageLinkFieldsFragment
  )>, languageLinks: Array<{ __typename: 'LanguageLink', locale: LocaleCode, path: string, isFallback: boolean }>, translations: Array<{ __typename: 'PageTranslation', locale: LocaleCode, title: string, path: string, url: string, state: TranslationState }>, seo: (
    { __typename: 'Seo' }
    & SeoFieldsFragment
  ) };

type PageFieldsCasePageFragment = { __typename: 'CasePage', id: string, translationKey: string, title: string, slug: string, path: string, url: string, requestedLocale: LocaleCode, locale: LocaleCode, isFallback: boolean, ingress: string, firstPublishedAt: string | null, lastPublishedAt: string | null, parent: (
    { __typename: 'PageLink' }
    & PageLinkFieldsFragment
  ) | null, breadcrumbs: Array<(
    { __typename: 'PageLink' }
    & PageLinkFieldsFragment
  )>, languageLinks: Array<{ __typename: 'LanguageLink', locale: LocaleCode, path: string, isFallback: boolean }>, translations: Array<{ __typename: 'PageTranslation', locale: LocaleCode, title: string, path: string, url: string, state: TranslationState }>, seo: (
    { __typename: 'Seo' }
    & SeoFieldsFragment
  ) };

type PageFieldsContentPageFragment = { __typename: 'ContentPage', id: string, translationKey: string, title: string, slug: string, path: string, url: string, requestedLocale: LocaleCode, locale: LocaleCode, isFallback: boolean, ingress: string, firstPublishedAt: string | null, lastPublishedAt: string | null, parent: (
    { __typename: 'PageLink' }
    & PageLinkFieldsFragment
  ) | null, breadcrumbs: Array<(
    { __typename: 'PageLink' }
    & PageLinkFieldsFragment
  )>, languageLinks: Array<{ __typename: 'LanguageLink', locale: LocaleCode, path: string, isFallback: boolean }>, translations: Array<{ __typename: 'PageTranslation', locale: LocaleCode, title: string, path: string, url: string, state: TranslationState }>, seo: (
    { __typename: 'Seo' }
    & SeoFieldsFragment
  ) };

type PageFieldsHomePageFragment = { __typename: 'HomePage', id: string, translationKey: string, title: string, slug: string, path: string, url: string, requestedLocale: LocaleCode, locale: LocaleCode, isFallback: boolean, ingress: string, firstPublishedAt: string | null, lastPublishedAt: string | null, parent: (
    { __typename: 'PageLink' }
    & PageLinkFieldsFragment
  ) | null, breadcrumbs: Array<(
    { __typename: 'PageLink' }
    & PageLinkFieldsFragment
  )>, languageLinks: Array<{ __typename: 'LanguageLink', locale: LocaleCode, path: string, isFallback: boolean }>, translations: Array<{ __typename: 'PageTranslation', locale: LocaleCode, title: string, path: string, url: string, state: TranslationState }>, seo: (
    { __typename: 'Seo' }
    & SeoFieldsFragment
  ) };

type PageFieldsPriorityPageFragment = { __typename: 'PriorityPage', id: string, translationKey: string, title: string, slug: string, path: string, url: string, requestedLocale: LocaleCode, locale: LocaleCode, isFallback: boolean, ingress: string, firstPublishedAt: string | null, lastPublishedAt: string | null, parent: (
    { __typename: 'PageLink' }
    & PageLinkFieldsFragment
  ) | null, breadcrumbs: Array<(
    { __typename: 'PageLink' }
    & PageLinkFieldsFragment
  )>, languageLinks: Array<{ __typename: 'LanguageLink', locale: LocaleCode, path: string, isFallback: boolean }>, translations: Array<{ __typename: 'PageTranslation', locale: LocaleCode, title: string, path: string, url: string, state: TranslationState }>, seo: (
    { __typename: 'Seo' }
    & SeoFieldsFragment
  ) };

type PageFieldsStrategyPageFragment = { __typename: 'StrategyPage', id: string, translationKey: string, title: string, slug: string, path: string, url: string, requestedLocale: LocaleCode, locale: LocaleCode, isFallback: boolean, ingress: string, firstPublishedAt: string | null, lastPublishedAt: string | null, parent: (
    { __typename: 'PageLink' }
    & PageLinkFieldsFragment
  ) | null, breadcrumbs: Array<(
    { __typename: 'PageLink' }
    & PageLinkFieldsFragment
  )>, languageLinks: Array<{ __typename: 'LanguageLink', locale: LocaleCode, path: string, isFallback: boolean }>, translations: Array<{ __typename: 'PageTranslation', locale: LocaleCode, title: string, path: string, url: string, state: TranslationState }>, seo: (
    { __typename: 'Seo' }
    & SeoFieldsFragment
  ) };

export type PageFieldsFragment =
  | PageFieldsArticleIndexPageFragment
  | PageFieldsArticlePageFragment
  | PageFieldsCaseIndexPageFragment
  | PageFieldsCasePageFragment
  | PageFieldsContentPageFragment
  | PageFieldsHomePageFragment
  | PageFieldsPriorityPageFragment
  | PageFieldsStrategyPageFragment
;

export type SeoFieldsFragment = { __typename: 'Seo', title: string, description: string, canonicalUrl: string, noindex: boolean, jsonLd: unknown, alternates: Array<(
    { __typename: 'Alternate' }
    & AlternateFieldsFragment
  )>, image: (
    { __typename: 'Image' }
    & SharingImageFragment
  ) | null };

export type AlternateFieldsFragment = { __typename: 'Alternate', hreflang: string, url: string };

export type PageInfoFieldsFragment = { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null };

export type RichTextFieldsFragment = { __typename: 'RichText', document: RichTextDocument };

type AnyPageArticleIndexPageFragment = (
  { __typename: 'ArticleIndexPage' }
  & PageFieldsArticleIndexPageFragment
  & ArticleIndexPageScreenFragment
);

type AnyPageArticlePageFragment = (
  { __typename: 'ArticlePage' }
  & PageFieldsArticlePageFragment
  & ArticlePageScreenFragment
);

type AnyPageCaseIndexPageFragment = (
  { __typename: 'CaseIndexPage' }
  & PageFieldsCaseIndexPageFragment
  & CaseIndexPageScreenFragment
);

type AnyPageCasePageFragment = (
  { __typename: 'CasePage' }
  & PageFieldsCasePageFragment
  & CasePageScreenFragment
);

type AnyPageContentPageFragment = (
  { __typename: 'ContentPage' }
  & PageFieldsContentPageFragment
  & ContentPageScreenFragment
);

type AnyPageHomePageFragment = (
  { __typename: 'HomePage' }
  & PageFieldsHomePageFragment
  & HomePageScreenFragment
);

type AnyPagePriorityPageFragment = (
  { __typename: 'PriorityPage' }
  & PageFieldsPriorityPageFragment
  & PriorityPageScreenFragment
);

type AnyPageStrategyPageFragment = (
  { __typename: 'StrategyPage' }
  & PageFieldsStrategyPageFragment
  & StrategyPageScreenFragment
);

export type AnyPageFragment =
  | AnyPageArticleIndexPageFragment
  | AnyPageArticlePageFragment
  | AnyPageCaseIndexPageFragment
  | AnyPageCasePageFragment
  | AnyPageContentPageFragment
  | AnyPageHomePageFragment
  | AnyPagePriorityPageFragment
  | AnyPageStrategyPageFragment
;

export type HomePageScreenFragment = (
  { __typename: 'HomePage', heroImage: (
    { __typename: 'Image' }
    & HeroImageFragment
  ) | null, body: Array<
    | (
      { __typename: 'AccordionBlock' }
      & BlocksAccordionBlockFragment
    )
    | (
      { __typename: 'CallToActionBlock' }
      & BlocksCallToActionBlockFragment
    )
    | (
      { __typename: 'CaseCardsBlock' }
      & BlocksCaseCardsBlockFragment
    )
    | (
      { __typename: 'ContactsBlock' }
      & BlocksContactsBlockFragment
    )
    | (
      { __typename: 'DownloadBlock' }
      & BlocksDownloadBlockFragment
    )
    | (
      { __typename: 'HeadingBlock' }
      & BlocksHeadingBlockFragment
    )
    | (
      { __typename: 'ImageBlock' }
      & BlocksImageBlockFragment
    )
    | (
      { __typename: 'KeyFiguresBlock' }
      & BlocksKeyFiguresBlockFragment
    )
    | (
      { __typename: 'ParagraphBlock' }
      & BlocksParagraphBlockFragment
    )
    | (
      { __typename: 'QuoteBlock' }
      & BlocksQuoteBlockFragment
    )
    | (
      { __typename: 'TableBlock' }
      & BlocksTableBlockFragment
    )
    | (
      { __typename: 'VideoBlock' }
      & BlocksVideoBlockFragment
    )
  >, featuredCases: Array<(
    { __typename: 'CasePage' }
    & CaseCardFragment
  )>, strategy: { __typename: 'StrategyPage', id: string, title: string, path: string, startYear: number | null, endYear: number | null, mainTheme: string, priorities: Array<(
      { __typename: 'PriorityPage' }
      & PriorityCardFragment
    )> } | null }
  & PageFieldsHomePageFragment
);

export type StrategyPageScreenFragment = (
  { __typename: 'StrategyPage', startYear: number | null, endYear: number | null, mainTheme: string, mainThemeText: (
    { __typename: 'RichText' }
    & RichTextFieldsFragment
  ), body: Array<
    | (
      { __typename: 'AccordionBlock' }
      & BlocksAccordionBlockFragment
    )
    | (
      { __typename: 'CallToActionBlock' }
      & BlocksCallToActionBlockFragment
    )
    | (
      { __typename: 'CaseCardsBlock' }
      & BlocksCaseCardsBlockFragment
    )
    | (
      { __typename: 'ContactsBlock' }
      & BlocksContactsBlockFragment
    )
    | (
      { __typename: 'DownloadBlock' }
      & BlocksDownloadBlockFragment
    )
    | (
      { __typename: 'HeadingBlock' }
      & BlocksHeadingBlockFragment
    )
    | (
      { __typename: 'ImageBlock' }
      & BlocksImageBlockFragment
    )
    | (
      { __typename: 'KeyFiguresBlock' }
      & BlocksKeyFiguresBlockFragment
    )
    | (
      { __typename: 'ParagraphBlock' }
      & BlocksParagraphBlockFragment
    )
    | (
      { __typename: 'QuoteBlock' }
      & BlocksQuoteBlockFragment
    )
    | (
      { __typename: 'TableBlock' }
      & BlocksTableBlockFragment
    )
    | (
      { __typename: 'VideoBlock' }
      & BlocksVideoBlockFragment
    )
  >, priorities: Array<(
    { __typename: 'PriorityPage', focusAreas: Array<(
      { __typename: 'FocusArea' }
      & FocusAreaFieldsFragment
    )> }
    & PriorityCardFragment
  )>, predecessor: (
    { __typename: 'StrategyPage' }
    & StrategyLinkFragment
  ) | null, successor: (
    { __typename: 'StrategyPage' }
    & StrategyLinkFragment
  ) | null }
  & PageFieldsStrategyPageFragment
);

export type StrategyLinkFragment = { __typename: 'StrategyPage', id: string, title: string, path: string, startYear: number | null, endYear: number | null };

export type PriorityPageScreenFragment = (
  { __typename: 'PriorityPage', body: Array<
    | (
      { __typename: 'AccordionBlock' }
      & BlocksAccordionBlockFragment
    )
    | (
      { __typename: 'CallToActionBlock' }
      & BlocksCallToActionBlockFragment
    )
    | (
      { __typename: 'CaseCardsBlock' }
      & BlocksCaseCardsBlockFragment
    )
    | (
      { __typename: 'ContactsBlock' }
      & BlocksContactsBlockFragment
    )
    | (
      { __typename: 'DownloadBlock' }
      & BlocksDownloadBlockFragment
    )
    | (
      { __typename: 'HeadingBlock' }
      & BlocksHeadingBlockFragment
    )
    | (
      { __typename: 'ImageBlock' }
      & BlocksImageBlockFragment
    )
    | (
      { __typename: 'KeyFiguresBlock' }
      & BlocksKeyFiguresBlockFragment
    )
    | (
      { __typename: 'ParagraphBlock' }
      & BlocksParagraphBlockFragment
    )
    | (
      { __typename: 'QuoteBlock' }
      & BlocksQuoteBlockFragment
    )
    | (
      { __typename: 'TableBlock' }
      & BlocksTableBlockFragment
    )
    | (
      { __typename: 'VideoBlock' }
      & BlocksVideoBlockFragment
    )
  >, strategy: (
    { __typename: 'StrategyPage' }
    & StrategyLinkFragment
  ) | null, focusAreas: Array<(
    { __typename: 'FocusArea' }
    & FocusAreaFieldsFragment
  )>, contacts: Array<(
    { __typename: 'Person' }
    & PersonFieldsFragment
  )>, successor: (
    { __typename: 'PriorityPage', title: string }
    & PriorityBadgeFragment
  ) | null, cases: { __typename: 'CaseConnection', totalCount: number, nodes: Array<(
      { __typename: 'CasePage' }
      & CaseCardFragment
    )> } }
  & PageFieldsPriorityPageFragment
  & PriorityBadgeFragment
);

export type CaseIndexPageScreenFragment = (
  { __typename: 'CaseIndexPage', cases: (
    { __typename: 'CaseConnection' }
    & CaseListPartFragment
  ) }
  & PageFieldsCaseIndexPageFragment
);

export type CaseListPartFragment = { __typename: 'CaseConnection', totalCount: number, pageInfo: (
    { __typename: 'PageInfo' }
    & PageInfoFieldsFragment
  ), edges: Array<{ __typename: 'CaseEdge', cursor: string, highlight: string | null, node: (
      { __typename: 'CasePage' }
      & CaseCardFragment
    ) }>, facets: (
    { __typename: 'CaseFacets' }
    & FacetsFragment
  ) };

export type FacetsFragment = { __typename: 'CaseFacets', priorities: Array<{ __typename: 'PriorityCount', count: number, priority: (
      { __typename: 'PriorityPage' }
      & PriorityBadgeFragment
    ) }>, goals: Array<{ __typename: 'GoalCount', count: number, goal: (
      { __typename: 'Goal' }
      & GoalFieldsFragment
    ) }>, municipalities: Array<{ __typename: 'MunicipalityCount', count: number, municipality: (
      { __typename: 'Municipality' }
      & MunicipalityNameFragment
    ) }>, status: Array<{ __typename: 'StatusCount', count: number, status: CaseStatus }>, years: Array<{ __typename: 'YearCount', count: number, year: number }>, sectors: Array<{ __typename: 'SectorCount', count: number, sector: Sector }>, organisations: Array<{ __typename: 'OrganisationCount', count: number, organisation: { __typename: 'Organisation', id: string, translationKey: string, name: string, lang: string } }>, funding: Array<{ __typename: 'FundingCount', count: number, programme: string }> };

export type CasePageScreenFragment = (
  { __typename: 'CasePage', status: CaseStatus, startDate: string | null, endDate: string | null, technologyReadinessLevel: number | null, leadImage: (
    { __typename: 'Image' }
    & HeroImageFragment
  ) | null, priorities: Array<(
    { __typename: 'PriorityPage' }
    & PriorityBadgeFragment
  )>, focusAreas: Array<(
    { __typename: 'FocusArea' }
    & FocusAreaFieldsFragment
  )>, goals: Array<(
    { __typename: 'Goal' }
    & GoalFieldsFragment
  )>, municipalities: Array<(
    { __typename: 'Municipality' }
    & MunicipalityNameFragment
  )>, locations: Array<(
    { __typename: 'Coordinates' }
    & CoordinatesFieldsFragment
  )>, partners: Array<{ __typename: 'Partner', role: PartnerRole, organisation: (
      { __typename: 'Organisation' }
      & OrganisationFieldsFragment
    ) }>, contacts: Array<(
    { __typename: 'Person' }
    & PersonFieldsFragment
  )>, keyFigures: Array<(
    { __typename: 'KeyFigure' }
    & KeyFigureFieldsFragment
  )>, funding: Array<(
    { __typename: 'Funding' }
    & FundingFieldsFragment
  )>, links: Array<(
    { __typename: 'ExternalLink' }
    & ExternalLinkFieldsFragment
  )>, body: Array<
    | (
      { __typename: 'AccordionBlock' }
      & BlocksAccordionBlockFragment
    )
    | (
      { __typename: 'CallToActionBlock' }
      & BlocksCallToActionBlockFragment
    )
    | (
      { __typename: 'CaseCardsBlock' }
      & BlocksCaseCardsBlockFragment
    )
    | (
      { __typename: 'ContactsBlock' }
      & BlocksContactsBlockFragment
    )
    | (
      { __typename: 'DownloadBlock' }
      & BlocksDownloadBlockFragment
    )
    | (
      { __typename: 'HeadingBlock' }
      & BlocksHeadingBlockFragment
    )
    | (
      { __typename: 'ImageBlock' }
      & BlocksImageBlockFragment
    )
    | (
      { __typename: 'KeyFiguresBlock' }
      & BlocksKeyFiguresBlockFragment
    )
    | (
      { __typename: 'ParagraphBlock' }
      & BlocksParagraphBlockFragment
    )
    | (
      { __typename: 'QuoteBlock' }
      & BlocksQuoteBlockFragment
    )
    | (
      { __typename: 'TableBlock' }
      & BlocksTableBlockFragment
    )
    | (
      { __typename: 'VideoBlock' }
      & BlocksVideoBlockFragment
    )
  >, related: Array<(
    { __typename: 'CasePage' }
    & CaseCardFragment
  )> }
  & PageFieldsCasePageFragment
);

export type ArticleIndexPageScreenFragment = (
  { __typename: 'ArticleIndexPage', articles: (
    { __typename: 'ArticleConnection' }
    & ArticleListPartFragment
  ) }
  & PageFieldsArticleIndexPageFragment
);

export type ArticleListPartFragment = { __typename: 'ArticleConnection', totalCount: number, pageInfo: (
    { __typename: 'PageInfo' }
    & PageInfoFieldsFragment
  ), edges: Array<{ __typename: 'ArticleEdge', cursor: string, highlight: string | null, node: (
      { __typename: 'ArticlePage' }
      & ArticleCardFragment
    ) }> };

export type ArticlePageScreenFragment = (
  { __typename: 'ArticlePage', date: string | null, leadImage: (
    { __typename: 'Image' }
    & HeroImageFragment
  ) | null, body: Array<
    | (
      { __typename: 'AccordionBlock' }
      & BlocksAccordionBlockFragment
    )
    | (
      { __typename: 'CallToActionBlock' }
      & BlocksCallToActionBlockFragment
    )
    | (
      { __typename: 'CaseCardsBlock' }
      & BlocksCaseCardsBlockFragment
    )
    | (
      { __typename: 'ContactsBlock' }
      & BlocksContactsBlockFragment
    )
    | (
      { __typename: 'DownloadBlock' }
      & BlocksDownloadBlockFragment
    )
    | (
      { __typename: 'HeadingBlock' }
      & BlocksHeadingBlockFragment
    )
    | (
      { __typename: 'ImageBlock' }
      & BlocksImageBlockFragment
    )
    | (
      { __typename: 'KeyFiguresBlock' }
      & BlocksKeyFiguresBlockFragment
    )
    | (
      { __typename: 'ParagraphBlock' }
      & BlocksParagraphBlockFragment
    )
    | (
      { __typename: 'QuoteBlock' }
      & BlocksQuoteBlockFragment
    )
    | (
      { __typename: 'TableBlock' }
      & BlocksTableBlockFragment
    )
    | (
      { __typename: 'VideoBlock' }
      & BlocksVideoBlockFragment
    )
  >, contacts: Array<(
    { __typename: 'Person' }
    & PersonFieldsFragment
  )>, priorities: Array<(
    { __typename: 'PriorityPage' }
    & PriorityBadgeFragment
  )>, related: Array<(
    { __typename: 'ArticlePage' }
    & ArticleCardFragment
  )> }
  & PageFieldsArticlePageFragment
);

export type ContentPageScreenFragment = (
  { __typename: 'ContentPage', body: Array<
    | (
      { __typename: 'AccordionBlock' }
      & BlocksAccordionBlockFragment
    )
    | (
      { __typename: 'CallToActionBlock' }
      & BlocksCallToActionBlockFragment
    )
    | (
      { __typename: 'CaseCardsBlock' }
      & BlocksCaseCardsBlockFragment
    )
    | (
      { __typename: 'ContactsBlock' }
      & BlocksContactsBlockFragment
    )
    | (
      { __typename: 'DownloadBlock' }
      & BlocksDownloadBlockFragment
    )
    | (
      { __typename: 'HeadingBlock' }
      & BlocksHeadingBlockFragment
    )
    | (
      { __typename: 'ImageBlock' }
      & BlocksImageBlockFragment
    )
    | (
      { __typename: 'KeyFiguresBlock' }
      & BlocksKeyFiguresBlockFragment
    )
    | (
      { __typename: 'ParagraphBlock' }
      & BlocksParagraphBlockFragment
    )
    | (
      { __typename: 'QuoteBlock' }
      & BlocksQuoteBlockFragment
    )
    | (
      { __typename: 'TableBlock' }
      & BlocksTableBlockFragment
    )
    | (
      { __typename: 'VideoBlock' }
      & BlocksVideoBlockFragment
    )
  >, children: Array<(
    { __typename: 'PageLink' }
    & PageLinkFieldsFragment
  )> }
  & PageFieldsContentPageFragment
);

export type ArticleQueryVariables = Exact<{
  path: string;
  site?: string | null | undefined;
}>;


export type ArticleQuery = { page:
    | { __typename: 'ArticleIndexPage' }
    | (
      { __typename: 'ArticlePage' }
      & ArticlePageScreenFragment
    )
    | { __typename: 'CaseIndexPage' }
    | { __typename: 'CasePage' }
    | { __typename: 'ContentPage' }
    | { __typename: 'HomePage' }
    | { __typename: 'PriorityPage' }
    | { __typename: 'StrategyPage' }
   | null };

export type ArticleListQueryVariables = Exact<{
  locale: LocaleCode;
  filter?: ArticleFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  fallback?: boolean | null | undefined;
  site?: string | null | undefined;
}>;


export type ArticleListQuery = { articles: (
    { __typename: 'ArticleConnection' }
    & ArticleListPartFragment
  ) };

export type CaseQueryVariables = Exact<{
  path: string;
  site?: string | null | undefined;
}>;


export type CaseQuery = { page:
    | { __typename: 'ArticleIndexPage' }
    | { __typename: 'ArticlePage' }
    | { __typename: 'CaseIndexPage' }
    | (
      { __typename: 'CasePage' }
      & CasePageScreenFragment
    )
    | { __typename: 'ContentPage' }
    | { __typename: 'HomePage' }
    | { __typename: 'PriorityPage' }
    | { __typename: 'StrategyPage' }
   | null };

export type CaseListQueryVariables = Exact<{
  locale: LocaleCode;
  filter?: CaseFilter | null | undefined;
  order?: CaseOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  fallback?: boolean | null | undefined;
  site?: string | null | undefined;
}>;


export type CaseListQuery = { cases: (
    { __typename: 'CaseConnection' }
    & CaseListPartFragment
  ) };

export type CaseMarkersQueryVariables = Exact<{
  locale: LocaleCode;
  filter?: CaseFilter | null | undefined;
  fallback?: boolean | null | undefined;
  site?: string | null | undefined;
}>;


export type CaseMarkersQuery = { caseMarkers: Array<{ __typename: 'CaseMarker', title: string, path: string, locale: LocaleCode, status: CaseStatus, priorityCodes: Array<string>, locations: Array<(
      { __typename: 'Coordinates' }
      & CoordinatesFieldsFragment
    )> }> };

export type ContentPageQueryVariables = Exact<{
  path: string;
  site?: string | null | undefined;
}>;


export type ContentPageQuery = { page:
    | { __typename: 'ArticleIndexPage' }
    | { __typename: 'ArticlePage' }
    | { __typename: 'CaseIndexPage' }
    | { __typename: 'CasePage' }
    | (
      { __typename: 'ContentPage' }
      & ContentPageScreenFragment
    )
    | { __typename: 'HomePage' }
    | { __typename: 'PriorityPage' }
    | { __typename: 'StrategyPage' }
   | null };

export type HomeQueryVariables = Exact<{
  locale: LocaleCode;
  site?: string | null | undefined;
}>;


export type HomeQuery = { home: (
    { __typename: 'HomePage' }
    & HomePageScreenFragment
  ) | null };

export type LayoutQueryVariables = Exact<{
  locale: LocaleCode;
  site?: string | null | undefined;
}>;


export type LayoutQuery = { navigation: { __typename: 'Navigation', header: Array<(
      { __typename: 'NavigationItem', children: Array<(
        { __typename: 'NavigationItem' }
        & NavigationItemFieldsFragment
      )> }
      & NavigationItemFieldsFragment
    )>, footer: Array<(
      { __typename: 'NavigationItem', children: Array<(
        { __typename: 'NavigationItem' }
        & NavigationItemFieldsFragment
      )> }
      & NavigationItemFieldsFragment
    )> }, settings: { __typename: 'SiteSettings', lang: string, siteName: string, organisation: string, contactEmail: string, socialLinks: Array<(
      { __typename: 'ExternalLink' }
      & ExternalLinkFieldsFragment
    )>, footerText: (
      { __typename: 'RichText' }
      & RichTextFieldsFragment
    ), alerts: Array<(
      { __typename: 'RichText' }
      & RichTextFieldsFragment
    )>, accessibilityPage: (
      { __typename: 'PageLink' }
      & PageLinkFieldsFragment
    ) | null, privacyPage: (
      { __typename: 'PageLink' }
      & PageLinkFieldsFragment
    ) | null }, locales: Array<(
    { __typename: 'Locale' }
    & LocaleFieldsFragment
  )> };

export type LocalesQueryVariables = Exact<{ [key: string]: never; }>;


export type LocalesQuery = { locales: Array<(
    { __typename: 'Locale' }
    & LocaleFieldsFragment
  )> };

export type NodeQueryVariables = Exact<{
  id: string;
}>;


export type NodeQuery = { node:
    | (
      { __typename: 'ArticleIndexPage', id: string }
      & PageFieldsArticleIndexPageFragment
    )
    | (
      { __typename: 'ArticlePage', id: string }
      & PageFieldsArticlePageFragment
    )
    | (
      { __typename: 'CaseIndexPage', id: string }
      & PageFieldsCaseIndexPageFragment
    )
    | (
      { __typename: 'CasePage', id: string }
      & PageFieldsCasePageFragment
    )
    | (
      { __typename: 'ContentPage', id: string }
      & PageFieldsContentPageFragment
    )
    | (
      { __typename: 'HomePage', id: string }
      & PageFieldsHomePageFragment
    )
    | (
      { __typename: 'Organisation', id: string }
      & OrganisationFieldsFragment
    )
    | (
      { __typename: 'Person', id: string }
      & PersonFieldsFragment
    )
    | (
      { __typename: 'PriorityPage', id: string }
      & PageFieldsPriorityPageFragment
    )
    | (
      { __typename: 'StrategyPage', id: string }
      & PageFieldsStrategyPageFragment
    )
   | null };

export type PreviewQueryVariables = Exact<{
  token: string;
}>;


export type PreviewQuery = { preview:
    | (
      { __typename: 'ArticleIndexPage' }
      & AnyPageArticleIndexPageFragment
    )
    | (
      { __typename: 'ArticlePage' }
      & AnyPageArticlePageFragment
    )
    | (
      { __typename: 'CaseIndexPage' }
      & AnyPageCaseIndexPageFragment
    )
    | (
      { __typename: 'CasePage' }
      & AnyPageCasePageFragment
    )
    | (
      { __typename: 'ContentPage' }
      & AnyPageContentPageFragment
    )
    | (
      { __typename: 'HomePage' }
      & AnyPageHomePageFragment
    )
    | (
      { __typename: 'PriorityPage' }
      & AnyPagePriorityPageFragment
    )
    | (
      { __typename: 'StrategyPage' }
      & AnyPageStrategyPageFragment
    )
   | null };

export type PriorityQueryVariables = Exact<{
  path: string;
  site?: string | null | undefined;
}>;


export type PriorityQuery = { page:
    | { __typename: 'ArticleIndexPage' }
    | { __typename: 'ArticlePage' }
    | { __typename: 'CaseIndexPage' }
    | { __typename: 'CasePage' }
    | { __typename: 'ContentPage' }
    | { __typename: 'HomePage' }
    | (
      { __typename: 'PriorityPage' }
      & PriorityPageScreenFragment
    )
    | { __typename: 'StrategyPage' }
   | null };

export type RedirectsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  site?: string | null | undefined;
}>;


export type RedirectsQuery = { redirects: { __typename: 'RedirectConnection', totalCount: number, pageInfo: (
      { __typename: 'PageInfo' }
      & PageInfoFieldsFragment
    ), nodes: Array<{ __typename: 'Redirect', path: string, location: string, permanent: boolean }> } };

export type ReferenceDataQueryVariables = Exact<{
  locale: LocaleCode;
  site?: string | null | undefined;
}>;


export type ReferenceDataQuery = { goals: Array<(
    { __typename: 'Goal' }
    & GoalFieldsFragment
  )>, municipalities: Array<(
    { __typename: 'Municipality' }
    & MunicipalityFieldsFragment
  )>, strategies: Array<(
    { __typename: 'StrategyPage', priorities: Array<(
      { __typename: 'PriorityPage', focusAreas: Array<(
        { __typename: 'FocusArea' }
        & FocusAreaFieldsFragment
      )> }
      & PriorityBadgeFragment
    )> }
    & StrategyLinkFragment
  )> };

export type RouteQueryVariables = Exact<{
  path: string;
  site?: string | null | undefined;
}>;


export type RouteQuery = { route:
    | { __typename: 'GoneRoute', locale: LocaleCode, path: string }
    | { __typename: 'NotFoundRoute', locale: LocaleCode, path: string, suggestions: Array<(
        { __typename: 'PageLink' }
        & PageLinkFieldsFragment
      )> }
    | { __typename: 'PageRoute', locale: LocaleCode, page:
        | (
          { __typename: 'ArticleIndexPage' }
          & AnyPageArticleIndexPageFragment
        )
        | (
          { __typename: 'ArticlePage' }
          & AnyPageArticlePageFragment
        )
        | (
          { __typename: 'CaseIndexPage' }
          & AnyPageCaseIndexPageFragment
        )
        | (
          { __typename: 'CasePage' }
          & AnyPageCasePageFragment
        )
        | (
          { __typename: 'ContentPage' }
          & AnyPageContentPageFragment
        )
        | (
          { __typename: 'HomePage' }
          & AnyPageHomePageFragment
        )
        | (
          { __typename: 'PriorityPage' }
          & AnyPagePriorityPageFragment
        )
        | (
          { __typename: 'StrategyPage' }
          & AnyPageStrategyPageFragment
        )
       }
    | { __typename: 'PasswordRoute', locale: LocaleCode, path: string }
    | { __typename: 'RedirectRoute', location: string, permanent: boolean }
   };

export type SearchQueryVariables = Exact<{
  locale: LocaleCode;
  query: string;
  pageTypes?: Array<string> | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  fallback?: boolean | null | undefined;
  site?: string | null | undefined;
}>;


export type SearchQuery = { search: { __typename: 'SearchConnection', totalCount: number, pageInfo: (
      { __typename: 'PageInfo' }
      & PageInfoFieldsFragment
    ), edges: Array<{ __typename: 'SearchEdge', cursor: string, highlight: string | null, node:
        | (
          { __typename: 'ArticleIndexPage' }
          & PageCardArticleIndexPageFragment
        )
        | (
          { __typename: 'ArticlePage' }
          & PageCardArticlePageFragment
        )
        | (
          { __typename: 'CaseIndexPage' }
          & PageCardCaseIndexPageFragment
        )
        | (
          { __typename: 'CasePage' }
          & PageCardCasePageFragment
        )
        | (
          { __typename: 'ContentPage' }
          & PageCardContentPageFragment
        )
        | (
          { __typename: 'HomePage' }
          & PageCardHomePageFragment
        )
        | (
          { __typename: 'PriorityPage' }
          & PageCardPriorityPageFragment
        )
        | (
          { __typename: 'StrategyPage' }
          & PageCardStrategyPageFragment
        )
       }> } };

export type SitemapQueryVariables = Exact<{
  locale?: LocaleCode | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  site?: string | null | undefined;
}>;


export type SitemapQuery = { sitemap: { __typename: 'SitemapConnection', totalCount: number, pageInfo: (
      { __typename: 'PageInfo' }
      & PageInfoFieldsFragment
    ), nodes: Array<{ __typename: 'SitemapEntry', pageType: string, slug: string, lastModified: string, page: (
        { __typename: 'PageLink' }
        & PageLinkFieldsFragment
      ), alternates: Array<(
        { __typename: 'Alternate' }
        & AlternateFieldsFragment
      )> }> } };

export type StrategyQueryVariables = Exact<{
  locale: LocaleCode;
  year?: number | null | undefined;
  site?: string | null | undefined;
}>;


export type StrategyQuery = { strategy: (
    { __typename: 'StrategyPage' }
    & StrategyPageScreenFragment
  ) | null };

export type UnlockPageMutationVariables = Exact<{
  input: UnlockPageInput;
}>;


export type UnlockPageMutation = { unlockPage: { __typename: 'UnlockPagePayload', token: string | null, expiresAt: string | null, errors: Array<{ __typename: 'UserError', code: string, field: Array<string>, message: string }> } };
