// Generated from the schema and the operations by `npm run build`. Do not edit.

const JOINT = "\n\n";

const Blocks = `fragment Blocks on Block {
  id
  blockKey
  ...Heading
  ...Paragraph
  ...ImageInBody
  ...Quote
  ...KeyFigures
  ...CallToAction
  ...CaseCards
  ...Video
  ...Download
  ...Accordion
  ...Contacts
  ...Table
  __typename
}`;

const Heading = `fragment Heading on HeadingBlock {
  text
  anchor
  level
  __typename
}`;

const Paragraph = `fragment Paragraph on ParagraphBlock {
  content {
    ...RichTextFields
    __typename
  }
  __typename
}`;

const ImageInBody = `fragment ImageInBody on ImageBlock {
  caption
  image {
    ...BodyImage
    __typename
  }
  __typename
}`;

const Quote = `fragment Quote on QuoteBlock {
  quote
  speaker
  role
  portrait {
    ...PortraitImage
    __typename
  }
  __typename
}`;

const KeyFigures = `fragment KeyFigures on KeyFiguresBlock {
  figures {
    ...KeyFigureFields
    __typename
  }
  __typename
}`;

const CallToAction = `fragment CallToAction on CallToActionBlock {
  label
  href
  page {
    ...PageLinkFields
    __typename
  }
  __typename
}`;

const CaseCards = `fragment CaseCards on CaseCardsBlock {
  heading
  cases {
    ...CaseCard
    __typename
  }
  __typename
}`;

const Video = `fragment Video on VideoBlock {
  videoTitle
  videoUrl
  embedUrl
  provider
  spokenLang
  poster {
    ...BodyImage
    __typename
  }
  captions {
    lang
    label
    url
    __typename
  }
  transcript {
    ...RichTextFields
    __typename
  }
  __typename
}`;

const Download = `fragment Download on DownloadBlock {
  caption
  document {
    assetId
    title
    url
    filename
    size
    lang
    __typename
  }
  __typename
}`;

const Accordion = `fragment Accordion on AccordionBlock {
  items {
    summary
    details {
      ...RichTextFields
      __typename
    }
    __typename
  }
  __typename
}`;

const Contacts = `fragment Contacts on ContactsBlock {
  people {
    ...PersonFields
    __typename
  }
  __typename
}`;

const Table = `fragment Table on TableBlock {
  tableCaption
  header
  rowHeaders
  rows
  __typename
}`;

const CaseCard = `fragment CaseCard on CasePage {
  id
  translationKey
  title
  path
  locale
  isFallback
  ingress
  status
  startDate
  endDate
  cardImage {
    ...CardImage
    __typename
  }
  priorities {
    ...PriorityBadge
    __typename
  }
  municipalities {
    ...MunicipalityName
    __typename
  }
  __typename
}`;

const ArticleCard = `fragment ArticleCard on ArticlePage {
  id
  translationKey
  title
  path
  locale
  isFallback
  ingress
  date
  cardImage {
    ...CardImage
    __typename
  }
  priorities {
    ...PriorityBadge
    __typename
  }
  __typename
}`;

const PriorityCard = `fragment PriorityCard on PriorityPage {
  ...PriorityBadge
  title
  locale
  isFallback
  ingress
  cardImage {
    ...CardImage
    __typename
  }
  __typename
}`;

const PageCard = `fragment PageCard on Page {
  id
  translationKey
  title
  path
  locale
  isFallback
  ingress
  cardImage {
    ...CardImage
    __typename
  }
  __typename
}`;

const PriorityBadge = `fragment PriorityBadge on PriorityPage {
  id
  translationKey
  code
  label
  locale
  color
  textColor
  path
  __typename
}`;

const FocusAreaFields = `fragment FocusAreaFields on FocusArea {
  code
  name
  text
  lang
  __typename
}`;

const GoalFields = `fragment GoalFields on Goal {
  number
  title
  color
  textColor
  lang
  __typename
}`;

const MunicipalityName = `fragment MunicipalityName on Municipality {
  code
  name
  __typename
}`;

const MunicipalityFields = `fragment MunicipalityFields on Municipality {
  ...MunicipalityName
  population
  populationYear
  location {
    ...CoordinatesFields
    __typename
  }
  __typename
}`;

const CoordinatesFields = `fragment CoordinatesFields on Coordinates {
  latitude
  longitude
  __typename
}`;

