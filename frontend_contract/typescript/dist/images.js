// The only home of what an `img` element needs, from one of the contract's image fragments.
/** The attributes of an `img` element, by their names in HTML. */
export function imgAttributes(image, options = {}) {
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
/** The same for React: `srcSet`, and `style` as an object. */
export function imgProps(image, options = {}) {
    const { srcset, style, ...rest } = imgAttributes(image, options);
    return { ...rest, srcSet: srcset, ...(style && { style: imgStyle(image) }) };
}
function imgStyle({ focalPoint, placeholder }) {
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
function percent(share) {
    return `${Math.round(share * 1000) / 10}%`;
}
function hyphenated(name) {
    return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
