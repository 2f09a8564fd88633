// The only home of what an `img` element needs, from one of the contract's image fragments.

/** What HeroImage, BodyImage, CardImage, PortraitImage and LogoImage have in common. */
export interface SizedImage {
  readonly alt: string;
  readonly altLang: string;
  readonly decorative: boolean;
  readonly focalPoint: { readonly x: number; readonly y: number } | null;
  readonly placeholder?: string | null;
  readonly rendition: { readonly url: string; readonly width: number; readonly height: number };
  readonly srcSet: string;
}

export interface ImgOptions {
  /** How wide the picture is shown, as in `(min-width: 60em) 50vw, 100vw`. */
  sizes?: string;
  /** Take "eager" for what is seen first. */
  loading?: "lazy" | "eager";
}

export interface ImgAttributes {
  src: string;
  srcset: string;
  sizes: string;
  width: number;
  height: number;
  alt: string;
  /** The language of `alt`. */
  lang?: string;
  loading: "lazy" | "eager";
  decoding: "async";
  /** The placeholder behind the picture, and what of it stays in view when CSS crops it. */
  style?: string;
}

/** The attributes of an `img` element, by their names in HTML. */
export function imgAttributes(image: SizedImage, options: ImgOptions = {}): ImgAttributes {
  const { sizes = "100vw", loading = "lazy" } = options;
  const alt = image.decorative ? "" : image.alt;
  const style = Object.entries(imgStyle(image)).map(([name, value]) => `${hyphenated(name)}: ${value}`).join("; ");
  return {
    src: image.rendition.url,
    srcset: image.srcSet,
    sizes,
    width: image.rendition.width,
    height: image.rendition.height,
    alt,
    ...(alt && { lang: image.altLang }),
    loading,
    decoding: "async",
    ...(style && { style }),
  };
}

export interface ImgStyle {
  backgroundImage?: string;
  backgroundPosition?: string;
  backgroundSize?: string;
  objectPosition?: string;
}

/** The same for React: `srcSet`, and `style` as an object. */
export function imgProps(image: SizedImage, options: ImgOptions = {}) {
  const { srcset, style, ...rest } = imgAttributes(image, options);
  return { ...rest, srcSet: srcset, ...(style && { style: imgStyle(image) }) };
}

function imgStyle({ focalPoint, placeholder }: SizedImage): ImgStyle {
  const position = focalPoint && `${percent(focalPoint.x)} ${percent(focalPoint.y)}`;
  return {
    ...(placeholder && {
      backgroundImage: `url("${placeholder.replace(/["\\\n]/g, encodeURIComponent)}")`,
      backgroundPosition: position ?? "center",
      backgroundSize: "cover",
    }),
    ...(position && { objectPosition: position }),
  };
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

function hyphenated(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