const OrganisationFields = `fragment OrganisationFields on Organisation {
  id
  translationKey
  name
  lang
  website
  sector
  logo {
    ...LogoImage
    __typename
  }
  __typename
}`;

const PersonFields = `fragment PersonFields on Person {
  id
  name
  jobTitle
  email
  phone
  responsibilities
  lang
  image {
    ...PortraitImage
    __typename
  }
  __typename
}`;

const LocaleFields = `fragment LocaleFields on Locale {
  code
  tag
  name
  nativeName
  rightToLeft
  isDefault
  fallbacks
  __typename
}`;

const KeyFigureFields = `fragment KeyFigureFields on KeyFigure {
  value
  number
  unit
  caption
  asOf
  sourceUrl
  lang
  __typename
}`;

const FundingFields = `fragment FundingFields on Funding {
  programme
  amount
  currency
  projectCode
  statement
  __typename
}`;

const ImageText = `fragment ImageText on Image {
  assetId
  alt
  altLang
  decorative
  credit
  licence
  focalPoint {
    x
    y
    __typename
  }
  __typename
}`;

const HeroImage = `fragment HeroImage on Image {
  ...ImageText
  placeholder
  rendition(width: 1600) {
    url
    width
    height
    __typename
  }
  srcSet(widths: [800, 1200, 1600, 2000, 2400])
  __typename
}`;

const BodyImage = `fragment BodyImage on Image {
  ...ImageText
  placeholder
  rendition(width: 1200) {
    url
    width
    height
    __typename
  }
  srcSet(widths: [400, 800, 1200, 1600])
  __typename
}`;

const CardImage = `fragment CardImage on Image {
  ...ImageText
  placeholder
  rendition(width: 800, ratio: landscape_3_2) {
    url
    width
    height
    __typename
  }
  srcSet(widths: [400, 600, 800, 1200], ratio: landscape_3_2)
  __typename
}`;

const PortraitImage = `fragment PortraitImage on Image {
  ...ImageText
  placeholder
  rendition(width: 400, ratio: square) {
    url
    width
    height
    __typename
  }
  srcSet(widths: [200, 400], ratio: square)
  __typename
}`;

const LogoImage = `fragment LogoImage on Image {
  ...ImageText
  rendition(width: 200) {
    url
    width
    height
    __typename
  }
  srcSet(widths: [200, 400])
  __typename
}`;

const SharingImage = `fragment SharingImage on Image {
  alt
  altLang
  rendition(width: 1200, ratio: landscape_16_9, format: jpeg) {
    url
    width
    height
    __typename
  }
  __typename
}`;

const PageLinkFields = `fragment PageLinkFields on PageLink {
  translationKey
  title
  path
  url
  locale
  isFallback
  __typename
}`;

const ExternalLinkFields = `fragment ExternalLinkFields on ExternalLink {
  title
  url
  __typename
}`;

const NavigationItemFields = `fragment NavigationItemFields on NavigationItem {
  label
  lang
  href
  page {
    ...PageLinkFields
    __typename
  }
  __typename
}`;

const PageFields = `fragment PageFields on Page {
  id
  translationKey
  title
  slug
  path
  url
  requestedLocale
  locale
  isFallback
  ingress
  firstPublishedAt
  lastPublishedAt
  parent {
    ...PageLinkFields
    __typename
  }
  breadcrumbs {
    ...PageLinkFields
    __typename
  }
  languageLinks {
    locale
    path
    isFallback
    __typename
  }
  translations {
    locale
    title
    path
    url
    state
    __typename
  }
  seo {
    ...SeoFields
    __typename
  }
  __typename
}`;

const SeoFields = `fragment SeoFields on Seo {
  title
  description
  canonicalUrl
  noindex
  jsonLd
  alternates {
    ...AlternateFields
    __typename
  }
  image {
    ...SharingImage
    __typename
  }
  __typename
}`;

const AlternateFields = `fragment AlternateFields on Alternate {
  hreflang
  url
  __typename
}`;

const PageInfoFields = `fragment PageInfoFields on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
  __typename
}`;

const RichTextFields = `fragment RichTextFields on RichText {
  document
  __typename
}`;

