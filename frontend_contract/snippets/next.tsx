// Next.js, app router: app/[...path]/page.tsx
import type { Metadata } from "next";
import { notFound, permanentRedirect, redirect } from "next/navigation";

import { imgProps } from "@helsinki-smart-region/client";

import { outcome } from "./cms";

type Props = { params: Promise<{ path: string[] }> };

async function page({ params }: Props) {
  const found = await outcome(`/${(await params).path.join("/")}/`);
  if (found.status === 200) return found.page;
  if (found.status === 301) permanentRedirect(found.location);
  if (found.status === 302) redirect(found.location);
  notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { seo } = await page(props);
  const languages = Object.fromEntries(seo.alternates.map(({ hreflang, url }) => [hreflang, url]));
  return { title: seo.title, description: seo.description, alternates: { canonical: seo.canonicalUrl, languages } };
}

export default async function Page(props: Props) {
  const { title, locale, ingress, ...rest } = await page(props);
  return (
    <main lang={locale}>
      <h1>{title}</h1>
      <p>{ingress}</p>
      {rest.__typename === "CasePage" && rest.leadImage && <img {...imgProps(rest.leadImage, { loading: "eager" })} />}
    </main>
  );
}
