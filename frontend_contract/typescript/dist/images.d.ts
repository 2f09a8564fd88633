/** What HeroImage, BodyImage, CardImage, PortraitImage and LogoImage have in common. */
export interface SizedImage {
    readonly alt: string;
    readonly altLang: string;
    readonly decorative: boolean;
    readonly focalPoint: {
        readonly x: number;
        readonly y: number;
    } | null;
    readonly placeholder?: string | null;
    readonly rendition: {
        readonly url: string;
        readonly width: number;
        readonly height: number;
    };
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
export declare function imgAttributes(image: SizedImage, options?: ImgOptions): ImgAttributes;
export interface ImgStyle {
    backgroundImage?: string;
    backgroundPosition?: string;
    backgroundSize?: string;
    objectPosition?: string;
}
/** The same for React: `srcSet`, and `style` as an object. */
export declare function imgProps(image: SizedImage, options?: ImgOptions): {
    style?: ImgStyle;
    srcSet: string;
    src: string;
    sizes: string;
    width: number;
    height: number;
    alt: string;
    /** The language of `alt`. */
    lang?: string;
    loading: "lazy" | "eager";
    decoding: "async";
};