const AnyPage = `fragment AnyPage on Page {
  ...PageFields
  ...HomePageScreen
  ...StrategyPageScreen
  ...PriorityPageScreen
  ...CaseIndexPageScreen
  ...CasePageScreen
  ...ArticleIndexPageScreen
  ...ArticlePageScreen
  ...ContentPageScreen
  __typename
}`;

const HomePageScreen = `fragment HomePageScreen on HomePage {
  ...PageFields
  heroImage {
    ...HeroImage
    __typename
  }
  body {
    ...Blocks
    __typename
  }
  featuredCases {
    ...CaseCard
    __typename
  }
  strategy {
    id
    title
    path
    startYear
    endYear
    mainTheme
    priorities {
      ...PriorityCard
      __typename
    }
    __typename
  }
  __typename
}`;

const StrategyPageScreen = `fragment StrategyPageScreen on StrategyPage {
  ...PageFields
  startYear
  endYear
  mainTheme
  mainThemeText {
    ...RichTextFields
    __typename
  }
  body {
    ...Blocks
    __typename
  }
  priorities {
    ...PriorityCard
    focusAreas {
      ...FocusAreaFields
      __typename
    }
    __typename
  }
  predecessor {
    ...StrategyLink
    __typename
  }
  successor {
    ...StrategyLink
    __typename
  }
  __typename
}`;

const StrategyLink = `fragment StrategyLink on StrategyPage {
  id
  title
  path
  startYear
  endYear
  __typename
}`;

const PriorityPageScreen = `fragment PriorityPageScreen on PriorityPage {
  ...PageFields
  ...PriorityBadge
  body {
    ...Blocks
    __typename
  }
  strategy {
    ...StrategyLink
    __typename
  }
  focusAreas {
    ...FocusAreaFields
    __typename
  }
  contacts {
    ...PersonFields
    __typename
  }
  successor {
    ...PriorityBadge
    title
    __typename
  }
  cases(first: 6) {
    totalCount
    nodes {
      ...CaseCard
      __typename
    }
    __typename
  }
  __typename
}`;

const CaseIndexPageScreen = `fragment CaseIndexPageScreen on CaseIndexPage {
  ...PageFields
  cases(first: 12) {
    ...CaseListPart
    __typename
  }
  __typename
}`;

const CaseListPart = `fragment CaseListPart on CaseConnection {
  totalCount
  pageInfo {
    ...PageInfoFields
    __typename
  }
  edges {
    cursor
    highlight
    node {
      ...CaseCard
      __typename
    }
    __typename
  }
  facets {
    ...Facets
    __typename
  }
  __typename
}`;

const Facets = `fragment Facets on CaseFacets {
  priorities {
    count
    priority {
      ...PriorityBadge
      __typename
    }
    __typename
  }
  goals {
    count
    goal {
      ...GoalFields
      __typename
    }
    __typename
  }
  municipalities {
    count
    municipality {
      ...MunicipalityName
      __typename
    }
    __typename
  }
  status {
    count
    status
    __typename
  }
  years {
    count
    year
    __typename
  }
  sectors {
    count
    sector
    __typename
  }
  organisations {
    count
    organisation {
      id
      translationKey
      name
      lang
      __typename
    }
    __typename
  }
  funding {
    count
    programme
    __typename
  }
  __typename
}`;

const CasePageScreen = `fragment CasePageScreen on CasePage {
  ...PageFields
  status
  startDate
  endDate
  technologyReadinessLevel
  leadImage {
    ...HeroImage
    __typename
  }
  priorities {
    ...PriorityBadge
    __typename
  }
  focusAreas {
    ...FocusAreaFields
    __typename
  }
  goals {
    ...GoalFields
    __typename
  }
  municipalities {
    ...MunicipalityName
    __typename
  }
  locations {
    ...CoordinatesFields
    __typename
  }
  partners {
    role
    organisation {
      ...OrganisationFields
      __typename
    }
    __typename
  }
  contacts {
    ...PersonFields
    __typename
  }
  keyFigures {
    ...KeyFigureFields
    __typename
  }
  funding {
    ...FundingFields
    __typename
  }
  links {
    ...ExternalLinkFields
    __typename
  }
  body {
    ...Blocks
    __typename
  }
  related(first: 3) {
    ...CaseCard
    __typename
  }
  __typename
}`;

const ArticleIndexPageScreen = `fragment ArticleIndexPageScreen on ArticleIndexPage {
  ...PageFields
  articles(first: 12) {
    ...ArticleListPart
    __typename
  }
  __typename
}`;

const ArticleListPart = `fragment ArticleListPart on ArticleConnection {
  totalCount
  pageInfo {
    ...PageInfoFields
    __typename
  }
  edges {
    cursor
    highlight
    node {
      ...ArticleCard
      __typename
    }
    __typename
  }
  __typename
}`;

const ArticlePageScreen = `fragment ArticlePageScreen on ArticlePage {
  ...PageFields
  date
  leadImage {
    ...HeroImage
    __typename
  }
  body {
    ...Blocks
    __typename
  }
  contacts {
    ...PersonFields
    __typename
  }
  priorities {
    ...PriorityBadge
    __typename
  }
  related(first: 3) {
    ...ArticleCard
    __typename
  }
  __typename
}`;

const ContentPageScreen = `fragment ContentPageScreen on ContentPage {
  ...PageFields
  body {
    ...Blocks
    __typename
  }
  children {
    ...PageLinkFields
    __typename
  }
  __typename
}`;

export const ArticleDocument = /* @__PURE__ */ Object.freeze({
  name: "article",
  operation: "query",
  hash: "2b8ca65786f8f6a743d33c5c5467cd152d9d06a152d3429ac3dde59960adbcdd",
  text: `query article($path: String!, $site: String) {
  page(path: $path, site: $site) {
    ...ArticlePageScreen
    __typename
  }
}` + JOINT + Accordion + JOINT + AlternateFields + JOINT + ArticleCard + JOINT + ArticlePageScreen + JOINT + Blocks + JOINT + BodyImage + JOINT + CallToAction + JOINT + CardImage + JOINT + CaseCard + JOINT + CaseCards + JOINT + Contacts + JOINT + Download + JOINT + Heading + JOINT + HeroImage + JOINT + ImageInBody + JOINT + ImageText + JOINT + KeyFigureFields + JOINT + KeyFigures + JOINT + MunicipalityName + JOINT + PageFields + JOINT + PageLinkFields + JOINT + Paragraph + JOINT + PersonFields + JOINT + PortraitImage + JOINT + PriorityBadge + JOINT + Quote + JOINT + RichTextFields + JOINT + SeoFields + JOINT + SharingImage + JOINT + Table + JOINT + Video,
});

export const ArticleListDocument = /* @__PURE__ */ Object.freeze({
  name: "articleList",
  operation: "query",
  hash: "e1a0621136f8190ac0bffe17ac165c73f98eebe7f8f1f6ff29e2378721bcb698",
  text: `query articleList($locale: LocaleCode!, $filter: ArticleFilter, $first: Int, $after: String, $last: Int, $before: String, $fallback: Boolean = true, $site: String) {
  articles(
    locale: $locale
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
    fallback: $fallback
    site: $site
  ) {
    ...ArticleListPart
    __typename
  }
}` + JOINT + ArticleCard + JOINT + ArticleListPart + JOINT + CardImage + JOINT + ImageText + JOINT + PageInfoFields + JOINT + PriorityBadge,
});

export const CaseDocument = /* @__PURE__ */ Object.freeze({
  name: "case",
  operation: "query",
  hash: "638fc368b39a6bb734e861c9e1f4484ef1cdc7de67b4ea7914a1a77a08c8c602",
  text: `query case($path: String!, $site: String) {
  page(path: $path, site: $site) {
    ...CasePageScreen
    __typename
  }
}` + JOINT + Accordion + JOINT + AlternateFields + JOINT + Blocks + JOINT + BodyImage + JOINT + CallToAction + JOINT + CardImage + JOINT + CaseCard + JOINT + CaseCards + JOINT + CasePageScreen + JOINT + Contacts + JOINT + CoordinatesFields + JOINT + Download + JOINT + ExternalLinkFields + JOINT + FocusAreaFields + JOINT + FundingFields + JOINT + GoalFields + JOINT + Heading + JOINT + HeroImage + JOINT + ImageInBody + JOINT + ImageText + JOINT + KeyFigureFields + JOINT + KeyFigures + JOINT + LogoImage + JOINT + MunicipalityName + JOINT + OrganisationFields + JOINT + PageFields + JOINT + PageLinkFields + JOINT + Paragraph + JOINT + PersonFields + JOINT + PortraitImage + JOINT + PriorityBadge + JOINT + Quote + JOINT + RichTextFields + JOINT + SeoFields + JOINT + SharingImage + JOINT + Table + JOINT + Video,
});

export const CaseListDocument = /* @__PURE__ */ Object.freeze({
  name: "caseList",
  operation: "query",
  hash: "bdb9089464038974bf69c2fdc5ced4b6ac57fe97a482a082e7addd7f14c8210b",
  text: `query caseList($locale: LocaleCode!, $filter: CaseFilter, $order: CaseOrder, $first: Int, $after: String, $last: Int, $before: String, $fallback: Boolean = true, $site: String) {
  cases(
    locale: $locale
    filter: $filter
    order: $order
    first: $first
    after: $after
    last: $last
    before: $before
    fallback: $fallback
    site: $site
  ) {
    ...CaseListPart
    __typename
  }
}` + JOINT + CardImage + JOINT + CaseCard + JOINT + CaseListPart + JOINT + Facets + JOINT + GoalFields + JOINT + ImageText + JOINT + MunicipalityName + JOINT + PageInfoFields + JOINT + PriorityBadge,
});

export const CaseMarkersDocument = /* @__PURE__ */ Object.freeze({
  name: "caseMarkers",
  operation: "query",
  hash: "ec7185e65ecc78f76b0100268af4089bb570a54cfe223288998149c588f8c624",
  text: `query caseMarkers($locale: LocaleCode!, $filter: CaseFilter, $fallback: Boolean = true, $site: String) {
  caseMarkers(locale: $locale, filter: $filter, fallback: $fallback, site: $site) {
    title
    path
    locale
    status
    priorityCodes
    locations {
      ...CoordinatesFields
      __typename
    }
    __typename
  }
}` + JOINT + CoordinatesFields,
});

export const ContentPageDocument = /* @__PURE__ */ Object.freeze({
  name: "contentPage",
  operation: "query",
  hash: "5475b1cb89313cf458f3133ede151e2aa76414b0d3d8fc99dfe8c9be26fa42ea",
  text: `query contentPage($path: String!, $site: String) {
  page(path: $path, site: $site) {
    ...ContentPageScreen
    __typename
  }
}` + JOINT + Accordion + JOINT + AlternateFields + JOINT + Blocks + JOINT + BodyImage + JOINT + CallToAction + JOINT + CardImage + JOINT + CaseCard + JOINT + CaseCards + JOINT + Contacts + JOINT + ContentPageScreen + JOINT + Download + JOINT + Heading + JOINT + ImageInBody + JOINT + ImageText + JOINT + KeyFigureFields + JOINT + KeyFigures + JOINT + MunicipalityName + JOINT + PageFields + JOINT + PageLinkFields + JOINT + Paragraph + JOINT + PersonFields + JOINT + PortraitImage + JOINT + PriorityBadge + JOINT + Quote + JOINT + RichTextFields + JOINT + SeoFields + JOINT + SharingImage + JOINT + Table + JOINT + Video,
});

export const HomeDocument = /* @__PURE__ */ Object.freeze({
  name: "home",
  operation: "query",
  hash: "fe3114c66a23a405ec989ed5620c17d747fc7066698612ab6db71b3cdf9c4a74",
  text: `query home($locale: LocaleCode!, $site: String) {
  home(locale: $locale, site: $site) {
    ...HomePageScreen
    __typename
  }
}` + JOINT + Accordion + JOINT + AlternateFields + JOINT + Blocks + JOINT + BodyImage + JOINT + CallToAction + JOINT + CardImage + JOINT + CaseCard + JOINT + CaseCards + JOINT + Contacts + JOINT + Download + JOINT + Heading + JOINT + HeroImage + JOINT + HomePageScreen + JOINT + ImageInBody + JOINT + ImageText + JOINT + KeyFigureFields + JOINT + KeyFigures + JOINT + MunicipalityName + JOINT + PageFields + JOINT + PageLinkFields + JOINT + Paragraph + JOINT + PersonFields + JOINT + PortraitImage + JOINT + PriorityBadge + JOINT + PriorityCard + JOINT + Quote + JOINT + RichTextFields + JOINT + SeoFields + JOINT + SharingImage + JOINT + Table + JOINT + Video,
});

export const LayoutDocument = /* @__PURE__ */ Object.freeze({
  name: "layout",
  operation: "query",
  hash: "5f698dcc0fb7c08bdf69140f7c1b59301352ab7f2024acccf799c16129db6752",
  text: `query layout($locale: LocaleCode!, $site: String) {
  navigation(locale: $locale, site: $site) {
    header {
      ...NavigationItemFields
      children {
        ...NavigationItemFields
        __typename
      }
      __typename
    }
    footer {
      ...NavigationItemFields
      children {
        ...NavigationItemFields
        __typename
      }
      __typename
    }
    __typename
  }
  settings(locale: $locale, site: $site) {
    lang
    siteName
    organisation
    contactEmail
    socialLinks {
      ...ExternalLinkFields
      __typename
    }
    footerText {
      ...RichTextFields
      __typename
    }
    alerts {
      ...RichTextFields
      __typename
    }
    accessibilityPage {
      ...PageLinkFields
      __typename
    }
    privacyPage {
      ...PageLinkFields
      __typename
    }
    __typename
  }
  locales {
    ...LocaleFields
    __typename
  }
}` + JOINT + ExternalLinkFields + JOINT + LocaleFields + JOINT + NavigationItemFields + JOINT + PageLinkFields + JOINT + RichTextFields,
});

export const LocalesDocument = /* @__PURE__ */ Object.freeze({
  name: "locales",
  operation: "query",
  hash: "4e7336471cf324378eb69997843af1375d3199145388eaa8e30705ba0c477f4c",
  text: `query locales {
  locales {
    ...LocaleFields
    __typename
  }
}` + JOINT + LocaleFields,
});

export const NodeDocument = /* @__PURE__ */ Object.freeze({
  name: "node",
  operation: "query",
  hash: "948f7fdf086bcfe1ddd0a75fd6b8efbf53f1e01c5d7484678feef2306a6490f7",
  text: `query node($id: ID!) {
  node(id: $id) {
    id
    ... on Page {
      ...PageFields
      __typename
    }
    ... on Organisation {
      ...OrganisationFields
      __typename
    }
    ... on Person {
      ...PersonFields
      __typename
    }
    __typename
  }
}` + JOINT + AlternateFields + JOINT + ImageText + JOINT + LogoImage + JOINT + OrganisationFields + JOINT + PageFields + JOINT + PageLinkFields + JOINT + PersonFields + JOINT + PortraitImage + JOINT + SeoFields + JOINT + SharingImage,
});

export const PreviewDocument = /* @__PURE__ */ Object.freeze({
  name: "preview",
  operation: "query",
  hash: "ba91a5eb2e8fd8c82be7e5dd0c8ed253f87461cb630f5abc34c0f1d18181431d",
  secret: true,
  text: `query preview($token: String!) {
  preview(token: $token) {
    ...AnyPage
    __typename
  }
}` + JOINT + Accordion + JOINT + AlternateFields + JOINT + AnyPage + JOINT + ArticleCard + JOINT + ArticleIndexPageScreen + JOINT + ArticleListPart + JOINT + ArticlePageScreen + JOINT + Blocks + JOINT + BodyImage + JOINT + CallToAction + JOINT + CardImage + JOINT + CaseCard + JOINT + CaseCards + JOINT + CaseIndexPageScreen + JOINT + CaseListPart + JOINT + CasePageScreen + JOINT + Contacts + JOINT + ContentPageScreen + JOINT + CoordinatesFields + JOINT + Download + JOINT + ExternalLinkFields + JOINT + Facets + JOINT + FocusAreaFields + JOINT + FundingFields + JOINT + GoalFields + JOINT + Heading + JOINT + HeroImage + JOINT + HomePageScreen + JOINT + ImageInBody + JOINT + ImageText + JOINT + KeyFigureFields + JOINT + KeyFigures + JOINT + LogoImage + JOINT + MunicipalityName + JOINT + OrganisationFields + JOINT + PageFields + JOINT + PageInfoFields + JOINT + PageLinkFields + JOINT + Paragraph + JOINT + PersonFields + JOINT + PortraitImage + JOINT + PriorityBadge + JOINT + PriorityCard + JOINT + PriorityPageScreen + JOINT + Quote + JOINT + RichTextFields + JOINT + SeoFields + JOINT + SharingImage + JOINT + StrategyLink + JOINT + StrategyPageScreen + JOINT + Table + JOINT + Video,
});

export const PriorityDocument = /* @__PURE__ */ Object.freeze({
  name: "priority",
  operation: "query",
  hash: "0a3e533ee48017a5ba0393fad3ad54bb45d717880f9247092a2162058b759b80",
  text: `query priority($path: String!, $site: String) {
  page(path: $path, site: $site) {
    ...PriorityPageScreen
    __typename
  }
}` + JOINT + Accordion + JOINT + AlternateFields + JOINT + Blocks + JOINT + BodyImage + JOINT + CallToAction + JOINT + CardImage + JOINT + CaseCard + JOINT + CaseCards + JOINT + Contacts + JOINT + Download + JOINT + FocusAreaFields + JOINT + Heading + JOINT + ImageInBody + JOINT + ImageText + JOINT + KeyFigureFields + JOINT + KeyFigures + JOINT + MunicipalityName + JOINT + PageFields + JOINT + PageLinkFields + JOINT + Paragraph + JOINT + PersonFields + JOINT + PortraitImage + JOINT + PriorityBadge + JOINT + PriorityPageScreen + JOINT + Quote + JOINT + RichTextFields + JOINT + SeoFields + JOINT + SharingImage + JOINT + StrategyLink + JOINT + Table + JOINT + Video,
});

export const RedirectsDocument = /* @__PURE__ */ Object.freeze({
  name: "redirects",
  operation: "query",
  hash: "5e6fc9d258cf01ec6163dcded47120d62393f68cbc138b636fb381a9c12e9cfc",
  text: `query redirects($first: Int = 100, $after: String, $site: String) {
  redirects(first: $first, after: $after, site: $site) {
    totalCount
    pageInfo {
      ...PageInfoFields
      __typename
    }
    nodes {
      path
      location
      permanent
      __typename
    }
    __typename
  }
}` + JOINT + PageInfoFields,
});

export const ReferenceDataDocument = /* @__PURE__ */ Object.freeze({
  name: "referenceData",
  operation: "query",
  hash: "b1559d5e127f9dee8b11b1513670001d60b0bc98890ec6527cf45010550228af",
  text: `query referenceData($locale: LocaleCode!, $site: String) {
  goals(locale: $locale) {
    ...GoalFields
    __typename
  }
  municipalities(locale: $locale) {
    ...MunicipalityFields
    __typename
  }
  strategies(locale: $locale, site: $site) {
    ...StrategyLink
    priorities {
      ...PriorityBadge
      focusAreas {
        ...FocusAreaFields
        __typename
      }
      __typename
    }
    __typename
  }
}` + JOINT + CoordinatesFields + JOINT + FocusAreaFields + JOINT + GoalFields + JOINT + MunicipalityFields + JOINT + MunicipalityName + JOINT + PriorityBadge + JOINT + StrategyLink,
});

export const RouteDocument = /* @__PURE__ */ Object.freeze({
  name: "route",
  operation: "query",
  hash: "e4e5172ed3bc17da7aef2d330e64bff503673524f9b197613d69ceabe8a6de75",
  text: `query route($path: String!, $site: String) {
  route(path: $path, site: $site) {
    ... on PageRoute {
      locale
      page {
        ...AnyPage
        __typename
      }
      __typename
    }
    ... on RedirectRoute {
      location
      permanent
      __typename
    }
    ... on GoneRoute {
      locale
      path
      __typename
    }
    ... on NotFoundRoute {
      locale
      path
      suggestions {
        ...PageLinkFields
        __typename
      }
      __typename
    }
    ... on PasswordRoute {
      locale
      path
      __typename
    }
    __typename
  }
}` + JOINT + Accordion + JOINT + AlternateFields + JOINT + AnyPage + JOINT + ArticleCard + JOINT + ArticleIndexPageScreen + JOINT + ArticleListPart + JOINT + ArticlePageScreen + JOINT + Blocks + JOINT + BodyImage + JOINT + CallToAction + JOINT + CardImage + JOINT + CaseCard + JOINT + CaseCards + JOINT + CaseIndexPageScreen + JOINT + CaseListPart + JOINT + CasePageScreen + JOINT + Contacts + JOINT + ContentPageScreen + JOINT + CoordinatesFields + JOINT + Download + JOINT + ExternalLinkFields + JOINT + Facets + JOINT + FocusAreaFields + JOINT + FundingFields + JOINT + GoalFields + JOINT + Heading + JOINT + HeroImage + JOINT + HomePageScreen + JOINT + ImageInBody + JOINT + ImageText + JOINT + KeyFigureFields + JOINT + KeyFigures + JOINT + LogoImage + JOINT + MunicipalityName + JOINT + OrganisationFields + JOINT + PageFields + JOINT + PageInfoFields + JOINT + PageLinkFields + JOINT + Paragraph + JOINT + PersonFields + JOINT + PortraitImage + JOINT + PriorityBadge + JOINT + PriorityCard + JOINT + PriorityPageScreen + JOINT + Quote + JOINT + RichTextFields + JOINT + SeoFields + JOINT + SharingImage + JOINT + StrategyLink + JOINT + StrategyPageScreen + JOINT + Table + JOINT + Video,
});

export const SearchDocument = /* @__PURE__ */ Object.freeze({
  name: "search",
  operation: "query",
  hash: "79bc25f6526a792ffb31683c88af7e7551b97790c1d0ba29098d3c76ac2039f0",
  text: `query search($locale: LocaleCode!, $query: String!, $pageTypes: [String!], $first: Int, $after: String, $last: Int, $before: String, $fallback: Boolean = true, $site: String) {
  search(
    locale: $locale
    query: $query
    pageTypes: $pageTypes
    first: $first
    after: $after
    last: $last
    before: $before
    fallback: $fallback
    site: $site
  ) {
    totalCount
    pageInfo {
      ...PageInfoFields
      __typename
    }
    edges {
      cursor
      highlight
      node {
        ...PageCard
        __typename
      }
      __typename
    }
    __typename
  }
}` + JOINT + CardImage + JOINT + ImageText + JOINT + PageCard + JOINT + PageInfoFields,
});

export const SitemapDocument = /* @__PURE__ */ Object.freeze({
  name: "sitemap",
  operation: "query",
  hash: "5b7933ecbd8aabce652cf0056d5ebccc38fdb573001376e3de002522080a2d34",
  text: `query sitemap($locale: LocaleCode, $first: Int = 1000, $after: String, $site: String) {
  sitemap(locale: $locale, first: $first, after: $after, site: $site) {
    totalCount
    pageInfo {
      ...PageInfoFields
      __typename
    }
    nodes {
      pageType
      slug
      lastModified
      page {
        ...PageLinkFields
        __typename
      }
      alternates {
        ...AlternateFields
        __typename
      }
      __typename
    }
    __typename
  }
}` + JOINT + AlternateFields + JOINT + PageInfoFields + JOINT + PageLinkFields,
});

export const StrategyDocument = /* @__PURE__ */ Object.freeze({
  name: "strategy",
  operation: "query",
  hash: "7b21cf58fba18179b8229b1880dc1c3fca9c18c73fbf465350f652c40aa682bc",
  text: `query strategy($locale: LocaleCode!, $year: Int, $site: String) {
  strategy(locale: $locale, year: $year, site: $site) {
    ...StrategyPageScreen
    __typename
  }
}` + JOINT + Accordion + JOINT + AlternateFields + JOINT + Blocks + JOINT + BodyImage + JOINT + CallToAction + JOINT + CardImage + JOINT + CaseCard + JOINT + CaseCards + JOINT + Contacts + JOINT + Download + JOINT + FocusAreaFields + JOINT + Heading + JOINT + ImageInBody + JOINT + ImageText + JOINT + KeyFigureFields + JOINT + KeyFigures + JOINT + MunicipalityName + JOINT + PageFields + JOINT + PageLinkFields + JOINT + Paragraph + JOINT + PersonFields + JOINT + PortraitImage + JOINT + PriorityBadge + JOINT + PriorityCard + JOINT + Quote + JOINT + RichTextFields + JOINT + SeoFields + JOINT + SharingImage + JOINT + StrategyLink + JOINT + StrategyPageScreen + JOINT + Table + JOINT + Video,
});

export const UnlockPageDocument = /* @__PURE__ */ Object.freeze({
  name: "unlockPage",
  operation: "mutation",
  hash: "d6492c02570562a474cf865bde377433bf833a017a0674d47583e0987c7df8fe",
  text: `mutation unlockPage($input: UnlockPageInput!) {
  unlockPage(input: $input) {
    token
    expiresAt
    errors {
      code
      field
      message
      __typename
    }
    __typename
  }
}`,
});
